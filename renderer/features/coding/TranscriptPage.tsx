import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Code, Span, Transcript } from '../../../shared/model/entities.ts';
import { clearHighlight, paintHighlight } from '../../lexical/highlights.ts';
import { moveSelection } from '../../lexical/keyboard.ts';
import { placeCaret, rangesOf, selectedSpan } from '../../lexical/places.ts';
import { mountTranscript } from '../../lexical/transcript.ts';
import css from './Coding.module.css';
import { Margin } from './Margin.tsx';
import { Outline } from './Outline.tsx';
import { TurnNotes } from './TurnNotes.tsx';
import { useMargin } from './useMargin.ts';

type Props = {
  readonly transcript: Transcript;
  readonly codes: readonly Code[];
  readonly page: RefObject<HTMLDivElement | null>;
  readonly selection: Span | null;
  readonly onSelect: (span: Span | null) => void;
  readonly chosen: string | null;
  readonly onChoose: (coding: string | null) => void;
  readonly fresh: ReadonlySet<string>;
  readonly onUndo: () => void;
  /** A stretch to bring into view, when another place asks for it. */
  readonly at: Span | null;
  /** What floats at the selection, given the place below its last line. */
  readonly floating: (place: { readonly left: number; readonly top: number }) => ReactNode;
};

/** The transcript as a page of turns with its margin of codings. Selecting is by mouse or keys; the words never change here. */
export function TranscriptPage({
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
  floating,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [forward, setForward] = useState<string | null>(null);
  const latest = useRef({ transcript, onSelect });
  latest.current = { transcript, onSelect };
  const words = useMemo(
    () => `${transcript.source.id} ${transcript.speakers.map(speaker => speaker.name + speaker.role).join()}`,
    [transcript],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew only when the words or the speakers are others, not with each coding
  useLayoutEffect(() => {
    const root = page.current;
    if (!root) return;
    return mountTranscript(root, latest.current.transcript, {
      turn: css['turn'] ?? '',
      asks: css['asks'] ?? '',
      ordinal: css['ordinal'] ?? '',
      who: css['who'] ?? '',
      words: css['words'] ?? '',
    });
  }, [words, page]);

  useEffect(() => {
    const follow = () => {
      const root = page.current;
      const focus = getSelection()?.focusNode;
      if (root && focus && root.contains(focus)) latest.current.onSelect(selectedSpan(root, latest.current.transcript));
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [page]);

  const layout = useMargin(page, scroller, transcript, codes);
  useEffect(() => {
    const root = page.current;
    paintHighlight('sel', root && selection ? rangesOf(root, transcript, selection) : [], 3);
    return () => clearHighlight('sel');
  }, [page, selection, transcript]);
  useEffect(() => {
    const root = page.current;
    if (!root || !at) return;
    const range = rangesOf(root, transcript, at)[0];
    const row = range?.startContainer.parentElement?.closest('[data-turn]');
    row?.scrollIntoView({ block: 'center' });
    paintHighlight('found', rangesOf(root, transcript, at), 2);
    return () => clearHighlight('found');
  }, [page, at, transcript]);

  const brought = forward ?? chosen;
  const coding = transcript.codings.find(one => one.id === brought);
  const hue = codes.find(code => code.id === coding?.code)?.hue ?? 1;
  return (
    <div ref={scroller} className={css['work']}>
      <div className={css['sheet']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page takes the caret, so that words can be selected by keyboard */}
        <div
          ref={page}
          className={css['page']}
          tabIndex={0}
          role="document"
          aria-label={`Transcript of ${transcript.source.attribution}`}
          data-transcript
          onFocus={() => {
            const root = page.current;
            const focus = getSelection()?.focusNode;
            if (root && (!focus || !root.contains(focus) || focus === root)) placeCaret(root, transcript, 0);
          }}
          onKeyDown={event => {
            if (!('EditContext' in window) && moveSelection(event.nativeEvent)) event.preventDefault();
          }}
        />
        <TurnNotes transcript={transcript} codes={codes} />
        {coding && <Outline root={page} transcript={transcript} span={coding} hue={hue} />}
        <Margin
          layout={layout}
          forward={brought}
          fresh={fresh}
          onForward={setForward}
          onChoose={onChoose}
          onUndo={onUndo}
        />
        {selection && <Floating root={page} transcript={transcript} span={selection} render={floating} />}
      </div>
    </div>
  );
}

/** Below the last line of a selection, left of the margin. */
function Floating({
  root,
  transcript,
  span,
  render,
}: {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly transcript: Transcript;
  readonly span: Span;
  readonly render: Props['floating'];
}) {
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const page = root.current;
    if (!page) return;
    const rects = rangesOf(page, transcript, span).at(-1)?.getClientRects();
    const last = rects?.[rects.length - 1];
    const box = page.getBoundingClientRect();
    if (last) setPlace({ left: page.offsetLeft + 172, top: last.bottom - box.top + page.offsetTop + 8 });
  }, [root, transcript, span]);
  return place && render(place);
}
