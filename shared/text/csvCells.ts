/** What a spreadsheet would take for a formula, with any apostrophes that already stand before it. */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: an apostrophe before a leading = + - @, tab or return. `plainCell` takes it off again. */
export function harmlessCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text of a cell that `harmlessCell` may have made. */
export function plainCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
