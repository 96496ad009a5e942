/** The names as a spreadsheet takes them: 1 to 31 characters, none of []:*?/\, no apostrophe at an end, each once in any case, and not "History", which Excel keeps for itself. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history']);
  return names.map(name => {
    const base = shortened(name.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/\s+/g, ' '), 31) || 'Sheet';
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${shortened(base, 31 - ` ${n}`.length)} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

const shortened = (name: string, most: number) =>
  name
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^[\s']+|[\s']+$/g, '');
