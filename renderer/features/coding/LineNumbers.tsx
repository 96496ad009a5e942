import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Transcript } from '../../../shared/model/entities.ts';
import css from './Coding.module.css';
import { type LineMark, measureLines } from './paintTurns.ts';

/** Every fifth line of a turn, numbered within the turn, left of the words. */
export function LineNumbers({
  root,
  transcript,
  shown,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly transcript: Transcript;
  readonly shown: ReadonlySet<number>;
}) {
  const [marks, setMarks] = useState<readonly LineMark[]>([]);
  useLayoutEffect(() => {
    if (root.current) setMarks(measureLines(root.current, transcript, shown));
  }, [root, transcript, shown]);
  return (
    <div className={css.lineNumbers} aria-hidden="true">
      {marks.map(({ key, y, line }) => (
        <span key={key} style={{ top: y }}>
          {line}
        </span>
      ))}
    </div>
  );
}
