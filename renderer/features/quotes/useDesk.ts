import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QuoteState } from '../../../shared/model/preparedQuotes.ts';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { go } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { announce } from '../../ui/announce.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import type { Section } from './choice.ts';
import { copyQuote, printedWords } from './copy.ts';
import { type Draft, setDraft, useDrafts } from './drafts.ts';
import type { RowActs } from './QuoteRow.tsx';
import { movedBeside, type Prepared, stateNames, stateOf } from './ready.ts';
import { nameOfRow, type Row } from './report.ts';
import type { QuoteSource } from './useQuoteSource.ts';
import type { ReadyActs } from './useReadyActs.ts';

/** All that can be done with the quotes of a page. `rows` are those shown, `sections` the whole report. */
export function useDesk({
  rows,
  at,
  sections,
  prepared,
  ready,
  from,
  page,
  choose,
  address,
}: {
  readonly rows: readonly Row[];
  readonly at: number;
  readonly sections: readonly Section[];
  readonly prepared: Prepared;
  readonly ready: ReadyActs;
  readonly from: QuoteSource;
  readonly page: RefObject<HTMLDivElement | null>;
  readonly choose: (row: Row) => void;
  /** The address that opens at a quote. */
  readonly address: (quote: string) => string;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const draftOf = useDrafts(study);
  const [passage, setPassage] = useState<string | null>(null);
  const chosen = rows[at];

  const rowOf = (key: string) => page.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  const focus = (row: Row | undefined, block: ScrollLogicalPosition = 'nearest') => {
    const there = row && rowOf(row.key);
    there?.focus({ preventScroll: true });
    (there?.closest('li') ?? there)?.scrollIntoView({ block });
  };
  const latest = useRef({ focus, chosen });
  latest.current = { focus, chosen };
  /** Row that has been moved: it is followed to its place once the page has been drawn anew. */
  const follow = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows in another order are drawn anew
  useEffect(() => {
    if (follow.current === null || follow.current !== latest.current.chosen?.key) return;
    follow.current = null;
    latest.current.focus(latest.current.chosen);
  }, [rows]);

  /** Why the words of a quote may not leave the study yet; null where they may. */
  const sensitive = async (key: string) => {
    const place = placeOfKey(key);
    if (!place) return null;
    const { start, end } = prepared.get(key)?.bounds ?? place;
    const marks = await client.call('sensitive.list', { study, source: place.source });
    const open = marks.find(mark => !mark.agreed && mark.start < end && start < mark.end);
    return open
      ? `it holds words marked as sensitive (${open.kind}), which are printed only after a second yes. Give it in the pane beside the quotes.`
      : null;
  };

  const desk = {
    step: (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (!next) return;
      choose(next);
      focus(next);
    },
    copy: async (row: Row) => {
      try {
        const why = prepared.get(row.quote.key)?.again
          ? 'its words no longer stand in the passage.'
          : await sensitive(row.quote.key);
        if (why !== null) {
          announce('Not copied.');
          return toastError(new Error(`${nameOfRow(row)} was not copied: ${why}`));
        }
        await copyQuote(row.quote);
        toast(`Copied ${nameOfRow(row).toLowerCase()} with its attribution.`);
      } catch (thrown) {
        toastError(thrown);
      }
    },
    open: () => {
      if (!chosen) return;
      if (!from.source) return announce('The transcript is still being read.');
      history.replaceState(null, '', address(chosen.quote.id));
      go('code', from.source.id, chosen.quote);
    },
    edit: (row: Row) => {
      choose(row);
      const place = placeOfKey(row.quote.key);
      if (!place || draftOf(row.quote.key)) return;
      const bounds = prepared.get(row.quote.key)?.bounds ?? { start: place.start, end: place.end };
      setDraft(study, row.quote.key, { words: printedWords(row.quote), leadIn: row.quote.leadIn, bounds });
    },
    write: (row: Row, draft: Draft) => setDraft(study, row.quote.key, draft),
    cancel: (row: Row) => {
      setDraft(study, row.quote.key, null);
      focus(row);
    },
    save: (row: Row, draft: Draft, words: string) => {
      const before = prepared.get(row.quote.key)?.bounds ?? placeOfKey(row.quote.key);
      const moved = before?.start !== draft.bounds.start || before.end !== draft.bounds.end;
      const printed = draft.words.trim() === words.trim() ? null : draft.words;
      focus(row);
      void ready
        .prepare(row.quote, { printed, leadIn: draft.leadIn.trim(), ...(moved && { bounds: draft.bounds }) })
        .then(done => {
          if (!done) return;
          setDraft(study, row.quote.key, null);
          announce(`${nameOfRow(row)}: words saved.`);
        });
    },
    back: (row: Row) => {
      const place = placeOfKey(row.quote.key);
      if (!place) return;
      const bounds = { start: place.start, end: place.end };
      void ready
        .prepare(row.quote, { printed: null, bounds })
        .then(done => done && announce(`${nameOfRow(row)}: back to its passage.`));
    },
    star: (row: Row) => {
      const vivid = !row.quote.vivid;
      void ready.prepare(row.quote, { vivid });
      announce(`${nameOfRow(row)}: ${vivid ? 'starred as vivid' : 'no star'}.`);
    },
    state: (row: Row, state: QuoteState) => {
      void ready.prepare(row.quote, { state });
      announce(`${nameOfRow(row)}: ${stateNames[state].toLowerCase()}.`);
    },
    /** Sets a state, or takes it back where it is there already. */
    toggle: (row: Row, state: QuoteState) => desk.state(row, stateOf(row.quote) === state ? 'candidate' : state),
    togglePassage: () => {
      if (!chosen) return;
      const shows = passage !== chosen.key;
      setPassage(shows ? chosen.key : null);
      requestAnimationFrame(() => rowOf(chosen.key)?.closest('li')?.scrollIntoView({ block: 'nearest' }));
      announce(shows ? 'Its passage is shown.' : 'Its passage is hidden.');
    },
    /** Puts a quote of a section before or after another one; quotes that a filter leaves out keep their places between. */
    drop: (row: Row, moved: string, side: 'before' | 'after') => {
      const all = sections.find(section => section.key === row.section.key)?.quotes ?? row.section.quotes;
      const next = movedBeside(all, moved, row.quote.key, side);
      if (!next) return;
      void ready.order(row.section, next);
      follow.current = rows.find(one => one.quote.key === moved && one.section.key === row.section.key)?.key ?? null;
      const place = next.filter(one => one.state !== 'held').findIndex(one => one.key === moved) + 1;
      announce(place === 0 ? 'Moved.' : `Moved to place ${place} of ${next.length}.`);
    },
    move: (by: 1 | -1) => {
      const beside = rows[at + by];
      if (!chosen) return;
      if (beside?.section !== chosen.section) return announce(by < 0 ? 'It stands first.' : 'It stands last.');
      desk.drop(beside, chosen.quote.key, by < 0 ? 'before' : 'after');
    },
    reportOrder: (section: Section) => {
      void ready.order(section, null).then(done => done && announce('The quotes are in report order again.'));
    },
  };
  const now = useRef(desk);
  now.current = desk;
  const acts: RowActs = useMemo(
    () => ({
      choose: row => latestChoose.current(row),
      copy: row => void now.current.copy(row),
      open: () => now.current.open(),
      edit: row => now.current.edit(row),
      star: row => now.current.star(row),
      togglePassage: () => now.current.togglePassage(),
      drop: (row, moved, side) => now.current.drop(row, moved, side),
    }),
    [],
  );
  const latestChoose = useRef(choose);
  latestChoose.current = choose;
  const unsaved = useCallback((key: string) => draftOf(key) !== undefined, [draftOf]);
  return { ...desk, acts, draftOf, unsaved, passage, focus };
}

export type Desk = ReturnType<typeof useDesk>;
