/** The order in which new codes take hues: the first five stay apart under deutan and protan vision. */
const hueOrder = [4, 9, 12, 1, 11, 6, 8, 7, 5, 2, 10, 3] as const;

/** The hue, 1 to 12, used least so far; ties go to the order above. */
export function nextHue(used: readonly number[]): number {
  const uses = (hue: number) => used.filter(other => other === hue).length;
  return hueOrder.reduce((best, hue) => (uses(hue) < uses(best) ? hue : best), hueOrder[0] as number);
}

/** Two letters that stand for a code beside its colour, unlike any in `taken`: from the name first, then any free pair, with a digit where letters run out. */
export function nextSigil(name: string, taken: ReadonlySet<string>): string {
  const words = (name.normalize('NFD').match(/\p{L}+/gu) ?? []).map(word => [...word]);
  const letters = words.flat();
  const [first = 'X'] = [...(words[0]?.[0] ?? 'X').toUpperCase()];
  const candidates = [
    ...words.slice(1).map(word => first + (word[0] ?? '').toLowerCase()),
    ...letters.slice(1).map(letter => first + letter.toLowerCase()),
    ...alphabet.map(letter => first + letter),
    ...alphabet.flatMap(a => alphabet.map(b => a.toUpperCase() + b)),
    ...alphabet.flatMap(a => digits.map(b => a.toUpperCase() + b)),
    ...alphabet.flatMap(a => alphabet.map(b => (a + b).toUpperCase())),
  ];
  return candidates.find(sigil => [...sigil].length === 2 && !taken.has(sigil)) ?? 'Zz';
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
const digits = [...'0123456789'];
