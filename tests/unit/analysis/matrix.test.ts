import { describe, expect, test } from 'vitest';
import { matrixOf } from '../../../shared/analysis/matrix.ts';

// Codes 0 and 1 are of theme 0, code 1 of theme 1 as well, code 2 of none.
const rowsOf = [[0], [0, 1], []];
const spans = {
  count: 6,
  source: Int32Array.from([0, 0, 0, 1, 1, 1]),
  start: Int32Array.from([0, 0, 5, 0, 7, 9]),
  end: Int32Array.from([4, 4, 6, 4, 8, 11]),
  code: Int32Array.from([0, 1, 2, 0, 0, 1]),
};
const columnOf = Int32Array.from([0, 0, 0, 1, 1, -1]);
const personOf = Int32Array.from([3, 3, 3, 3, 4, 4]);
const input = { spans, rowsOf, rows: 2, columnOf, columns: 2, personOf };

describe('a matrix', () => {
  test('counts a stretch with two codes of a theme once', () => {
    expect(matrixOf(input, 'extracts')).toEqual({
      cells: [
        [1, 2],
        [1, 0],
      ],
      rows: [3, 1],
      columns: [1, 2],
      all: 3,
    });
  });
  test('counts each source once', () => {
    expect(matrixOf(input, 'sources')).toEqual({
      cells: [
        [1, 1],
        [1, 0],
      ],
      rows: [2, 1],
      columns: [1, 1],
      all: 2,
    });
  });
  test('counts each person once, also in the totals', () => {
    expect(matrixOf(input, 'participants')).toEqual({
      cells: [
        [1, 2],
        [1, 0],
      ],
      rows: [2, 1],
      columns: [1, 2],
      all: 2,
    });
  });
});
