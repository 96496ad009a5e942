import {
  type DragEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { clearHighlight, paintHighlight } from '../../lexical/highlights.ts';
import { moveSelection } from '../../lexical/keyboard.ts';
import { bringCaretToWords, placeCaret, rangesOf, selectedSpan } from '../../lexical/places.ts';
import { mountTranscript } from '../../lexical/transcript.ts';
import css from './Coding.module.css';
import { Floating } from './Floating.tsx';
import { LineNumbers } from './LineNumbers.tsx';
import { Margin } from './Margin.tsx';
import { Outline } from './Outline.tsx';
import type { Codes } from './paintTurns.ts';
import { ReadingFoot } from './ReadingFoot.tsx';
import { useMargin } from './useMargin.ts';
import { useVisibleTurns } from './useVisibleTurns.ts';
import { useView } from './view.ts';

type Props = {
  readonly transcript: Transcript;
  readonly codes: Codes;
  readonly page: RefObject<HTMLDivElement | null>;
  readonly selection: Span | null;
  readonly onSelect: (span: Span | null) => void;
  readonly chosen: string | null;
  readonly onChoose: (coding: string | null) => void;
  readonly fresh: ReadonlySet<string>;
  readonly onUndo: () => void;
  /** A stretch to bring into view, when another place asks for it. */
  readonly at: Span | null;
  /** Stretches that were searched for, highlighted all at once. */
  readonly hits: readonly Span[];
  /** Words that are replaced in print. */
  readonly marks: readonly Span[];
  /** What floats at the selection. */
  readonly floating: ReactNode;
  /** Something was let fall on the page; its words never change by it. */
  readonly onDropCode: (event: DragEvent) => void;
};

/** The transcript as a page of turns with its margin of codings. Selecting is by mouse or keys; the words never change here. */
export function TranscriptPage(props: Props) {
  const {
    transcript,
    codes,
    page,
    selection,
    onSelect,
    chosen,
    onChoose,
    fresh,
    onUndo,
    at,
    hits,
    marks,
    floating,
    onDropCode,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [forward, setForward] = useState<string | null>(null);
  const view = useView();
  const latest = useRef({ transcript, onSelect });
  latest.current = { transcript, onSelect };
  const { text, turns, speakers } = transcript;
  const words = useMemo(() => ({ text, turns, speakers }), [text, turns, speakers]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew only when the words or the speakers are others, not with each coding
  useLayoutEffect(() => {
    const root = page.current;
    if (!root) return;
    return mountTranscript(root, latest.current.transcript, {
      turn: css.turn ?? '',
      asks: css.asks ?? '',
      ordinal: css.ordinal ?? '',
      who: css.who ?? '',
      time: css.time ?? '',
      words: css.words ?? '',
    });
  }, [words, page]);

  useEffect(() => {
    const follow = () => {
      const root = page.current;
      const focus = getSelection()?.focusNode;
      if (!root || !focus || !root.contains(focus)) return;
      if (bringCaretToWords(root, latest.current.transcript)) return;
      latest.current.onSelect(selectedSpan(root, latest.current.transcript));
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [page]);

  const shown = useVisibleTurns(page, scroller, words);
  const coding = view.mode === 'code';
  const painted = useMemo(() => (coding ? transcript : { ...transcript, codings: [] }), [coding, transcript]);
  const layout = useMargin(page, painted, codes, shown, view.margin);
  useEffect(() => {
    const root = page.current;
    paintHighlight('sel', root && selection ? rangesOf(root, transcript, selection) : [], 4);
    return () => clearHighlight('sel');
  }, [page, selection, transcript]);
  useEffect(() => {
    const root = page.current;
    if (!root || !at) return;
    const ranges = rangesOf(root, words, at);
    ranges[0]?.startContainer.parentElement?.closest('[data-turn]')?.scrollIntoView({ block: 'center' });
    paintHighlight('found', ranges, 3);
    return () => clearHighlight('found');
  }, [page, at, words]);
  useEffect(() => {
    const root = page.current;
    paintHighlight('hits', root ? hits.flatMap(hit => rangesOf(root, words, hit)) : [], 2);
    return () => clearHighlight('hits');
  }, [page, hits, words]);
  useEffect(() => {
    const root = page.current;
    paintHighlight('spoken', root ? marks.flatMap(mark => rangesOf(root, words, mark)) : [], 1);
    return () => clearHighlight('spoken');
  }, [page, marks, words]);

  const brought = coding ? transcript.codings.find(one => one.id === (forward ?? chosen)) : undefined;
  return (
    <div
      ref={scroller}
      className={css.work}
      data-mode={view.mode}
      data-times={view.times || undefined}
      data-lines={view.lines || undefined}
    >
      <div className={css.sheet}>
        <div
          ref={page}
          className={css.page}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the page takes the caret, so that words can be selected by keyboard
          tabIndex={0}
          role="document"
          aria-label={`Transcript of ${transcript.source.attribution}`}
          data-transcript
          onFocus={() => {
            const root = page.current;
            const focus = getSelection()?.focusNode;
            // The browser puts the caret before the first turn's number; it belongs at the first word.
            const inWords = focus?.parentElement?.closest('[data-turn]');
            if (root && (!inWords || !root.contains(inWords))) placeCaret(root, transcript, 0);
          }}
          onKeyDown={event => {
            if (!('EditContext' in window) && moveSelection(event.nativeEvent)) event.preventDefault();
          }}
          onDragStart={event => event.dataTransfer.setData(selectionDrag, 'selection')}
          onDrop={onDropCode}
        />
        {!coding && <ReadingFoot page={page} scroller={scroller} transcript={transcript} />}
        {view.lines && <LineNumbers root={page} transcript={transcript} shown={shown} />}
        {brought && (
          <Outline root={page} transcript={transcript} span={brought} hue={codes.get(brought.code)?.hue ?? 1} />
        )}
        {coding && (
          <Margin
            layout={layout}
            forward={brought?.id ?? null}
            fresh={fresh}
            onForward={setForward}
            onChoose={onChoose}
            onUndo={onUndo}
          />
        )}
        {selection && floating && (
          <Floating root={page} scroller={scroller} transcript={transcript} span={selection}>
            {floating}
          </Floating>
        )}
      </div>
    </div>
  );
}

/** What a drag of selected words carries, beside the words themselves. */
export const selectionDrag = 'application/x-ninefold-selection';
