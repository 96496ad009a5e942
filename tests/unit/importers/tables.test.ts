import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../shared/importers/csvTable.ts';
import { parseExtractsCsv } from '../../../shared/importers/extractsCsv.ts';
import { parseFramework } from '../../../shared/importers/frameworkJson.ts';
import { factsFor, parseSourcesCsv } from '../../../shared/importers/sourcesCsv.ts';

type Result = { readonly ok: boolean; readonly error?: { readonly code: string; readonly message: string } };
function refused(result: Result, code: string, ...parts: readonly string[]): void {
  expect(result).toMatchObject({ ok: false, error: { code } });
  for (const part of parts) expect(result.error?.message).toContain(part);
}

describe('a table', () => {
  const cell = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a;b', 'a,b', 'say "it"', 'two\nlines', '“é”', 'tab\there'))
    .map(text => text.replace(/[\r\uFEFF]/g, '').trim());
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });

  it.each([',', ';', '\t'])(
    'divided by %j is read cell for cell, with any line ends and a byte order mark',
    delimiter => {
      fc.assert(
        fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), (data, newline, mark) => {
          const full = data.filter(cells => cells.some(text => text !== ''));
          const csv = Papa.unparse([['File', ' Group', 'note'], ...full], { delimiter, newline, quotes: true });
          const table = readCsv(mark + csv, 't.csv', ['file', 'group']);
          if (!table.ok) throw new Error(table.error.message);
          expect(table.columns).toEqual(['file', 'group', 'note']);
          expect(table.rows).toEqual(full.map(([file, group, note]) => ({ file, group, note })));
        }),
      );
    },
  );

  it('is told apart by its head, whatever marks its cells hold', () => {
    const csv = 'id,source,extract,code\nQ1,a.txt,One; two,Trust\nQ2,a.txt,Three; four,Trust\nQ3,b.txt,Five; six\n';
    const table = readCsv(csv, 't.csv', ['id', 'source', 'extract']);
    expect(table.ok && table.rows.map(row => row.extract)).toEqual(['One; two', 'Three; four', 'Five; six']);
  });

  it('names the columns that are missing, and those that are there', () => {
    refused(
      readCsv('file,group\na,b\n', 's.csv', ['file', 'phase']),
      'csv-columns',
      's.csv',
      'column phase',
      'file, group',
    );
    refused(readCsv('x\n', 's.csv', ['file', 'phase']), 'csv-columns', 'columns file, phase');
    refused(readCsv('', 's.csv', ['file']), 'csv-columns', 'none');
  });

  it('names the row where quotes or columns are wrong', () => {
    refused(readCsv('file,group\na,b\n"c,d\n', 's.csv', ['file']), 'csv-broken', 's.csv', 'row 3');
    refused(readCsv('file,group\na,b,c\n', 's.csv', ['file']), 'csv-broken', 's.csv', 'row 2');
  });
});

describe('sources.csv', () => {
  const head = 'file,method,group,participant,phase\n';

  it('says what each file is; empty cells say nothing', () => {
    const parsed = parseSourcesCsv(
      `${head}robin.txt,interview,CYP,CYP2,\n"fg, one.docx",Focus group,Professional,,phase 1\nmail.md,e-mail,,,2\nx.txt,,,,\n`,
      's.csv',
    );
    expect(parsed).toEqual({
      ok: true,
      rows: [
        { file: 'robin.txt', kind: 'interview', group: 'CYP', participant: 'CYP2', phase: null },
        { file: 'fg, one.docx', kind: 'focus group', group: 'Professional', participant: null, phase: 1 },
        { file: 'mail.md', kind: 'email', group: null, participant: null, phase: 2 },
        { file: 'x.txt', kind: null, group: null, participant: null, phase: null },
      ],
    });
  });

  it.each([
    ['a.txt,seance,,,', 'csv-broken', '“seance”'],
    ['a.txt,,,,0', 'csv-broken', '“0” is not a phase'],
    ['a.txt,,,,two', 'csv-broken', '“two” is not a phase'],
    [',interview,,,', 'csv-broken', 'column file is empty'],
  ])('refuses %s and names the row', (row, code, words) => {
    refused(
      parseSourcesCsv(`${head}ok.txt,,,,\n${row}\n`, 's.csv'),
      code,
      's.csv, row 3',
      words,
      'Nothing was changed',
    );
  });

  it('is looked up by file name, with or without its ending, in any case; the whole name goes first', () => {
    const parsed = parseSourcesCsv(`${head}Robin.txt,interview,,,\nrobin.docx,email,,,\nsal,document,,,\n`, 's.csv');
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(factsFor(parsed.rows, 'robin.DOCX')?.kind).toBe('email');
    expect(factsFor(parsed.rows, 'robin.md')?.kind).toBe('interview');
    expect(factsFor(parsed.rows, 'Sal.vtt')?.kind).toBe('document');
    expect(factsFor(parsed.rows, 'ben.txt')).toBeNull();
  });
});

