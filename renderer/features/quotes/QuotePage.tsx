import { type CSSProperties, memo, type RefObject, useMemo } from 'react';
import type { Framework, Source, Theme } from '../../../shared/model/entities.ts';
import { go } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneToggle } from '../../ui/Panes.tsx';
import { EmptyState, OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { addressOf } from './address.ts';
import { BalanceStrip } from './BalanceStrip.tsx';
import { type Choice, everyone, type Heard, heardInWords, isHeard, type Section } from './choice.ts';
import { HeardFilters } from './HeardFilters.tsx';
import { QuoteRow } from './QuoteRow.tsx';
import css from './Quotes.module.css';
import { quotesOf, type Row } from './report.ts';
import { type Title, titleOf } from './title.ts';

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
  copy,
  open,
  choose,
  hear,
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
  readonly copy: (row: Row) => void;
  readonly open: () => void;
  readonly choose: (row: Row) => void;
  readonly hear: (heard: Heard) => void;
}) {
  const sections = useMemo(() => grouped(rows), [rows]);
  const quotes = useMemo(() => quotesOf(sections.map(one => one.section)), [sections]);
  const heardSources = useMemo(() => sources.filter(source => isHeard(source, heard)), [sources, heard]);
  const title = titleOf(choice, framework, themes);
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
            <BalanceStrip quotes={quotes} sources={heardSources} />
            {sections.map(({ section, rows: mine }, index) => (
              <SectionOfQuotes
                key={section.key}
                {...{ choice, section, copy, open, choose }}
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

function Heading({ number, name, lead, more }: Title) {
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
}

/** One heading with its quotes. Drawn again only when its own quotes or the one chosen in it change. */
const SectionOfQuotes = memo(function SectionOfQuotes({
  choice,
  section,
  before,
  rows,
  chosen,
  copy,
  open,
  choose,
}: {
  readonly choice: Choice;
  readonly section: Section;
  readonly before: Section | undefined;
  readonly rows: readonly Row[];
  readonly chosen: Row | undefined;
  readonly copy: (row: Row) => void;
  readonly open: () => void;
  readonly choose: (row: Row) => void;
}) {
  return (
    <section>
      <SectionHeading choice={choice} section={section} before={before} />
      {chunks(rows).map(part => (
        <ol key={part[0]?.key} className={css.quotes} style={{ '--rows': part.length } as CSSProperties}>
          {part.map(row => (
            <QuoteRow key={row.key} row={row} chosen={row === chosen} onChoose={choose} onCopy={copy} onOpen={open} />
          ))}
        </ol>
      ))}
    </section>
  );
});

/** Headings within a page: outcomes and themes in the study, themes in an outcome, none in a theme. */
function SectionHeading({
  choice,
  section: { outcome, theme },
  before,
}: {
  readonly choice: Choice;
  readonly section: Section;
  readonly before: Section | undefined;
}) {
  if (choice.of === 'theme' || choice.of === 'unthemed') return null;
  const newOutcome = choice.of === 'study' && (!before || before.outcome?.id !== outcome?.id);
  return (
    <>
      {newOutcome && (
        <h3 className={css.outcomeHeading}>
          {outcome && <OutcomeTab number={outcome.number} />}
          {outcome?.title ?? 'Under no outcome'}
        </h3>
      )}
      <h4 className={css.themeHeading}>
        {theme?.name ?? (outcome ? 'Straight under the outcome' : 'Codes in no theme')}
      </h4>
      {theme?.concept && <p className={css.concept}>{theme.concept}</p>}
    </>
  );
}

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
    return (
      <EmptyState
        title="No quote under this filter"
        action={<Button onPress={() => onHear(everyone)}>Hear everyone</Button>}
      >
        No quote here is from {filters}. Others may be quoted.
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

/** Rows in boxes of a few, each of which the browser can leave undrawn while it is out of sight. */
const chunks = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / 16) }, (_, index) => rows.slice(index * 16, index * 16 + 16));

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
