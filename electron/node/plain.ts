/** "1 coding", "14 codings": a number with its word. */
export function count(number: number, word: string): string {
  return `${number.toLocaleString('en-GB')} ${word}${number === 1 ? '' : 's'}`;
}

/** Words for a summary: the first few of a longer stretch, on one line. */
export function opening(words: string, most = 48): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** Names as a summary gives them, the first few of many: “Trust”, “Money” and 3 more. */
export function named(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map(name => `“${opening(name, 80)}”`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Every text that a value of plain data holds, at any depth. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsIn);
}