describe('extracts.csv', () => {
  it('keeps an extract as it came, and further columns as a note', () => {
    const parsed = parseExtractsCsv(
      'ID,Source,Speaker,Extract,Code,Theme,Outcome,Chosen by,Weight\nQ1,robin.txt,Robin," I trust\nSal ",Trust,Known,3,Ada,\nQ2,robin.txt,,“Yes.”,,Known,,,\n',
      'e.csv',
    );
    expect(parsed).toEqual({
      ok: true,
      rows: [
        {
          id: 'Q1',
          source: 'robin.txt',
          speaker: 'Robin',
          extract: ' I trust\nSal ',
          code: 'Trust',
          theme: 'Known',
          outcome: 3,
          note: 'chosen by: Ada',
        },
        {
          id: 'Q2',
          source: 'robin.txt',
          speaker: '',
          extract: '“Yes.”',
          code: '',
          theme: 'Known',
          outcome: null,
          note: null,
        },
      ],
    });
  });

  it.each([
    ['Q9,,words,Trust,,', 'source is empty'],
    ['Q9,a.txt,,Trust,,', 'extract is empty'],
    ['Q9,a.txt,words,,,', 'neither a code nor a theme'],
    ['Q9,a.txt,words,Trust,,3', 'an outcome but no theme'],
    ['Q9,a.txt,words,Trust,Known,three', '“three”'],
  ])('refuses %s, with row and id', (row, words) => {
    const csv = `id,source,extract,code,theme,outcome\nQ1,a.txt,words,Trust,,\n${row}\n`;
    refused(parseExtractsCsv(csv, 'e.csv'), 'csv-broken', 'e.csv, row 3 (Q9)', words, 'Nothing was coded');
  });

  it('asks for its columns', () => {
    refused(parseExtractsCsv('id,source,code\n1,a,b\n', 'e.csv'), 'csv-columns', 'extract');
    refused(
      parseExtractsCsv('id,source,extract\n1,a,b\n', 'e.csv'),
      'csv-columns',
      'neither a column code nor a column theme',
    );
  });
});

describe('a framework', () => {
  const one = { number: 4, title: ' Craft ', statement: 'What they make.' };

  it('is a list of outcomes, or an object with a title', () => {
    expect(parseFramework(JSON.stringify([one, { number: 2, title: 'Care' }]), 'own.json')).toEqual({
      ok: true,
      framework: {
        title: 'own',
        outcomes: [
          { number: 4, title: 'Craft', statement: 'What they make.' },
          { number: 2, title: 'Care', statement: '' },
        ],
      },
    });
    expect(parseFramework(`\uFEFF${JSON.stringify({ title: 'Ours', outcomes: [one] })}`, 'own.json')).toMatchObject({
      framework: { title: 'Ours' },
    });
  });

  it.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['"nine"', 'neither a list'],
    ['null', 'neither a list'],
    ['{"outcomes":"nine"}', 'neither a list'],
    ['[]', 'no outcome'],
    ['[{"number":1}]', 'outcome 1 of the list has no proper title'],
    ['[{"number":1,"title":"A"},{"number":0,"title":"B"}]', 'outcome 2 of the list has no proper number'],
    ['[{"number":1.5,"title":"B"}]', 'no proper number'],
    ['[{"number":1,"title":" "}]', 'no proper title'],
    ['[{"number":1,"title":"A"},{"number":1,"title":"B"}]', 'comes twice'],
    ['[7]', 'outcome 1 of the list'],
  ])('refuses %s and says why', (json, words) => {
    refused(parseFramework(json, 'own.json'), 'framework-broken', 'own.json', words, 'Nothing was changed');
  });

  it('of any JSON is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), json => {
        const parsed = parseFramework(json, 'own.json');
        if (!parsed.ok) expect(parsed.error.message).toContain('own.json');
      }),
    );
  });
});
