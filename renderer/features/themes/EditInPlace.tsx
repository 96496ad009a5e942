import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { wordsOf } from '../../ui/words.ts';
import css from './EditInPlace.module.css';

/**
 * Text that is edited where it stands. Enter or leaving the field saves it, Escape puts back what was there.
 * What is refused stays in the field with the reason, so that nothing typed is lost.
 */
export function EditInPlace({
  label,
  value,
  placeholder,
  lines,
  required,
  className,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Shift+Enter begins a new line. */
  readonly lines?: boolean;
  readonly required?: boolean;
  readonly className?: string | undefined;
  /** Rejects with the reason where it is refused. */
  readonly onSave: (value: string) => Promise<unknown>;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const leaving = useRef(false);
  const hint = useId();
  const shown = draft ?? value;
  const reset = () => {
    setDraft(null);
    setRefused(null);
  };
  const save = async () => {
    if (leaving.current || draft === null) return;
    const next = lines ? draft.trim() : draft.replace(/\s+/g, ' ').trim();
    if (next === value) return reset();
    if (required && next === '') return setRefused(`${label} can’t be empty. Escape puts back what was there.`);
    try {
      await onSave(next);
      reset();
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(lines && event.shiftKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      leaving.current = true;
      reset();
      event.currentTarget.blur();
      leaving.current = false;
    }
  };
  return (
    <div className={css.field}>
      <span className={`${css.grow} ${className ?? ''}`} data-words={`${shown || placeholder} `}>
        <textarea
          rows={1}
          dir="auto"
          aria-label={label}
          aria-describedby={hint}
          aria-invalid={refused !== null}
          placeholder={placeholder}
          value={shown}
          onChange={event => {
            setDraft(event.target.value);
            setRefused(null);
          }}
          onBlur={() => void save()}
          onKeyDown={onKeyDown}
        />
      </span>
      {refused ? (
        <p id={hint} className={css.refused} role="alert">
          <Icon name="warning" size={14} />
          {refused}
        </p>
      ) : (
        <p id={hint} className={css.hint}>
          Enter saves{lines ? ', Shift Enter begins a line' : ''}, Esc puts it back.
        </p>
      )}
    </div>
  );
}
