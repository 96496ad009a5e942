/** Rows of name and number, one below the other, numbers aligned: "Sources        16". */
export function figures(rows: readonly (readonly [string, number])[]): string {
  const names = Math.max(...rows.map(([name]) => name.length));
  const numbers = rows.map(([, number]) => number.toLocaleString('en-GB'));
  const width = Math.max(...numbers.map(number => number.length));
  return lines(rows.map(([name], at) => `${name.padEnd(names)}  ${(numbers[at] ?? '').padStart(width)}`));
}

/** Lines of text, each ended. */
export function lines(all: readonly string[]): string {
  return all.map(line => `${line}\n`).join('');
}

/** A field's name as a heading: "codings" is "Codings". */
export function heading(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
