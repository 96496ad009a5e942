import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../shared/analysis/evidence.ts';
import { quoteChapters, quotesInOrder } from '../../../shared/analysis/reportOrder.ts';
import type { CodeId, CodingId, OutcomeId, SourceId, ThemeId } from '../../../shared/model/ids.ts';
import type { SpeakerRole } from '../../../shared/model/kinds.ts';
import type { QuotedExtract, QuoteSnapshot } from '../../../shared/model/quotes.ts';

const code = (name: string) => name as CodeId;
const theme = (name: string) => name as ThemeId;

function extract(id: string, codes: readonly string[], place: Partial<QuotedExtract> = {}): QuotedExtract {
  return {
    codings: [id as CodingId],
    codes: codes.map(code),
    text: `Words of ${id}`,
    attribution: 'Interview CYP2',
    sourceId: 's2' as SourceId,
    source: 'cyp2.txt',
    sourceOrder: 0,
    speaker: 'CYP2',
    group: 'CYP',
    phase: null,
    participant: 'CYP2',
    ref: null,
    rank: null,
    printed: null,
    leadIn: '',
    vivid: false,
    state: null,
    start: 0,
    end: 5,
    ...place,
  };
}

const snapshot = (extracts: readonly QuotedExtract[]): QuoteSnapshot => ({
  title: 'Boat shed',
  narrowed: {},
  outcomes: [
    { id: 'o3' as OutcomeId, number: 3, title: 'Third', statement: 's', themes: [theme('known'), theme('dry')] },
    { id: 'o1' as OutcomeId, number: 1, title: 'First', statement: '', themes: [theme('dry')] },
    { id: 'o2' as OutcomeId, number: 2, title: 'Second', statement: '', themes: [] },
  ],
  themes: [
    { id: theme('dry'), name: 'Dry', concept: 'c', definition: 'd', codes: [code('roof')] },
    { id: theme('known'), name: 'Known', concept: '', definition: '', codes: [code('sal'), code('trust')] },
    { id: theme('loose'), name: 'Not placed', concept: '', definition: '', codes: [code('odd')] },
  ],
  codes: ['roof', 'sal', 'trust', 'odd', 'none'].map(name => ({ id: code(name), name: `Code ${name}` })),
  extracts,
});
const outline = (given: QuoteSnapshot) =>
  quoteChapters(given).map(({ outcome, sections }) => [
    outcome?.number ?? null,
    sections.map(({ theme: under, quotes }) => [under?.name ?? null, quotes.map(quote => quote.id)]),
  ]);

