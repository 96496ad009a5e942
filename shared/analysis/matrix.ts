import type { CodedSpans } from './cooccurrence.ts';

/** What a cell counts: distinct stretches of text, sources they are in, people who say them. */
export type MatrixCount = 'extracts' | 'sources' | 'participants';

export type MatrixInput = {
  readonly spans: CodedSpans;
  /** Rows that a code counts for: itself, or its themes. */
  readonly rowsOf: readonly (readonly number[])[];
  readonly rows: number;
  /** Column of each span, by its place in `spans`; -1 leaves it out. */
  readonly columnOf: Int32Array;
  readonly columns: number;
  /** Person of each span, by its place in `spans`. */
  readonly personOf: Int32Array;
};

/** Totals count each extract, source or person once, so that they may be less than the sum of their cells. */
export type Counted = {
  readonly cells: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly all: number;
};

/** Rows against columns. A stretch with several codes of one theme counts once for the theme. */
export function matrixOf(input: MatrixInput, count: MatrixCount): Counted {
  const { spans, rowsOf, rows, columnOf, columns, personOf } = input;
  const distinct = createDistinct(rows, columns, count === 'extracts');
  for (let from = 0; from < spans.count; ) {
    const hit = new Set<number>();
    let to = from;
    for (; to < spans.count && sameWords(spans, from, to); to++)
      for (const row of rowsOf[spans.code[to] ?? 0] ?? []) hit.add(row);
    const column = columnOf[from] ?? -1;
    if (column >= 0 && hit.size > 0) {
      const what =
        count === 'extracts' ? from : count === 'sources' ? (spans.source[from] ?? 0) : (personOf[from] ?? 0);
      distinct.add([...hit], column, what);
    }
    from = to;
  }
  return distinct.counted();
}

const sameWords = ({ source, start, end }: CodedSpans, a: number, b: number): boolean =>
  source[a] === source[b] && start[a] === start[b] && end[a] === end[b];

/** Counts in cells, rows and columns; the same thing counts once in each, unless all things are `different`. */
function createDistinct(rows: number, columns: number, different: boolean) {
  const cells = new Int32Array(rows * columns);
  const perRow = new Int32Array(rows);
  const perColumn = new Int32Array(columns);
  let all = 0;
  const seen = new Set<number>();
  const places = rows * columns + rows + columns + 1;
  const isNew = (place: number, what: number) => {
    if (different) return true;
    const key = what * places + place;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return {
    add: (hit: readonly number[], column: number, what: number) => {
      for (const row of hit) {
        const cell = row * columns + column;
        if (isNew(cell, what)) cells[cell] = (cells[cell] ?? 0) + 1;
        if (isNew(rows * columns + row, what)) perRow[row] = (perRow[row] ?? 0) + 1;
      }
      if (isNew(rows * columns + rows + column, what)) perColumn[column] = (perColumn[column] ?? 0) + 1;
      if (isNew(places - 1, what)) all++;
    },
    counted: (): Counted => ({
      cells: Array.from({ length: rows }, (_, row) => [...cells.subarray(row * columns, (row + 1) * columns)]),
      rows: [...perRow],
      columns: [...perColumn],
      all,
    }),
  };
}
