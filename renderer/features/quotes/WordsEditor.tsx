import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { checkPrinted } from '../../../shared/text/printed.ts';
import { printedErrorInWords } from '../../../shared/text/printedWords.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { BoundsRow } from './BoundsRow.tsx';
import { type Draft, edited, withBounds } from './drafts.ts';
import { MarkedArea } from './MarkedArea.tsx';
import { DifferenceList } from './ReadyPane.tsx';
import css from './WordsEditor.module.css';

/** The words of a quote as they shall be printed, checked against their passage while they are written. Ctrl+Enter saves, Escape leaves all as it was. */
export function WordsEditor({
  draft,
  transcript,
  onChange,
  onSave,
  onCancel,
}: {
  readonly draft: Draft;
  readonly transcript: Transcript;
  readonly onChange: (draft: Draft) => void;
  /** @returns whether it was saved. */
  readonly onSave: (draft: Draft, passage: string) => void;
  readonly onCancel: () => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const status = useId();
  const passage = transcript.text.slice(draft.bounds.start, draft.bounds.end);
  const checked = useMemo(() => checkPrinted(passage, draft.words), [passage, draft.words]);
  const errors = checked.ok ? [] : checked.errors;
  useEffect(() => area.current?.focus(), []);
  const select = ({ start, end }: Span) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const save = () => {
    const [first] = errors;
    if (!first) return onSave(draft, passage);
    select(first);
    announce(`Not saved. ${printedErrorInWords(first)}`);
  };
  const edit = (how: 'cut' | 'bracket') => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = area.current ?? {};
    const next = edited(draft.words, { start, end }, how);
    onChange({ ...draft, words: next.words });
    requestAnimationFrame(() => select(next.select));
  };
  const onKey = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const pressed = event.key === 'Escape' ? onCancel : control && event.key === 'Enter' ? save : keyed(event, edit);
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
    pressed();
  };
  return (
    <section aria-label="Words to print" onKeyDownCapture={onKey}>
      <h3>Words to print</h3>
      <MarkedArea
        ref={area}
        label="Words to print"
        value={draft.words}
        marks={errors}
        describedBy={status}
        onChange={words => onChange({ ...draft, words })}
      />
      <div className={css.tools}>
        <Button look="quiet" onPress={() => edit('cut')}>
          Cut […] <Kbd>Alt X</Kbd>
        </Button>
        <Button look="quiet" onPress={() => edit('bracket')}>
          Brackets [ ] <Kbd>Alt B</Kbd>
        </Button>
      </div>
      <div id={status} className={css.status} role="status">
        {checked.ok ? (
          <p className={css.fits}>
            <Icon name="check" size={14} />
            {checked.differences.length === 0 ? 'These are the words of the passage.' : 'These words check.'}
          </p>
        ) : (
          <p className={css.wrong}>
            <Icon name="stop" size={14} />
            {errors.length === 1 ? 'One difference is not marked.' : `${errors.length} differences are not marked.`}
          </p>
        )}
      </div>
      {checked.ok ? (
        checked.differences.length > 0 && <DifferenceList differences={checked.differences} />
      ) : (
        <ul className={css.errors} aria-label="Differences that are not marked">
          {errors.map(error => (
            <li key={`${error.start} ${error.kind}`}>
              <button type="button" onClick={() => select(error)}>
                {printedErrorInWords(error)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <BoundsRow
        transcript={transcript}
        bounds={draft.bounds}
        onChange={bounds => onChange(withBounds(draft, transcript.text, bounds))}
      />
      <TextField
        label="Lead-in"
        hint="Printed before the quote."
        className={css.leadIn}
        value={draft.leadIn}
        onChange={leadIn => onChange({ ...draft, leadIn })}
      />
      <div className={css.foot}>
        <Button look="quiet" onPress={() => onChange({ ...draft, words: passage })}>
          Whole passage
        </Button>
        <span />
        <Button onPress={onCancel}>Cancel</Button>
        <Button look="primary" disabled={!checked.ok} onPress={save}>
          Save
        </Button>
      </div>
      <p className={css.keys} aria-hidden="true">
        <Kbd>Ctrl Enter</Kbd> saves <Kbd>Esc</Kbd> leaves it as it was
      </p>
    </section>
  );
}

/** What Alt with a letter does here; null for all other keys. */
function keyed(event: KeyboardEvent, edit: (how: 'cut' | 'bracket') => void): (() => void) | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.code === 'KeyX') return () => edit('cut');
  return event.code === 'KeyB' ? () => edit('bracket') : null;
}
