import type { Cell } from './paragraphs.ts';

/** Follows a document's tables as their tags open and close, and says in which cell one stands. Tables within tables count with the outer one. */
export type CellTracker = {
  readonly openTable: () => void;
  readonly closeTable: () => void;
  readonly nextRow: () => void;
  readonly nextCell: () => void;
  readonly cell: () => Cell | null;
};

export function trackCells(): CellTracker {
  let depth = 0;
  let table = -1;
  let row = -1;
  let column = -1;
  return {
    openTable: () => {
      if (depth++ > 0) return;
      table++;
      row = -1;
    },
    closeTable: () => {
      depth = Math.max(0, depth - 1);
    },
    nextRow: () => {
      if (depth > 1) return;
      row++;
      column = -1;
    },
    nextCell: () => {
      if (depth <= 1) column++;
    },
    cell: () => (depth > 0 && row >= 0 && column >= 0 ? { table, row, column } : null),
  };
}
