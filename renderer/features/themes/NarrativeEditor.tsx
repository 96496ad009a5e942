import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { quotesIn } from '../../../shared/text/quoteLinks.ts';
import { useExtracts } from '../../client/queries.ts';
import { type MemoEditor, type MemoFormat, mountMemo } from '../../lexical/memo.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { followLink } from '../memos/follow.ts';
import { useDoing } from './desk.tsx';
import css from './Narrative.module.css';
import { useMarks } from './readings.ts';
import { stanceNames } from './stances.ts';
import { type LiveQuote, useLiveQuotes } from './useLiveQuotes.ts';

/** How long the hands must rest before what was written is saved, ms. Leaving saves at once. */
const rest = 1500;
const formats: readonly { readonly id: MemoFormat; readonly name: string }[] = [
  { id: 'bold', name: 'Bold' },
  { id: 'italic', name: 'Italic' },
  { id: 'heading', name: 'Heading' },
  { id: 'list', name: 'List' },
];
const quoteLink = 'a[href^="#/link/extract/"]';

/** The theme told in prose. A quote stands in it as its lead-in, with the words as the source has them now; paragraphs and quotes are put in order with Alt and the arrows. */
export function NarrativeEditor({ theme }: { readonly theme: Theme }) {
  const { acts } = useDoing();
  const extracts = useExtracts({ theme: theme.id });
  const marks = useMarks(theme.id);
  const [text, setText] = useState(theme.narrative);
  const [choosing, setChoosing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<MemoEditor | null>(null);
  const saved = useRef(theme.narrative);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const offered = [...new Map([...(extracts.data ?? []), ...(marks.data ?? [])].map(one => [one.key, one])).values()];
  const wanted = quotesIn(text);
  const quotes = useLiveQuotes(wanted, new Map(offered.map(one => [one.key, one])));

  const save = () => {
    clearTimeout(timer.current);
    const words = editor.current?.read();
    if (words === undefined || words === saved.current) return;
    const before = saved.current;
    saved.current = words;
    acts.writeNarrative(theme, words).catch(thrown => {
      saved.current = before;
      toastError(thrown);
    });
  };
  const saving = useRef(save);
  saving.current = save;
  const showing = useRef<() => void>(() => undefined);
  showing.current = () => box.current && showQuotes(box.current, quotes);

  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    let settled = false;
    const made = mountMemo(root, saved.current, () => {
      if (!settled) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => saving.current(), rest);
      queueMicrotask(() => editor.current && setText(editor.current.read()));
    });
    settled = true;
    editor.current = made;
    const watch = new MutationObserver(() => showing.current());
    watch.observe(root, { childList: true, subtree: true });
    const now = () => saving.current();
    addEventListener('pagehide', now);
    return () => {
      removeEventListener('pagehide', now);
      watch.disconnect();
      saving.current();
      editor.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => showing.current());

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const moved = editor.current?.move(event.key === 'ArrowUp' ? -1 : 1);
    if (moved) announce(event.key === 'ArrowUp' ? 'Moved up' : 'Moved down');
    event.preventDefault();
  };
  return (
    <section
      className={css.narrative}
      aria-label="Narrative"
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && save()}
    >
      <div className={css.tools} role="toolbar" aria-label="Form of the words">
        {formats.map(({ id, name }) => (
          <Button key={id} look="quiet" onPress={() => editor.current?.format(id)}>
            {name}
          </Button>
        ))}
        <Button look="quiet" icon="quotes" onPress={() => setChoosing(true)}>
          Quote …
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: headings, lists and quotes are more than a text area can hold */}
      <div
        ref={box}
        className={css.body}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label="Narrative of the theme"
        spellCheck
        onClick={event => followLink(event)}
        onKeyDown={onKeyDown}
      />
      <p className={css.foot}>
        {wanted.length > 0 && `${counted(wanted.length, 'quote')}. `}Alt with ↑ or ↓ moves a paragraph.
      </p>
      {choosing && (
        <Chooser
          title="Quote in the narrative"
          field="Find an extract by its words or source"
          none={offered.length === 0 ? 'The theme has no extracts yet.' : 'No extract has these letters.'}
          choices={offered.map(one => {
            const stance = marks.data?.find(mark => mark.key === one.key)?.stance;
            return {
              id: one.key,
              name: one.text,
              find: `${one.text} ${one.attribution}`,
              note: stance ? `${one.attribution}, ${stanceNames[stance].toLowerCase()}` : one.attribution,
            };
          })}
          onPick={key => {
            setChoosing(false);
            const chosen = offered.find(one => one.key === key);
            if (chosen) editor.current?.link('Quote:', `extract/${key}`);
            editor.current?.focus();
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

/** Lays the words beside their lead-ins, as attributes that the style sheet shows: they are not part of what is written. */
function showQuotes(root: HTMLElement, quotes: ReadonlyMap<string, LiveQuote>): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>(quoteLink)) {
    const quote = quotes.get(link.getAttribute('href')?.slice('#/link/extract/'.length) ?? '');
    const words = quote ? `${quote.text}\n${quote.attribution}` : 'These words are no longer in the study.';
    if (link.dataset.words !== words) link.dataset.words = words;
  }
}
