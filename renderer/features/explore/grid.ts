/** Items of one size each that are in sight: from `first`, before `last`, with a few either side. Pixels. */
export function inSight(
  {
    offset,
    room,
    size,
    count,
  }: { readonly offset: number; readonly room: number; readonly size: number; readonly count: number },
  around = 4,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.min(count, Math.floor(offset / size) - around));
  return { first, last: Math.max(first, Math.min(count, Math.ceil((offset + room) / size) + around)) };
}

/** Where the keyboard is: row -1 is the head, column -1 the names of rows, column `columns` the totals. */
export type Place = { readonly row: number; readonly column: number };
export type Extent = { readonly rows: number; readonly columns: number; readonly totals: boolean };

const page = 10;

/** Where a key leads from a place; null where it is no key of the grid's. */
export function stepTo(
  key: string,
  ctrl: boolean,
  { row, column }: Place,
  { rows, columns, totals }: Extent,
): Place | null {
  const lastColumn = totals ? columns : columns - 1;
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.max(-1, Math.min(rows - 1, nextRow)),
    column: Math.max(-1, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(row - page, column);
    case 'Home':
      return at(ctrl ? -1 : row, -1);
    case 'End':
      return at(ctrl ? rows - 1 : row, lastColumn);
    default:
      return null;
  }
}

/** By which column the rows stand: -1 by name, `columns` by their totals; null as they come. */
export type Sort = { readonly column: number; readonly down: boolean } | null;

/** Pressing a head: most first, then least first (names: A first, then Z), then as they come. */
export function sortAfter(sort: Sort, column: number): Sort {
  const begin = column !== -1;
  if (sort?.column !== column) return { column, down: begin };
  return sort.down === begin ? { column, down: !begin } : null;
}

/** Places of rows in the order of a sort; rows that are alike stay as they come. */
export function ordered(
  rows: readonly { readonly name: string; readonly counts: readonly number[]; readonly total: number }[],
  sort: Sort,
): readonly number[] {
  const places = rows.map((_, place) => place);
  if (sort === null) return places;
  const { column, down } = sort;
  const value = (place: number) => rows[place]?.counts[column] ?? rows[place]?.total ?? 0;
  const compare = (a: number, b: number) =>
    column === -1 ? natural.compare(rows[a]?.name ?? '', rows[b]?.name ?? '') : value(a) - value(b);
  return places.sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a - b);
}

const natural = new Intl.Collator('en-GB', { numeric: true });

/** How dark a cell is, 0 to 5, by its share of the largest. */
export const shadeOf = (count: number, most: number): number =>
  count <= 0 ? 0 : Math.max(1, Math.ceil((count / most) * 5));
