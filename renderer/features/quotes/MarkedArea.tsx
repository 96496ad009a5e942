import { type ReactNode, type Ref, useMemo } from 'react';
import type { Span } from '../../../shared/model/entities.ts';
import css from './WordsEditor.module.css';

/** Several lines of text in which stretches can be marked where they stand; it grows with its words. */
export function MarkedArea({
  ref,
  label,
  value,
  marks,
  describedBy,
  onChange,
}: {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly value: string;
  /** Ascending, apart from one another. An empty one marks the place between two characters. */
  readonly marks: readonly Span[];
  readonly describedBy: string;
  readonly onChange: (value: string) => void;
}) {
  const under = useMemo(() => marked(value, marks), [value, marks]);
  return (
    <div className={css.area}>
      <div aria-hidden="true">{under}</div>
      <textarea
        ref={ref}
        aria-label={label}
        aria-invalid={marks.length > 0}
        aria-describedby={describedBy}
        rows={4}
        spellCheck={false}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}

/** The text with its marks; a last empty line needs something in it to be as high as the field's. */
function marked(value: string, marks: readonly Span[]): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(
      value.slice(at, start),
      <mark key={`${start}`} data-empty={start === end || undefined}>
        {value.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, value.slice(at), '\u200B'];
}
