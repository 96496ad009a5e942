/** A generator of whole numbers below `most`, the same on every run. */
export function random(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return most => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
}

const common =
  'the and to I of a that it was in you he they she we is my had so but on for be with me just like not know what there have at when then all go out do up him said them her if one this about were get because really would from been no who did as people think an time well by or how could got their things see your me down now feel back into want been some going help more school home way mum day job talk two thing good over team told trust nobody asked café naïve'.split(
    ' ',
  );
const heads = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai', 'ee'];
const tails = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ng', 'ck'];

/** How many different words the generator knows: as many as about 16 million words of talk hold. */
export const vocabularySize = 60_000;

/** The words, most frequent first: everyday ones, then made-up ones that grow longer as they grow rarer. */
export function vocabulary(): readonly string[] {
  const next = random(3);
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const known = new Set(common);
  while (known.size < vocabularySize) {
    const syllables = 1 + Math.floor(Math.log10(known.size) - 1) + next(2);
    let word = '';
    for (let n = 0; n < syllables; n++) word += pick(heads) + pick(middles) + pick(tails);
    known.add(word);
  }
  return [...known];
}

/** Makes talk of so many words, as frequent as in real speech (Zipf), with sentence marks and curly apostrophes. */
export function createWords(seed: number): (words: number) => string {
  const list = vocabulary();
  const next = random(seed);
  const table = new Uint32Array(2 ** 18);
  let total = 0;
  for (let rank = 1; rank <= list.length; rank++) total += 1 / (rank + 2);
  let filled = 0;
  for (let rank = 1; rank <= list.length && filled < table.length; rank++) {
    const until = Math.min(table.length, filled + Math.max(1, Math.round((1 / (rank + 2) / total) * table.length)));
    table.fill(rank - 1, filled, until);
    filled = until;
  }
  return words => {
    const said: string[] = [];
    for (let n = 0; n < words; n++) {
      // One word in 16 comes from the whole list, so that rare words are there as well.
      const rank = next(16) === 0 ? next(list.length) : (table[next(filled)] ?? 0);
      const word = list[rank] ?? '';
      const mark = next(12);
      said.push(mark === 0 ? `${word},` : mark === 1 ? `${word}. I’d` : word);
    }
    return said.join(' ');
  };
}
