import { memo, type RefObject, useMemo } from 'react';
import type { Framework, Source, Theme } from '../../../shared/model/entities.ts';
import { go } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneToggle } from '../../ui/Panes.tsx';
import { EmptyState, OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { addressOf } from './address.ts';
import { BalanceStrip } from './BalanceStrip.tsx';
import { type Choice, everyone, type Heard, heardInWords, isHeard, type Section } from './choice.ts';
import { HeardFilters } from './HeardFilters.tsx';
import { Notices } from './Notices.tsx';
import css from './QuotePage.module.css';
import type { RowActs } from './QuoteRow.tsx';
import type { Prepared } from './ready.ts';
import { quotesOf, type Row, type Shared } from './report.ts';
import { SectionOfQuotes } from './SectionOfQuotes.tsx';
import { type Title, titleOf } from './title.ts';

/** What the rows of a page show besides their quotes. */
export type Shown = {
  readonly prepared: Prepared;
  readonly shared: ReadonlyMap<string, Shared>;
  readonly unsaved: (key: string) => boolean;
  /** Row whose passage is shown under its words. */
  readonly passage: string | null;
  readonly acts: RowActs;
};

/** What was chosen, who is quoted in it, and its quotes under the headings they are printed under. */
export function QuotePage({
  choice,
  heard,
  framework,
  themes,
  sources,
  rows,
  page,
  chosen,
  note,
  listFolds,
  shown,
  hear,
  onReportOrder,
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  readonly framework: Framework;
  readonly themes: readonly Theme[];
  readonly sources: readonly Source[];
  readonly rows: readonly Row[];
  readonly page: RefObject<HTMLDivElement | null>;
  readonly chosen: Row | undefined;
  readonly note: string;
  readonly listFolds: number;
  readonly shown: Shown;
  readonly hear: (heard: Heard) => void;
  readonly onReportOrder: (section: Section) => void;
}) {
  const sections = useMemo(() => grouped(rows), [rows]);
  const quotes = useMemo(() => quotesOf(sections.map(one => one.section)), [sections]);
  const counted = useMemo(() => quotes.filter(quote => quote.state !== 'held'), [quotes]);
  const heardSources = useMemo(() => sources.filter(source => isHeard(source, heard)), [sources, heard]);
  const title = titleOf(choice, framework, themes);
  const only = sections.length === 1 ? sections[0]?.section : undefined;
  return (
    <>
      <PaneHead
        level={1}
        title="Quotes"
        note={note}
        start={
          <PaneToggle id="quotes" pane="list" side="left" label="the themes in report order" foldBelow={listFolds} />
        }
      >
        <HeardFilters heard={heard} sources={sources} onChange={hear} />
        <PaneToggle id="quotes" pane="panel" label="the chosen quote’s passage" />
      </PaneHead>
      <div className={css.page} ref={page} key={addressOf(choice, heard)}>
        <Heading {...title} />
        {rows.length === 0 ? (
          <div className={css.nobody}>
            <Nobody choice={choice} heard={heard} onHear={hear} />
          </div>
        ) : (
          <>
            <BalanceStrip quotes={counted} sources={heardSources} />
            <Notices
              quotes={quotes}
              prepared={shown.prepared}
              ready={heard.ready}
              onReady={ready => hear({ ...heard, ready })}
              onReportOrder={only?.byHand ? () => onReportOrder(only) : null}
            />
            {sections.map(({ section, rows: mine }, index) => (
              <SectionOfQuotes
                key={section.key}
                {...{ choice, section }}
                {...shown}
                rows={mine}
                before={sections[index - 1]?.section}
                chosen={chosen?.section === section ? chosen : undefined}
              />
            ))}
          </>
        )}
      </div>
    </>
  );
}

const Heading = memo(function Heading({ number, name, lead, more }: Title) {
  return (
    <header className={css.title}>
      <h2>
        {number !== null && <OutcomeTab number={number} />}
        {name}
      </h2>
      {lead && <p className={css.lead}>{lead}</p>}
      {more && <p className={css.more}>{more}</p>}
    </header>
  );
});

/** No quote to show: because of the filters, or because there is none. */
function Nobody({
  choice,
  heard,
  onHear,
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  readonly onHear: (heard: Heard) => void;
}) {
  const filters = heardInWords(heard);
  if (filters) {
    const { group, phase, participant } = heard;
    const people = heardInWords({ group, phase, participant, ready: 'all' });
    return (
      <EmptyState
        title="No quote under this filter"
        action={
          <Button onPress={() => onHear(everyone)}>{people === null ? 'Show all quotes' : 'Hear everyone'}</Button>
        }
      >
        {people === null
          ? `No quote here is among these: ${filters}.`
          : `No quote here is from ${filters}. Others may be quoted.`}
      </EmptyState>
    );
  }
  const toTheme = choice.of === 'theme' ? choice.theme : undefined;
  return (
    <EmptyState
      title={choice.of === 'outcome' ? 'No quote under this outcome yet' : 'No quote under this theme yet'}
      action={<Button onPress={() => go('themes', toTheme)}>Go to Themes</Button>}
    >
      {choice.of === 'outcome'
        ? 'Quotes come from the codes of its themes. Place a theme under it first.'
        : 'Quotes come from a theme’s codes. Put codes into it first.'}
    </EmptyState>
  );
}

/** Rows by their section, both in the order they have. */
function grouped(rows: readonly Row[]): readonly { readonly section: Section; readonly rows: readonly Row[] }[] {
  const groups = new Map<Section, Row[]>();
  for (const row of rows) {
    const list = groups.get(row.section);
    if (list) list.push(row);
    else groups.set(row.section, [row]);
  }
  return [...groups].map(([section, mine]) => ({ section, rows: mine }));
}
