import css from './Places.module.css';
import { contextLength } from './readings.ts';

/** Words in what stands around them in their turn, as one flowing line. `before` and `after` are cut to whole words only where they were cut at all. */
export function Around({
  before,
  children,
  after,
}: {
  readonly before: string;
  readonly children: React.ReactNode;
  readonly after: string;
}) {
  return (
    <>
      <span className={css.around}>{headOf(before)}</span>
      {children}
      <span className={css.around}>{tailOf(after)}</span>
    </>
  );
}

function headOf(before: string): string {
  const turn = before.lastIndexOf('\n');
  if (turn >= 0) return before.slice(turn + 1);
  return before.length < contextLength ? before : `… ${before.replace(/^\S*\s+/, '')}`;
}

function tailOf(after: string): string {
  const turn = after.indexOf('\n');
  if (turn >= 0) return after.slice(0, turn);
  return after.length < contextLength ? after : `${after.replace(/\s+\S*$/, '')} …`;
}
