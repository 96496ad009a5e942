import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Framework, Source, Theme } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/route.ts';
import { useStatus } from '../../app/status.ts';
import { announce } from '../../ui/announce.ts';
import { Panes, usePaneFold } from '../../ui/Panes.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted, figure } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { type Choice, everyone, type Heard, heardInWords, type Section, sectionsOf } from './choice.ts';
import { copyQuote } from './copy.ts';
import { ExportBar } from './ExportBar.tsx';
import { QuotePage } from './QuotePage.tsx';
import { QuotePanel } from './QuotePanel.tsx';
import { ReportList } from './ReportList.tsx';
import { numbered, quotesOf, type Row } from './report.ts';
import { useQuoteSource } from './useQuoteSource.ts';

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
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  /** Id of the quote that the address asks for. */
  readonly asked: string | null;
  readonly framework: Framework;
  readonly themes: readonly Theme[];
  readonly sources: readonly Source[];
  readonly sections: readonly Section[];
}) {
  const page = useRef<HTMLDivElement>(null);
  const address = addressOf(choice, heard, asked ?? undefined);
  const [picked, setPicked] = useState<{ readonly address: string; readonly key: string } | null>(null);
  const rows = useMemo(() => numbered(sectionsOf(choice, sections, heard)), [choice, heard, sections]);
  const total = useMemo(() => quotesOf(sections).length, [sections]);
  const quotes = useMemo(() => countOf(rows), [rows]);
  const at = Math.max(
    0,
    rows.findIndex(row => (picked?.address === address ? row.key === picked.key : row.quote.id === asked)),
  );
  const chosen = rows[at];
  const from = useQuoteSource(chosen?.quote, sources);
  const list = usePaneFold('quotes', 'list', listFolds);
  const panel = usePaneFold('quotes', 'panel');

  const rowOf = (key: string) => page.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once for each address that asks for a quote
  useEffect(() => {
    if (asked !== null && chosen) rowOf(chosen.key)?.scrollIntoView({ block: 'center' });
  }, [address]);
  const step = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    setPicked({ address, key: next.key });
    const row = rowOf(next.key);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const copy = useCallback((row: Row) => {
    copyQuote(row.quote).then(() => {
      toast(`Copied quote ${row.number} with its attribution.`);
    }, toastError);
  }, []);
  const open = () => {
    if (!chosen) return;
    if (!from.source) {
      announce('The transcript is still being read.');
      return;
    }
    history.replaceState(null, '', addressOf(choice, heard, chosen.quote.id));
    go('code', from.source.id, chosen.quote);
  };
  const latestOpen = useRef(open);
  latestOpen.current = open;
  const openChosen = useCallback(() => latestOpen.current(), []);
  const choose = useCallback((row: Row) => setPicked({ address, key: row.key }), [address]);
  const hear = (next: Heard) => location.assign(addressOf(choice, next));
  const group = 'Quotes';
  useCommands([
    { id: 'quotes.next', name: 'Next quote', group, keys: ['ArrowDown'], run: () => step(1) },
    { id: 'quotes.previous', name: 'Previous quote', group, keys: ['ArrowUp'], run: () => step(-1) },
    {
      id: 'quotes.copy',
      name: 'Copy the quote with its attribution',
      group,
      keys: ['C'],
      run: () => chosen && copy(chosen),
    },
    { id: 'quotes.open', name: 'Open the quote in its transcript', group, keys: ['Enter'], run: open },
    {
      id: 'quotes.study',
      name: 'Show the quotes of the whole study',
      group,
      run: () => location.assign(addressOf({ of: 'study' }, heard)),
    },
    { id: 'quotes.everyone', name: 'Hear everyone: take the filters off', group, run: () => hear(everyone) },
    { id: 'quotes.list', name: 'Show or hide the themes in report order', group, run: list.toggle },
    { id: 'quotes.panel', name: 'Show or hide the chosen quote’s passage', group, run: panel.toggle },
  ]);
  useStatus({
    filters: heardInWords(heard),
    where: chosen ? `Quote ${figure(chosen.number)} of ${figure(quotes)}` : null,
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
                {...{ choice, heard, framework, themes, sources, rows, page, chosen, copy, choose, hear, listFolds }}
                open={openChosen}
                note={quotes === total ? counted(total, 'quote') : `${figure(quotes)} of ${counted(total, 'quote')}`}
              />
              <ExportBar {...{ choice, heard, framework, themes, quotes }} />
            </>
          ),
        },
        {
          id: 'panel',
          label: 'Chosen quote',
          width: 336,
          least: 280,
          children: <QuotePanel {...{ chosen, heard, sections, from, copy }} />,
        },
      ]}
    />
  );
}

/** How many quotes a page shows; one that stands in several places counts once. */
const countOf = (rows: readonly Row[]): number => rows.reduce((most, row) => Math.max(most, row.number), 0);
