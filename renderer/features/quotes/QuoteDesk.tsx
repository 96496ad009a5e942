import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Framework, Source, Theme } from '../../../shared/model/entities.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { useStatus } from '../../app/status.ts';
import { Panes, usePaneFold } from '../../ui/Panes.tsx';
import { counted, figure } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { type Choice, type Heard, heardInWords, type Section, sectionsOf } from './choice.ts';
import { ExportBar } from './ExportBar.tsx';
import { QuotePage } from './QuotePage.tsx';
import { QuotePanel } from './QuotePanel.tsx';
import { ReportList } from './ReportList.tsx';
import type { Prepared } from './ready.ts';
import { nameOfRow, numbered, quotesOf, type Row, sharedOf } from './report.ts';
import { useDesk } from './useDesk.ts';
import { useDeskCommands } from './useDeskCommands.ts';
import { useQuoteSource } from './useQuoteSource.ts';
import { useReadyActs } from './useReadyActs.ts';

/** Below this width (pixels) the list of themes comes over the page; the quote's own pane stays. */
const listFolds = 1280;

/** The report's list, the quotes of what is chosen in it, and what is known of one quote. */
export function QuoteDesk({
  choice,
  heard,
  asked,
  framework,
  themes,
  sources,
  sections,
  prepared,
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  /** Id of the quote that the address asks for. */
  readonly asked: string | null;
  readonly framework: Framework;
  readonly themes: readonly Theme[];
  readonly sources: readonly Source[];
  readonly sections: readonly Section[];
  readonly prepared: Prepared;
}) {
  const page = useRef<HTMLDivElement>(null);
  const address = addressOf(choice, heard, asked ?? undefined);
  const [picked, setPicked] = useState<{ readonly address: string; readonly key: string } | null>(null);
  const rows = useMemo(() => numbered(sectionsOf(choice, sections, heard)), [choice, heard, sections]);
  const all = useMemo(() => quotesOf(sections), [sections]);
  const shared = useMemo(() => sharedOf(all), [all]);
  const quotes = useMemo(() => countOf(rows), [rows]);
  const at = Math.max(
    0,
    rows.findIndex(row => (picked?.address === address ? row.key === picked.key : row.quote.id === asked)),
  );
  const chosen = rows[at];
  const from = useQuoteSource(chosen?.quote, sources);
  const list = usePaneFold('quotes', 'list', listFolds);
  const panel = usePaneFold('quotes', 'panel');
  const choose = useCallback((row: Row) => setPicked({ address, key: row.key }), [address]);
  const desk = useDesk({
    ...{ rows, at, sections, prepared, from, page, choose },
    ready: useReadyActs(),
    address: quote => addressOf(choice, heard, quote),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once for each address that asks for a quote
  useEffect(() => {
    const there = asked !== null && chosen && page.current?.querySelector(`[data-row="${CSS.escape(chosen.key)}"]`);
    if (there) there.scrollIntoView({ block: 'center' });
  }, [address]);
  const hear = (next: Heard) => location.assign(addressOf(choice, next));
  useDeskCommands({
    ...{ desk, chosen, heard, hear },
    showPanel: () => {
      if (!panel.shown) panel.toggle();
    },
    toggleList: list.toggle,
    togglePanel: panel.toggle,
  });
  useStatus({
    filters: heardInWords(heard),
    where: chosen ? `${nameOfRow(chosen)}${chosen.number === null ? '' : ` of ${figure(quotes)}`}` : null,
  });
  return (
    <Panes
      id="quotes"
      panes={[
        {
          id: 'list',
          label: 'Themes in report order',
          width: 256,
          least: 200,
          foldBelow: listFolds,
          children: <ReportList {...{ choice, heard, framework, themes, sections }} />,
        },
        {
          id: 'page',
          label: 'Quotes',
          surface: 'paper',
          least: 480,
          children: (
            <>
              <QuotePage
                {...{ choice, heard, framework, themes, sources, rows, page, chosen, hear, listFolds }}
                shown={{ prepared, shared, unsaved: desk.unsaved, passage: desk.passage, acts: desk.acts }}
                onReportOrder={desk.reportOrder}
                note={noteOf(rows, quotes, printed(all).length)}
              />
              <ExportBar {...{ choice, heard, framework, themes, quotes }} />
            </>
          ),
        },
        {
          id: 'panel',
          label: 'Chosen quote',
          width: 336,
          least: 300,
          children: <QuotePanel {...{ chosen, heard, sections, prepared, from, desk }} />,
        },
      ]}
    />
  );
}

/** How many quotes of a page leave; one that stands in several places counts once. */
const countOf = (rows: readonly Row[]): number => rows.reduce((most, row) => Math.max(most, row.number ?? 0), 0);

const printed = (quotes: readonly BundleQuote[]) => quotes.filter(quote => quote.state !== 'held');

/** "5 chosen of 78 quotes", or how many of the study's quotes are shown. */
function noteOf(rows: readonly Row[], quotes: number, total: number): string {
  const chosen = new Set(
    rows.filter(row => row.quote.state === 'chosen' || row.quote.state === 'used').map(row => row.number),
  );
  if (chosen.size > 0) return `${figure(chosen.size)} chosen of ${counted(quotes, 'quote')}`;
  return quotes === total ? counted(total, 'quote') : `${figure(quotes)} of ${counted(total, 'quote')}`;
}
