/** A column's letters, from 0: A, …, Z, AA. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

/** A table from A1 as a range, "A1:C9", or "$A$1:$C$9" as names of a workbook have it. `rows` counts the header. */
export function tableRange(columns: number, rows: number, fixed: '' | '$' = ''): string {
  return `${fixed}A${fixed}1:${fixed}${columnName(columns - 1)}${fixed}${rows}`;
}
