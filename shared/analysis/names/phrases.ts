import type { Span } from '../../model/entities.ts';
import { apostrophe, dash, type NameWord, nameWordsOf } from '../../text/nameWords.ts';

/** A word of a phrase. */
export type PhraseWord = Span & { readonly key: string; readonly shown: string };

/** Words with capitals in a row, as they stand in a text. */
export type Phrase = Span & {
  readonly words: readonly PhraseWord[];
  /** A sentence, a line or quoted speech begins here: the first capital says nothing. */
  readonly begins: boolean;
};

/** How often each word stands in lower case. */
export type Tally = Map<string, number>;

/** More words with capitals in a row are a heading or shouting, where a capital says nothing: each word stands alone. */
const longest = 6;

/** The phrases of a text, ascending. Words in lower case are counted into `lower`. Joined by a space, a hyphen or an apostrophe; a full stop after "Mr" or "St" doesn't part them. `words`: those of the text, where they are known. */
export function phrasesOf(text: string, lower: Tally, words = nameWordsOf(text)): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first) break;
    if (!isCapital(text, first)) {
      if (!isContraction(text, first)) lower.set(first.key, (lower.get(first.key) ?? 0) + 1);
      continue;
    }
    const row = [{ ...first, shown: text.slice(first.start, first.end) }];
    let next = words[at + 1];
    while (next && isCapital(text, next) && goesOn(text, row.at(-1), next)) {
      const last = row.at(-1);
      // A name with a hyphen or an apostrophe is one word.
      if (last && /^[^\s.]$/.test(text.slice(last.end, next.start)))
        row[row.length - 1] = {
          ...last,
          end: next.end,
          key: `${last.key}-${next.key}`,
          shown: text.slice(last.start, next.end),
        };
      else row.push({ ...next, shown: text.slice(next.start, next.end) });
      next = words[++at + 1];
    }
    if (row.length > longest)
      for (const word of row) phrases.push({ start: word.start, end: word.end, words: [word], begins: true });
    else {
      const end = row.at(-1)?.end ?? first.end;
      phrases.push({ start: first.start, end, words: row, begins: beginsAt(text, first.start) });
    }
  }
  return phrases;
}

function isCapital(text: string, { start }: NameWord): boolean {
  const unit = text.charCodeAt(start);
  return unit < 128 ? unit >= 65 && unit <= 90 : /^[\p{Lu}\p{Lt}]/u.test(text.slice(start, start + 2));
}

/** The s of "Kai’s", the ll of "I’ll". */
const isContraction = (text: string, { start }: NameWord) =>
  apostrophe.test(text[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[start - 2] ?? '');

function goesOn(text: string, last: PhraseWord | undefined, next: NameWord): boolean {
  if (!last) return false;
  const gap = text.slice(last.end, next.start);
  if (gap === ' ' || gap === '\n') return true;
  if (gap === '. ') return /^(?:mr|mrs|ms|dr|st|prof|rev|sgt|pc)$/.test(last.key);
  return gap.length === 1 && ((dash.test(gap) && gap !== '–' && gap !== '—') || apostrophe.test(gap));
}

const beginsAt = (text: string, start: number) =>
  /(?:^|[.!?…:;\n[(“"‘'–—/*]|- |\.\.)[\s"'“‘(*_]*$/.test(text.slice(Math.max(0, start - 4), start));

/** Up to five words before a place in the same sentence, in lower case, with one space between; '' at its start. */
export function beforeOf(text: string, start: number): string {
  const sentence =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[.!?…:;\n[(“"”]/)
      .at(-1) ?? '';
  return (
    sentence
      .toLowerCase()
      .replaceAll("'", '’')
      .match(/[\p{L}\p{N}’-]+,?/gu)
      ?.slice(-5)
      .join(' ') ?? ''
  );
}

/** The two words after a place, in lower case, led by “’s” in a possessive; '' where the sentence ends or a comma follows. */
export function afterOf(text: string, end: number): string {
  const following = /^(?:[’']s)?(?: [\p{L}\p{N}’'-]+){0,2}/u.exec(text.slice(end, end + 40))?.[0] ?? '';
  return following.toLowerCase().replaceAll("'", '’').trim();
}
