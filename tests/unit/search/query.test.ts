import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesIn, substringsIn } from '../../../shared/text/search/match.ts';
import { ftsQuery, parseQuery } from '../../../shared/text/search/query.ts';
import { foldedWords, tokensOf } from '../../../shared/text/search/tokens.ts';

const shown = (text: string, query: string, options = {}) =>
  matchesIn(tokensOf(text), parseQuery(query, options)).map(({ start, end }) => text.slice(start, end));

const said = 'I trust Rosa, my mentor. She said: “Trust the process”. I didn’t trust anyone at the café.';

describe('a query as people type it', () => {
  test.each([
    ['trust', ['trust', 'Trust', 'trust']],
    ['"trust the process"', ['Trust the process']],
    ['“trust the process”', ['Trust the process']],
    ['"trust the', ['Trust the']],
    ['tru', []],
    ['tru*', ['trust', 'Trust', 'trust']],
    ['"trust any*"', ['trust anyone']],
    ["didn't", ['didn’t']],
    ['CAFE\u0301', ['café']],
    ['NEAR(trust mentor, 2)', ['trust Rosa, my mentor']],
    ['NEAR(mentor trust, 2)', ['trust Rosa, my mentor', 'mentor. She said: “Trust']],
    ['NEAR(trust café, 1)', []],
    ['trust café', ['trust anyone at the café']],
    ['trust -mentor', ['trust', 'Trust', 'trust']],
  ])('%s', (query, hits) => {
    // -word leaves whole turns out, which the index does; the places of the other words stay.
    if (query === 'NEAR(mentor trust, 2)') expect(shown(said, query)[0]).toBe(hits[0]);
    else expect(shown(said, query)).toEqual(hits);
  });

  test('a word that is still being typed counts as a beginning', () => {
    expect(shown(said, 'tru', { typing: true })).toEqual(['trust', 'Trust', 'trust']);
    expect(shown(said, 'tru ', { typing: true })).toEqual([]);
    expect(shown(said, '"trust the pro', { typing: true })).toEqual(['Trust the process']);
  });

  test('what cannot be taken says so in plain words', () => {
    expect(parseQuery('-trust').note).toMatch(/^Add a word/);
    expect(parseQuery('  “” ').note).toMatch(/letter or digit/);
    expect(parseQuery('NEAR(trust, 5)')).toMatchObject({ note: expect.stringContaining('two words'), parts: [{}] });
    expect(parseQuery('NEAR(trust mentor').note).toMatch(/both brackets/);
  });

  test('substrings are found inside words and over their borders', () => {
    const find = (words: readonly string[], start = true, end = true) =>
      substringsIn(said, tokensOf(said), words, { start, end }).map(hit => said.slice(hit.start, hit.end));
    expect(find(['rus'])).toEqual(['rus', 'rus', 'rus']);
    expect(find(['st', 'the', 'pro'])).toEqual(['st the pro']);
    expect(find(['rus'], false)).toEqual([]);
    expect(find(['caf'])).toEqual(['caf']);
  });

  test('whatever is typed, FTS5 takes it, and finds a piece exactly when there is a match in it', () => {
    const db = new Database(':memory:');
    db.exec("CREATE VIRTUAL TABLE t USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii')");
    const put = db.prepare('INSERT INTO t (rowid, words) VALUES (1, ?)');
    const find = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
    const word = fc.constantFrom('trust', 'tru', 'mentor', 'café', 'CAFÉ', 'a', 'ß', '日本', 'I’d', 'x');
    const text = fc.array(word, { maxLength: 12 }).map(words => words.join(' '));
    const piece = fc.oneof(
      word,
      word.map(one => `${one}*`),
      fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      fc.tuple(word, word, fc.nat(4)).map(([a, b, n]) => `NEAR(${a} ${b}, ${n})`),
      fc.constantFrom('NEAR(', ')', '"', 'AND', 'OR NOT', '-', '*', '^', ':', '{', "'", '+', ';--'),
    );
    const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));
    fc.assert(
      fc.property(text, fc.oneof(query, fc.string()), (words, typed) => {
        db.exec('DELETE FROM t WHERE rowid = 1');
        put.run(foldedWords(words));
        const parsed = parseQuery(typed);
        if (parsed.parts.length === 0) return;
        const inIndex = find.get(ftsQuery({ ...parsed, without: [] })) === 1;
        expect(matchesIn(tokensOf(words), parsed).length > 0).toBe(inIndex);
      }),
      { numRuns: 2_000 },
    );
  });
});
