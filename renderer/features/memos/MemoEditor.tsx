import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Memo } from '../../../shared/model/memos.ts';
import { useCodes, useSources, useThemes } from '../../client/queries.ts';
import { type MemoEditor as Editor, type MemoFormat, mountMemo } from '../../lexical/memo.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { said } from '../../ui/words.ts';
import { followLink } from './follow.ts';
import css from './Memos.module.css';

/** How long the hands must rest before what was written is saved, ms. Leaving saves at once. */
const rest = 1500;

const formats: readonly { readonly id: MemoFormat; readonly name: string; readonly key?: string }[] = [
  { id: 'bold', name: 'Bold', key: 'Ctrl B' },
  { id: 'italic', name: 'Italic', key: 'Ctrl I' },
  { id: 'heading', name: 'Heading' },
  { id: 'list', name: 'List' },
  { id: 'quote', name: 'Quotation' },
];

/** A memo as the editor takes it: one that is kept, or one that is kept when its first words are. */
export type Written = Pick<Memo, 'title' | 'body' | 'aboutName' | 'quoted'> &
  Partial<Pick<Memo, 'coder' | 'changedAt'>>;

/** A memo to be written: title, words in rich text, links to what it speaks of. It saves itself: `onSave` is called when the hands rest, and on leaving. */
export function MemoEditor({
  memo,
  autoFocus = false,
  onSave,
}: {
  readonly memo: Written;
  readonly autoFocus?: boolean;
  readonly onSave: (words: { readonly title: string; readonly body: string }) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [title, setTitle] = useState(memo.title);
  const [linking, setLinking] = useState(false);
  const given = useRef({ memo, onSave, title, autoFocus });
  given.current = { ...given.current, onSave, title };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);

  const save = () => {
    clearTimeout(timer.current);
    const body = editor.current?.read();
    if (!dirty.current || body === undefined) return;
    dirty.current = false;
    given.current.onSave({ title: given.current.title, body });
  };
  const touched = () => {
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => saving.current(), rest);
  };
  const saving = useRef(save);
  saving.current = save;

  useLayoutEffect(() => {
    if (!box.current) return;
    let settled = false;
    const made = mountMemo(box.current, given.current.memo.body, () => settled && touching.current());
    settled = true;
    editor.current = made;
    if (given.current.autoFocus) made.focus();
    return () => {
      saving.current();
      editor.current = null;
      made.destroy();
    };
  }, []);
  const touching = useRef(touched);
  touching.current = touched;
  useEffect(() => {
    const now = () => saving.current();
    addEventListener('pagehide', now);
    return () => removeEventListener('pagehide', now);
  }, []);

  return (
    <article className={css.memo} onBlur={event => !event.currentTarget.contains(event.relatedTarget) && save()}>
      <input
        className={css.title}
        aria-label="Title of the memo"
        placeholder="Title"
        value={title}
        maxLength={500}
        onChange={event => {
          setTitle(event.target.value);
          touched();
        }}
      />
      <p className={css.facts}>
        {memo.aboutName && <span>{memo.aboutName}</span>}
        {memo.coder && memo.changedAt && (
          <span>
            {memo.coder}, {said(memo.changedAt)}
          </span>
        )}
      </p>
      {memo.quoted && <blockquote className={css.quoted}>{memo.quoted}</blockquote>}
      <div className={css.tools} role="toolbar" aria-label="Form of the words">
        {formats.map(({ id, name, key }) => (
          <Button key={id} look="quiet" onPress={() => editor.current?.format(id)}>
            {name}
            {key && <Kbd>{key}</Kbd>}
          </Button>
        ))}
        <Button look="quiet" onPress={() => setLinking(true)}>
          Link to …
        </Button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: headings, lists and links are more than a text area can hold */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: links inside take Enter themselves */}
      <div
        ref={box}
        className={css.body}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label="Words of the memo"
        spellCheck
        onClick={event => followLink(event)}
      />
      {linking && (
        <LinkChooser
          onPick={(words, to) => {
            setLinking(false);
            editor.current?.link(words, to);
          }}
          onClose={() => setLinking(false)}
        />
      )}
    </article>
  );
}

/** Everything in the study that a memo can point to. */
function LinkChooser({
  onPick,
  onClose,
}: {
  readonly onPick: (words: string, to: string) => void;
  readonly onClose: () => void;
}) {
  const codes = useCodes();
  const themes = useThemes();
  const sources = useSources();
  const choices = [
    ...(themes.data ?? []).map(theme => ({ id: `theme/${theme.id}`, name: theme.name, note: 'theme' })),
    ...(codes.data ?? []).map(code => ({ id: `code/${code.id}`, name: code.name, note: 'code' })),
    ...(sources.data ?? []).map(source => ({ id: `source/${source.id}`, name: source.attribution, note: 'source' })),
  ];
  return (
    <Chooser
      title="Link to"
      field="Find a theme, code or source"
      none="Nothing has these letters."
      choices={choices}
      onPick={id => {
        const choice = choices.find(one => one.id === id);
        if (choice) onPick(choice.name, choice.id);
      }}
      onClose={onClose}
    />
  );
}
