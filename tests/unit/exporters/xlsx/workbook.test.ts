import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../shared/exporters/xlsx/cellText.ts';
import { columnName, tableRange } from '../../../../shared/exporters/xlsx/range.ts';
import { sheetNames } from '../../../../shared/exporters/xlsx/sheetNames.ts';
import { workbook } from '../../../../shared/exporters/xlsx/workbook.ts';
import { rowHeight } from '../../../../shared/exporters/xlsx/worksheet.ts';
import { cellsOf, partsOf } from '../../../builders/printed.ts';

const column = (title: string) => ({ title, width: 20 });

describe('a workbook', () => {
  it('holds what it was given, under a header', () => {
    const rows = [
      ['Q001', 'I trust Sal.\nShe waits & waits.', 3],
      ['Q002', null, 0],
    ];
    const files = partsOf(workbook({ sheets: [{ name: 'Quotes', columns: ['id', 'words', 'n'].map(column), rows }] }));
    expect(cellsOf(files)).toEqual([['id', 'words', 'n'], ...rows]);
  });

  it('gives back any text that a cell can hold, and never a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '=1+1',
        '+44',
        '-',
        '@SUM(A1)',
        '\t=1',
        '_x0041_',
        '_x005F_x0041_',
        '__x0041__',
        'a\r\nb',
        '  x ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), rows => {
        const files = partsOf(workbook({ sheets: [{ name: 'x', columns: [column('a'), column('b')], rows }] }));
        expect(cellsOf(files).slice(1)).toEqual(rows.map(row => row.map(one => cellText(one) || null)));
        expect(files['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >]/);
      }),
    );
  });

  it('marks text that would become a formula when edited', () => {
    const xml = partsOf(workbook({ sheets: [{ name: 'x', columns: [column('a')], rows: [['=1+1'], ['1+1']] }] }))[
      'xl/worksheets/sheet1.xml'
    ];
    expect([...xml!.matchAll(/<c r="A\d" s="(\d)"/g)].map(found => found[1])).toEqual(['2', '3', '1']);
  });

  it('keeps its header in sight, filters all rows, and repeats the header in print', () => {
    const sheet = { name: "Sal's quotes", columns: ['a', 'b'].map(column), rows: [['1', '2']] };
    const files = partsOf(workbook({ sheets: [sheet, { ...sheet, name: 'Sources' }] }));
    expect(files['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(files['xl/worksheets/sheet2.xml']).toContain('<autoFilter ref="A1:B2"/>');
    expect(files['xl/worksheets/sheet1.xml']).toContain('<col min="2" max="2" width="20" customWidth="1"/>');
    expect(files['xl/workbook.xml']).toContain("'Sal''s quotes'!$A$1:$B$2");
    expect(files['xl/workbook.xml']).toContain("'Sources'!$1:$1");
  });

  it('prints a mark on every page where one is given', () => {
    const sheets = [{ name: 'x', columns: [column('a')], rows: [] }];
    expect(partsOf(workbook({ sheets, mark: 'As spoken & <named>' }))['xl/worksheets/sheet1.xml']).toContain(
      '<oddHeader>&amp;C&amp;BAs spoken &amp;&amp; &lt;named&gt;</oddHeader>',
    );
    expect(partsOf(workbook({ sheets }))['xl/worksheets/sheet1.xml']).not.toContain('oddHeader');
  });

  it('leaves a number empty that is none, and drops what XML cannot hold', () => {
    const rows = [[Number.NaN, Number.POSITIVE_INFINITY, 'a\u0000b\u001bc\uD800d']];
    const files = partsOf(workbook({ sheets: [{ name: 'x', columns: ['a', 'b', 'c'].map(column), rows }] }));
    expect(cellsOf(files)[1]).toEqual([null, null, 'abcd']);
  });

  it('is the same bytes each time', () => {
    const sheets = [{ name: 'x', columns: [column('a')], rows: [['é🚣'], [2]] }];
    expect(workbook({ sheets })).toEqual(workbook({ sheets: structuredClone(sheets) }));
  });

  it('is refused without a sheet or a column', () => {
    expect(() => workbook({ sheets: [] })).toThrow(RangeError);
    expect(() => workbook({ sheets: [{ name: 'x', columns: [], rows: [] }] })).toThrow(RangeError);
  });
});

describe('the height of a row', () => {
  it('shows all words, up to what a row may have', () => {
    const columns = [column('a'), { title: 'b', width: 41 }];
    expect(rowHeight(['one', 2], columns)).toBe(18);
    expect(rowHeight(['one\ntwo', 'x'.repeat(121)], columns)).toBe(4 * 15 + 3);
    expect(rowHeight(['x'.repeat(30_000)], columns)).toBe(409);
  });
});

describe('the text of a cell', () => {
  it('is cut where it is longer than a cell holds, and says so', () => {
    expect(cellText('x'.repeat(32_767))).toHaveLength(32_767);
    const cut = cellText('🚣'.repeat(20_000));
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/🚣 \[…\] \[cut here: a cell holds 32,767 of its 40,000 characters\]$/u);
  });
});

describe('names of sheets', () => {
  it('are what a spreadsheet takes', () => {
    expect(sheetNames(['Quotes', 'quotes', "'[a]:b/c'", '', 'History', 'x'.repeat(40)])).toEqual([
      'Quotes',
      'quotes 2',
      'a b c',
      'Sheet',
      'History 2',
      'x'.repeat(31),
    ]);
  });

  it('are each once, whatever was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant('y'.repeat(50)))),
        given => {
          const names = sheetNames(given);
          expect(new Set(names.map(name => name.toLowerCase())).size).toBe(given.length);
          for (const name of names) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
          }
        },
      ),
    );
  });
});

describe('ranges', () => {
  it('name columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(tableRange(3, 9, '$')).toBe('$A$1:$C$9');
  });
});
