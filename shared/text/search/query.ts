import { tokensOf } from './tokens.ts';

/** Words that stand one after the other, folded; the last may be the beginning of a word. */
export type Phrase = { readonly words: readonly string[]; readonly prefix: boolean };

/** What has to be in a piece: a phrase, or phrases with at most `within` words between the first and the last. */
export type Part = { readonly kind: 'phrase'; readonly phrase: Phrase } | Near;
export type Near = { readonly kind: 'near'; readonly phrases: readonly Phrase[]; readonly within: number };

/** `note` says in plain words what of the query could not be taken as it stood. */
export type Query = {
  readonly parts: readonly Part[];
  readonly without: readonly Phrase[];
  readonly note: string | null;
};

/** Parts beyond this many are left out: a pasted page is not a query. */
const mostParts = 24;
const usualNear = 10;

/**
 * Reads a query as people type it: words (all of them), "a phrase", beginn*, NEAR(trust mentor, 5), -without. What does not parse is taken as the words it holds.
 * `typing` takes the last word as a beginning, as long as nothing follows it.
 */
export function parseQuery(text: string, { typing = false } = {}): Query {
  const parts: Part[] = [];
  const without: Phrase[] = [];
  let note: string | null = null;
  const pattern = /NEAR\s*\(([^()]*)\)|(-?)"([^"]*)("?)|(-?)([^\s"]+)/gu;
  for (const [all, near, minusQuoted, quoted, closing, minus, plain] of evenQuotes(text).matchAll(pattern)) {
    if (near !== undefined) {
      const made = nearOf(near);
      if (made) parts.push(made);
      else {
        note = 'NEAR takes two words or phrases: NEAR(trust mentor, 5).';
        parts.push(...wordsIn(near.replace(/,\s*\d+\s*$/, '')));
      }
      continue;
    }
    if (quoted !== undefined) {
      const phrase = phraseOf(quoted, closing === '' && typing);
      if (phrase && minusQuoted === '-') without.push(phrase);
      else if (phrase) parts.push({ kind: 'phrase', phrase });
      continue;
    }
    const word = plain ?? all;
    if (/^NEAR\(?$/.test(word) || word.startsWith('NEAR(')) note = 'NEAR needs both brackets: NEAR(trust mentor, 5).';
    const phrase = phraseOf(word.replace(/^NEAR\(/, ''), false);
    if (phrase && minus === '-') without.push(phrase);
    else if (phrase) parts.push({ kind: 'phrase', phrase });
  }
  const last = parts.at(-1);
  if (typing && last?.kind === 'phrase' && /[\p{L}\p{N}\p{M}]$/u.test(text))
    parts[parts.length - 1] = { kind: 'phrase', phrase: { ...last.phrase, prefix: true } };
  if (parts.length === 0) {
    note =
      without.length > 0
        ? 'Add a word to look for beside those to leave out.'
        : 'Type at least one letter or digit to look for.';
  } else if (parts.length > mostParts) note = `Only the first ${mostParts} words were looked for.`;
  return { parts: parts.slice(0, mostParts), without: without.slice(0, mostParts), note };
}

/** Curly quotation marks count as straight ones. */
const evenQuotes = (text: string) => text.replace(/[“”„«»]/g, '"');

/** Signs within a word part it, as in the texts: "don't" is the phrase "don t". */
function phraseOf(text: string, open: boolean): Phrase | null {
  const words = tokensOf(text).map(token => token.folded);
  if (words.length === 0) return null;
  return { words, prefix: open || /[\p{L}\p{N}\p{M}]\*\s*$/u.test(text) };
}

const wordsIn = (text: string): readonly Part[] =>
  text.split(/\s+/).flatMap(word => {
    const phrase = phraseOf(word, false);
    return phrase ? [{ kind: 'phrase', phrase } as const] : [];
  });

function nearOf(inside: string): Near | null {
  const [, words = '', distance] = /^(.*?)(?:,\s*(\d{1,4})\s*)?$/su.exec(inside) ?? [];
  const phrases = [...words.matchAll(/"([^"]*)"|([^\s",]+)/gu)].flatMap(([, quoted, plain]) => {
    const phrase = phraseOf(quoted ?? plain ?? '', false);
    return phrase ? [phrase] : [];
  });
  if (phrases.length < 2) return null;
  return { kind: 'near', phrases, within: distance === undefined ? usualNear : Number(distance) };
}

/** The query in the words of FTS5. Every word is folded and quoted, so that nothing in it can be read as an operator. */
export function ftsQuery({ parts, without }: Query): string {
  const all = parts.map(part =>
    part.kind === 'phrase' ? ftsPhrase(part.phrase) : `NEAR(${part.phrases.map(ftsPhrase).join(' ')}, ${part.within})`,
  );
  const wanted = `(${all.join(' AND ')})`;
  return without.length === 0 ? wanted : `${wanted} NOT (${without.map(ftsPhrase).join(' OR ')})`;
}

export const ftsPhrase = ({ words, prefix }: Phrase): string => `"${words.join(' ')}"${prefix ? '*' : ''}`;