describe('report order', () => {
  it('goes by outcomes, then themes in report order, then quotes; what is under none comes last', () => {
    const extracts = [
      extract('a', ['roof'], { sourceOrder: 1 }),
      extract('b', ['sal', 'roof'], { start: 9, end: 12 }),
      extract('c', ['odd']),
      extract('d', ['none']),
    ];
    expect(outline(snapshot(extracts))).toEqual([
      [
        3,
        [
          ['Known', ['b']],
          ['Dry', ['b', 'a']],
        ],
      ],
      [1, [['Dry', ['b', 'a']]]],
      [2, []],
      [
        null,
        [
          ['Not placed', ['c']],
          [null, ['d']],
        ],
      ],
    ]);
  });

  it('follows the team’s own order first, then source, then place', () => {
    const extracts = [
      extract('late', ['roof'], { sourceOrder: 0, start: 50, end: 60 }),
      extract('long', ['roof'], { sourceOrder: 0, start: 10, end: 60 }),
      extract('early', ['roof'], { sourceOrder: 0, start: 10, end: 20 }),
      extract('second', ['roof'], { sourceOrder: 5, rank: 2 }),
      extract('first', ['roof'], { sourceOrder: 9, rank: 1 }),
    ];
    expect(quotesInOrder(snapshot(extracts)).map(quote => quote.id)).toEqual([
      'first',
      'second',
      'early',
      'long',
      'late',
    ]);
  });

  it('follows an order by hand under the theme it was made for and under no other, and says so', () => {
    const [a, b, c] = [
      extract('a', ['roof', 'sal']),
      extract('b', ['roof', 'sal'], { start: 7, end: 9 }),
      extract('c', ['sal'], { start: 11, end: 12 }),
    ];
    const [d, e] = [extract('d', ['none'], { start: 14, end: 15 }), extract('e', ['none'], { start: 16, end: 17 })];
    const given = {
      ...snapshot([a!, b!, c!, d!, e!]),
      order: new Map([
        [
          theme('known'),
          new Map([
            ['s2:11-12', 0],
            ['s2:7-9', 1],
            ['gone', 2],
          ]),
        ],
        [null, new Map([['s2:16-17', 0]])],
      ]),
    };
    const shown = quoteChapters(given).flatMap(({ outcome, sections }) =>
      sections.map(one => [
        outcome?.number ?? null,
        one.theme?.name ?? null,
        one.quotes.map(quote => quote.id).join(' '),
        one.byHand,
      ]),
    );
    expect(shown).toEqual([
      [3, 'Known', 'c b a', true],
      [3, 'Dry', 'a b', false],
      [1, 'Dry', 'a b', false],
      [null, 'Not placed', '', false],
      [null, null, 'e d', true],
    ]);
  });

  it('gives every extract once, with all its codes, themes and outcomes', () => {
    const names = fc.subarray(['roof', 'sal', 'trust', 'odd', 'none'], { minLength: 1 });
    const list = fc.array(fc.tuple(names, fc.nat(3), fc.nat(50), fc.option(fc.nat(20))), { maxLength: 20 });
    fc.assert(
      fc.property(list, rows => {
        const extracts = rows.map(([codes, sourceOrder, start, rank], index) =>
          extract(`e${index}`, codes, { sourceOrder, start, end: start + 1, rank }),
        );
        const quotes = quotesInOrder(snapshot(extracts));
        expect(quotes.map(quote => quote.id).sort()).toEqual(extracts.map((_, index) => `e${index}`).sort());
        for (const quote of quotes) {
          const own = rows[Number(quote.id.slice(1))]![0];
          expect(quote.codes).toEqual(own.map(name => `Code ${name}`));
          expect(quote.themes.includes('Dry')).toBe(own.includes('roof'));
          expect(quote.themes.includes('Known')).toBe(own.includes('sal') || own.includes('trust'));
          expect(quote.outcomes).toEqual([
            ...(own.some(name => ['roof', 'sal', 'trust'].includes(name)) ? [3] : []),
            ...(own.includes('roof') ? [1] : []),
          ]);
        }
      }),
    );
  });

  it('numbers a quote by the team’s own number only where no other has it', () => {
    const extracts = [
      extract('a', ['roof'], { ref: 'Q1' }),
      extract('b', ['roof'], { ref: 'Q2', start: 7, end: 9 }),
      extract('c', ['roof'], { ref: 'Q2', start: 11, end: 19 }),
    ];
    expect(quotesInOrder(snapshot(extracts)).map(quote => quote.id)).toEqual(['Q1', 'b', 'c']);
  });
});

describe('evidence', () => {
  const words = (source: string, speaker: string | null, role: SpeakerRole = 'participant') => ({
    source: { id: source as SourceId },
    speaker: speaker === null ? null : { id: speaker, role },
  });

  it('leaves the interviewer’s words out of every figure', () => {
    expect(evidenceOf([words('a', 'i', 'interviewer')])).toEqual({ extracts: 0, sources: [], speakers: 0 });
    expect(
      evidenceOf([words('a', 'i', 'interviewer'), words('b', 'r'), words('b', 'r'), words('b', 'm', 'supporter')]),
    ).toEqual({ extracts: 3, sources: ['b'], speakers: 2 });
  });

  it('counts words without a speaker as one voice of their source', () => {
    expect(evidenceOf([words('a', null), words('a', null), words('b', null)])).toEqual({
      extracts: 3,
      sources: ['a', 'b'],
      speakers: 2,
    });
  });
});
