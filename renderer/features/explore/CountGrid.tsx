// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight is drawn, which the elements of a table can't do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { figure } from '../../ui/words.ts';
import css from './CountGrid.module.css';
import { inSight, ordered, type Place, type Sort, shadeOf, sortAfter, stepTo } from './grid.ts';

export type CountRow = {
  readonly key: string;
  readonly name: string;
  readonly head: ReactNode;
  readonly counts: readonly number[];
  readonly total: number;
};
export type CountColumn = { readonly key: string; readonly label: string };

type Props = {
  readonly label: string;
  /** Head of the names of rows. */
  readonly corner: string;
  readonly rows: readonly CountRow[];
  readonly columns: readonly CountColumn[];
  /** Totals of the columns and of all; without them there are no totals of rows either. */
  readonly totals?: { readonly columns: readonly number[]; readonly all: number };
  /** A count with its unit: "3 extracts". */
  readonly unit: (count: number) => string;
  /** Pressed: a cell with something in it. */
  readonly onOpen: (row: string, column: string) => void;
  /** Pressed: the name of a row, or its total. */
  readonly onRow: (row: string) => void;
  /** The cell that is open beside the grid. */
  readonly open: { readonly row: string; readonly column: string } | null;
  readonly nameWidth?: number;
};

/** Pixels; the style sheet is told the same. */
const size = { row: 32, head: 60, name: 264, column: 96, total: 72 };

/**
 * Counts of rows against columns: only what is in sight is drawn, so that thousands of cells scroll as a few do. Names, heads and totals stay in sight.
 * Arrows move, Enter opens a cell or sorts by a head.
 */
