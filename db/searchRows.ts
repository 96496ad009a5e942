import { ftsPhrase, ftsQuery, type Part, type Phrase, type Query } from '../shared/text/search/query.ts';
import type { Reader } from './reader.ts';
import { allWords } from './searchIndex.ts';

/** A beginning or substring of more words than this narrows nothing: it is found soon by reading. */
const mostWords = 300;
/** As many words in place of one, within a phrase: each is a phrase of its own to SQLite. */
const mostPhrases = 24;
/** SQLite compares each row of an alternative with all others: rows counted, times alternatives. */
const mostCompared = 200_000;

/** Which rows of the search index may hold what is looked for. */
export type Narrowing = {
  /** Index rows in order; null where every source has to be read. */
  readonly rows: (low: number, high: number, most: number) => readonly number[] | null;
  /** How many rows there are, counted up to `most`. */
  readonly count: (low: number, high: number, most: number) => number;
  /** Rows may hold no hit at all: the index was asked for less than what is looked for. */
  readonly loose: boolean;
};

const everything: Narrowing = { rows: () => null, count: () => 0, loose: true };
const nothing: Narrowing = { rows: () => [], count: () => 0, loose: false };

/** A query of words. Beginnings of very many words are not asked of the index, which would gather all of them first; what else is asked for narrows well enough. */
export function wordRows(read: Reader, query: Query): Narrowing {
  const beginnings = new Map<Phrase, readonly string[] | null>();
  for (const part of query.parts) {
    for (const phrase of part.kind === 'near' ? part.phrases : [part.phrase])
      if (phrase.prefix) beginnings.set(phrase, wordsWith(read, phrase.words.at(-1) ?? '', 'start'));
  }
  const [only, ...others] = query.parts;
  if (only?.kind === 'phrase' && others.length === 0 && only.phrase.prefix && only.phrase.words.length === 1) {
    const words = beginnings.get(only.phrase);
    return words
      ? anyOf(
          read,
          words.map(word => [word]),
          query,
        )
      : everything;
  }
  const tooMany = (phrase: Phrase) => phrase.prefix && beginnings.get(phrase) === null;
  const parts = query.parts.flatMap((part): readonly Part[] => {
    if (part.kind === 'near') {
      if (!part.phrases.some(tooMany)) return [part];
      return part.phrases.flatMap(phrase => shortened(phrase, tooMany(phrase)));
    }
    return shortened(part.phrase, tooMany(part.phrase));
  });
  if (parts.length === 0) return everything;
  return indexed(read, ftsQuery({ ...query, parts }), 1, [...beginnings.values()].includes(null));
}

function shortened({ words, prefix }: Phrase, cut: boolean): readonly Part[] {
  if (!cut) return [{ kind: 'phrase', phrase: { words, prefix } }];
  return words.length > 1 ? [{ kind: 'phrase', phrase: { words: words.slice(0, -1), prefix: false } }] : [];
}

/** A substring as the whole words that hold it: looked up in the list of all words, then in the index. */
export function substringRows(
  read: Reader,
  words: readonly string[],
  open: { readonly start: boolean; readonly end: boolean },
): Narrowing {
  const [first = '', ...rest] = words;
  if (rest.length === 0) {
    if (!open.start && !open.end) return anyOf(read, [words]);
    const where = open.start ? (open.end ? 'inside' : 'end') : 'start';
    const holding = wordsWith(read, first, where);
    return holding === null
      ? everything
      : anyOf(
          read,
          holding.map(word => [word]),
        );
  }
  const ends = open.end ? wordsWith(read, rest.at(-1) ?? '', 'start') : [];
  if (ends !== null && open.end && ends.length === 0) return nothing;
  const tail = ends === null ? rest.slice(0, -1) : rest;
  const prefix = open.end && ends !== null;
  const begins = open.start ? wordsWith(read, first, 'end') : [first];
  if (begins !== null && begins.length === 0) return nothing;
  if (begins !== null && begins.length <= mostPhrases) {
    const phrases = begins.map(word => ftsPhrase({ words: [word, ...tail], prefix }));
    return indexed(read, phrases.join(' OR '), begins.length, ends === null);
  }
  return tail.length === 0 ? everything : indexed(read, ftsPhrase({ words: tail, prefix }), 1, true);
}

/** Rows with any of these phrases, and none of what the query leaves out. */
function anyOf(read: Reader, phrases: readonly (readonly string[])[], query?: Query): Narrowing {
  if (phrases.length === 0) return nothing;
  const wanted = `(${phrases.map(words => ftsPhrase({ words, prefix: false })).join(' OR ')})`;
  const without = query?.without ?? [];
  const match = without.length === 0 ? wanted : `${wanted} NOT (${without.map(ftsPhrase).join(' OR ')})`;
  return indexed(read, match, phrases.length, false);
}

/** The words of the index that hold these letters; null where they are too many to be of use. */
function wordsWith(read: Reader, letters: string, where: 'start' | 'inside' | 'end'): readonly string[] | null {
  const all = `\n${allWords(read)}\n`;
  const sought = `${where === 'start' ? '\n' : ''}${letters}${where === 'end' ? '\n' : ''}`;
  const found: string[] = [];
  for (let at = all.indexOf(sought); at >= 0; ) {
    const start = where === 'start' ? at + 1 : all.lastIndexOf('\n', at) + 1;
    const end = all.indexOf('\n', start);
    found.push(all.slice(start, end));
    if (found.length > mostWords) return null;
    at = all.indexOf(sought, end);
  }
  return found;
}

/** `alternatives`: how many phrases are asked for one in place of another. */
function indexed(read: Reader, match: string, alternatives: number, loose: boolean): Narrowing {
  const within = 'FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ?';
  return {
    loose,
    rows: (low, high, most) =>
      read
        .all<{ row: number }>(`SELECT rowid AS row ${within} ORDER BY rowid LIMIT ?`, match, low, high, most)
        .map(({ row }) => row),
    count: (low, high, most) =>
      read.count(
        `SELECT count(*) FROM (SELECT 1 ${within} LIMIT ?)`,
        match,
        low,
        high,
        Math.min(most, Math.ceil(mostCompared / alternatives)),
      ),
  };
}
