import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { emptyLeadIn } from '../../../shared/text/prose.ts';
import { quotesIn } from '../../../shared/text/quoteLinks.ts';
import { type MemoEditor, type MemoFormat, mountMemo } from '../../lexical/memo.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { followLink } from '../memos/follow.ts';
import css from './ProseEditor.module.css';
import { QuoteChooser } from './QuoteChooser.tsx';

/** How long the hands must rest before what was written is saved, ms. Leaving saves at once. */
const rest = 1500;
const formats: readonly { readonly id: MemoFormat; readonly name: string }[] = [
  { id: 'bold', name: 'Bold' },
  { id: 'italic', name: 'Italic' },
  { id: 'heading', name: 'Heading' },
  { id: 'list', name: 'List' },
];
const quoteLink = 'a[href^="#/link/extract/"]';

/** A quote as it stands in prose. */
export type ShownQuote = { readonly words: string; readonly attribution: string };

type Props = {
  /** For a screen reader: "Narrative of Trust". */
  readonly label: string;
  readonly value: string;
  /** Shown while nothing is written. */
  readonly placeholder: string;
  /** Quotes by their keys, as they are printed. */
  readonly quotes: ReadonlyMap<string, ShownQuote>;
  /** Whose extracts are offered first; null offers no quotes at all. */
  readonly offer: { readonly theme: string | null } | null;
  /** Rejects with the reason where it is refused; what was written stays. */
  readonly onSave: (markdown: string) => Promise<unknown>;
};

/**
 * Prose in which quotes stand by their keys, shown with their words. It saves itself when the hands rest and on leaving.
 * What somebody else writes, or an undo, comes in as long as nothing here waits to be saved.
 */
export function ProseEditor(props: Props) {
  const kept = useRef(props.value);
  const dirty = useRef(false);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (props.value === kept.current || dirty.current) return;
    kept.current = props.value;
    setVersion(now => now + 1);
  }, [props.value]);
  return <Editor key={version} {...props} kept={kept} dirty={dirty} />;
}

function Editor({
  label,
  value,
  placeholder,
  quotes,
  offer,
  onSave,
  kept,
  dirty,
}: Props & { readonly kept: { current: string }; readonly dirty: { current: boolean } }) {
  const [text, setText] = useState(value);
  const [choosing, setChoosing] = useState(false);
  const [picked, setPicked] = useState<ReadonlyMap<string, ShownQuote>>(new Map());
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<MemoEditor | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The words as the editor gives them back, before anything is typed: the same text may be marked otherwise in what is kept. */
  const laid = useRef(value);
  const wanted = quotesIn(text);

  const save = () => {
    clearTimeout(timer.current);
    const words = editor.current?.read();
    if (!dirty.current || words === undefined) return;
    dirty.current = false;
    const before = { kept: kept.current, laid: laid.current };
    kept.current = words;
    laid.current = words;
    onSave(words).catch(thrown => {
      kept.current = before.kept;
      laid.current = before.laid;
      dirty.current = true;
      toastError(thrown);
    });
  };
  const saving = useRef(save);
  saving.current = save;
  const showing = useRef<() => void>(() => undefined);
  showing.current = () => box.current && showQuotes(box.current, key => quotes.get(key) ?? picked.get(key));

  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out once; what comes from outside is laid out by another one
  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    const made = mountMemo(root, value, () => queueMicrotask(touched));
    laid.current = made.read();
    editor.current = made;
    /** Laying the words out touches them, too: only other words wait to be saved. */
    function touched() {
      const now = editor.current?.read();
      if (now === undefined) return;
      setText(now);
      dirty.current = now !== laid.current;
      clearTimeout(timer.current);
      if (dirty.current) timer.current = setTimeout(() => saving.current(), rest);
    }
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
      className={css.prose}
      aria-label={label}
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && save()}
    >
      <div className={css.tools} role="toolbar" aria-label="Form of the words">
        {formats.map(({ id, name }) => (
          <Button key={id} look="quiet" onPress={() => editor.current?.format(id)}>
            {name}
          </Button>
        ))}
        {offer && (
          <Button look="quiet" icon="quotes" onPress={() => setChoosing(true)}>
            Quote …
          </Button>
        )}
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
        aria-label={label}
        aria-placeholder={placeholder}
        data-empty={text.trim() === '' ? placeholder : undefined}
        spellCheck
        onClick={event => followLink(event)}
        onKeyDown={onKeyDown}
      />
      <p className={css.foot}>
        {wanted.length > 0 && `${counted(wanted.length, 'quote')}. `}Alt with ↑ or ↓ moves a paragraph.
      </p>
      {choosing && offer && (
        <QuoteChooser
          theme={offer.theme}
          onPick={({ key, text: words, attribution }) => {
            setChoosing(false);
            setPicked(now => new Map(now).set(key, { words, attribution }));
            editor.current?.link(emptyLeadIn, `extract/${key}`);
            editor.current?.focus();
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

/** Lays the words beside their lead-ins, as attributes that the style sheet shows: they are not part of what is written. */
function showQuotes(root: HTMLElement, quoteOf: (key: string) => ShownQuote | undefined): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>(quoteLink)) {
    const quote = quoteOf(link.getAttribute('href')?.slice('#/link/extract/'.length) ?? '');
    const words = quote
      ? `${quote.words}\n${quote.attribution}`
      : 'Not printed: it is held back, or its words are gone.';
    if (link.dataset.words !== words) link.dataset.words = words;
  }
}
