import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { quotesCsv as bundleCsv } from '../../../../shared/exporters/quotes/csv.ts';
import { quotesJson } from '../../../../shared/exporters/quotes/json.ts';
import type { Quote } from '../../../../shared/model/entities.ts';
import { plainCell } from '../../../../shared/text/csvCells.ts';
import { bundle, inChapter } from '../../../builders/quotes.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+44', '-', '@x', '\tx', '\r\n', 'a"b,c;d', '“é”'),
);
const quote: fc.Arbitrary<Quote> = fc.record({
  id: words,
  text: words,
  attribution: words,
  source: words,
  speaker: words,
  group: fc.option(words),
  phase: fc.option(fc.integer({ min: 1, max: 9 })),
  participant: fc.option(words),
  codes: fc.array(words, { maxLength: 3 }),
  themes: fc.array(words, { maxLength: 3 }),
  outcomes: fc.array(fc.nat(20), { maxLength: 3 }),
  start: fc.nat(),
  end: fc.nat(),
});
const quotesCsv = (quotes: readonly Quote[]) => bundleCsv({ ...bundle({}), quotes: quotes.map(inChapter) });
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

describe('quotes as CSV', () => {
  it('begin with a mark for Excel, a head, and one CRLF a row', () => {
    const text = decode(quotesCsv([]));
    expect(text).toBe(
      '\uFEFFid,text,attribution,source,speaker,group,phase,participant,codes,themes,outcomes,start,end\r\n',
    );
  });

  it('come back word for word, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 5 }), quotes => {
        const csv = decode(quotesCsv(quotes)).slice(1);
        const { data, errors } = Papa.parse<Record<string, string>>(csv, {
          header: true,
          delimiter: ',',
          newline: '\r\n',
        });
        expect(errors.filter(error => error.type !== 'FieldMismatch')).toEqual([]);
        for (const [index, one] of quotes.entries()) {
          const row = data[index]!;
          const plain = (value: string | undefined) => plainCell(value ?? '');
          expect(plain(row.text)).toBe(one.text);
          expect(plain(row.group)).toBe(one.group ?? '');
          expect(plain(row.codes)).toBe(one.codes.join('; '));
          expect([row.phase, row.outcomes, row.start]).toEqual([
            `${one.phase ?? ''}`,
            one.outcomes.join('; '),
            `${one.start}`,
          ]);
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
    );
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('do not run %j', text => {
    fc.assert(
      fc.property(quote, one => {
        const { data } = Papa.parse<string[]>(decode(quotesCsv([{ ...one, text }])).slice(1), {
          delimiter: ',',
          newline: '\r\n',
        });
        expect(data[1]![1]).toBe(`'${text}`);
      }),
      { numRuns: 3 },
    );
  });
});

describe('quotes as JSON', () => {
  it('are the quotes in their order, with every field of the contract', () => {
    fc.assert(
      fc.property(fc.array(quote, { maxLength: 5 }), quotes => {
        const text = decode(quotesJson(quotes));
        expect(JSON.parse(text)).toEqual(quotes);
        expect(text.endsWith(']\n')).toBe(true);
      }),
    );
  });
});