export function CountGrid({
  label,
  corner,
  rows,
  columns,
  totals,
  unit,
  onOpen,
  onRow,
  open,
  nameWidth = size.name,
}: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [sight, setSight] = useState({ top: 0, left: 0, width: 1200, height: 800 });
  const order = useMemo(() => ordered(rows, sort), [rows, sort]);
  const most = useMemo(() => Math.max(1, ...rows.map(row => Math.max(0, ...row.counts))), [rows]);
  const at = clamped(place, rows.length, columns.length, totals !== undefined);

  useEffect(() => {
    const scroller = box.current;
    if (!scroller) return;
    const look = () =>
      setSight(now => {
        const next = {
          top: scroller.scrollTop - (scroller.scrollTop % size.row),
          left: scroller.scrollLeft - (scroller.scrollLeft % size.column),
          width: scroller.clientWidth,
          height: scroller.clientHeight,
        };
        const same = (Object.keys(next) as (keyof typeof next)[]).every(key => next[key] === now[key]);
        return same ? now : next;
      });
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, []);

  const down = inSight({ offset: sight.top, room: sight.height, size: size.row, count: rows.length });
  const across = inSight({ offset: sight.left, room: sight.width, size: size.column, count: columns.length });
  // The same array while the same columns are in sight, so that scrolling down draws new lines alone.
  const { first, last } = across;
  const seen = useMemo(() => columns.slice(first, last), [columns, first, last]);
  const width = nameWidth + columns.length * size.column + (totals ? size.total : 0);
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`;

  const show = ({ row, column }: Place) => {
    const scroller = box.current;
    if (!scroller) return;
    const top = row * size.row;
    const foot = totals ? size.row : 0;
    const room = scroller.clientHeight - size.head - foot - size.row;
    if (row >= 0) scroller.scrollTop = Math.min(top, Math.max(scroller.scrollTop, top - room));
    const left = column * size.column;
    const beside = scroller.clientWidth - nameWidth - (totals ? size.total : 0) - size.column;
    if (column >= 0 && column < columns.length)
      scroller.scrollLeft = Math.min(left, Math.max(scroller.scrollLeft, left - beside));
  };
  const act = ({ row, column }: Place) => {
    if (row === -1) {
      setSort(sortAfter(sort, column));
      return;
    }
    const found = rows[order[row] ?? -1];
    const named = columns[column];
    if (found && !named) onRow(found.key);
    else if (found && named && (found.counts[column] ?? 0) > 0) onOpen(found.key, named.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act(at);
      return;
    }
    const extent = { rows: rows.length, columns: columns.length, totals: totals !== undefined };
    const next = stepTo(event.key, event.ctrlKey, at, extent);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    show(next);
  };
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    if (!cell) return;
    const pressed = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    if (pressed.row >= rows.length) return;
    setPlace(pressed);
    act(pressed);
  };
  const head = (column: number, words: string, className: string | undefined, style?: object) => (
    <div
      key={`head ${column}`}
      id={cellId(-1, column)}
      role="columnheader"
      className={className}
      style={style}
      data-row={-1}
      data-column={column}
      data-at={(at.row === -1 && at.column === column) || undefined}
      title={`${words}: press to sort`}
      aria-colindex={column + 2}
      aria-sort={sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <span>{words}</span>
      {sort?.column === column && <i aria-hidden="true">{sort.down ? '↓' : '↑'}</i>}
    </div>
  );
  const before = { marginLeft: across.first * size.column };
  return (
    <div
      ref={box}
      className={css.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + (totals ? 2 : 1)}
      aria-colcount={columns.length + (totals ? 2 : 1)}
      aria-activedescendant={cellId(at.row, at.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      style={{ '--name': `${nameWidth}px` } as CSSProperties}
    >
      <div
        role="presentation"
        className={css.sheet}
        style={{ width, height: size.head + (rows.length + (totals ? 1 : 0)) * size.row }}
      >
        <div role="row" aria-rowindex={1} className={css.head} style={{ width }}>
          {head(-1, corner, css.corner)}
          {seen.map((column, n) => head(across.first + n, column.label, css.columnHead, n === 0 ? before : undefined))}
          {totals && head(columns.length, 'All', css.totalHead)}
        </div>
        {order.slice(down.first, down.last).map((index, n) => {
          const row = rows[index];
          const line = down.first + n;
          return (
            row && (
              <Line
                key={row.key}
                id={id}
                row={row}
                line={line}
                first={across.first}
                columns={seen}
                all={columns.length}
                most={most}
                unit={unit}
                totals={totals !== undefined}
                at={at.row === line ? at.column : null}
                open={open?.row === row.key ? open.column : null}
                width={width}
              />
            )
          );
        })}
        {totals && (
          <div role="row" aria-rowindex={rows.length + 2} className={css.foot} style={{ width }}>
            <div role="rowheader" className={css.name}>
              All
            </div>
            {seen.map((column, n) => (
              <div
                key={column.key}
                role="gridcell"
                aria-colindex={across.first + n + 2}
                className={css.sum}
                style={n === 0 ? before : undefined}
              >
                <Count count={totals.columns[across.first + n] ?? 0} />
              </div>
            ))}
            <div role="gridcell" aria-colindex={columns.length + 2} className={css.total}>
              {figure(totals.all)}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

const Line = memo(function Line({
  id,
  row,
  line,
  first,
  columns,
  all,
  most,
  unit,
  totals,
  at,
  open,
  width,
}: {
  readonly id: string;
  readonly row: CountRow;
  readonly line: number;
  readonly first: number;
  readonly columns: readonly CountColumn[];
  readonly all: number;
  readonly most: number;
  readonly unit: (count: number) => string;
  readonly totals: boolean;
  /** Column where the keyboard is, if in this row. */
  readonly at: number | null;
  readonly open: string | null;
  readonly width: number;
}) {
  return (
    <div role="row" aria-rowindex={line + 2} className={css.line} style={{ width, top: size.head + line * size.row }}>
      <div
        id={`${id}-${line}--1`}
        role="rowheader"
        className={css.name}
        data-row={line}
        data-column={-1}
        data-at={at === -1 || undefined}
        title={row.name}
      >
        {row.head}
      </div>
      {columns.map((column, n) => {
        const place = first + n;
        const count = row.counts[place] ?? 0;
        return (
          <div
            key={column.key}
            id={`${id}-${line}-${place}`}
            role="gridcell"
            aria-colindex={place + 2}
            aria-label={`${row.name}, ${column.label}: ${count === 0 ? 'none' : unit(count)}`}
            aria-selected={open === column.key}
            className={css.cell}
            style={n === 0 ? { marginLeft: first * size.column } : undefined}
            data-row={line}
            data-column={place}
            data-shade={shadeOf(count, most)}
            data-at={at === place || undefined}
          >
            <Count count={count} />
          </div>
        );
      })}
      {totals && (
        <div
          id={`${id}-${line}-${all}`}
          role="gridcell"
          aria-colindex={all + 2}
          aria-label={`${row.name}, all: ${unit(row.total)}`}
          className={css.total}
          data-row={line}
          data-column={all}
          data-at={at === all || undefined}
        >
          <Count count={row.total} />
        </div>
      )}
    </div>
  );
});

const Count = ({ count }: { readonly count: number }) => (count === 0 ? <i className={css.none}>·</i> : figure(count));

const clamped = ({ row, column }: Place, rows: number, columns: number, totals: boolean): Place => ({
  row: Math.min(row, rows - 1),
  column: Math.min(column, totals ? columns : columns - 1),
});
