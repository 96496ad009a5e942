import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codebookCsv } from '../../../shared/exporters/codebook/csv.ts';
import { parseCodebookCsv } from '../../../shared/importers/codebookCsv.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { codePath, namesInPath } from '../../../shared/text/codePath.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const table = (text: string, name = 'book.csv') => ({ name, bytes: new TextEncoder().encode(text) });
const load = (text: string) => call(w.client, 'codebook.import', { ...w.on(), file: table(text) });
const shown = async () =>
  (await w.codes()).map(({ name, parent, kind, definition, inclusion, exclusion, example, hue, retired }, _, all) => ({
    name,
    under: all.length === 0 ? null : parent && namesOf.get(parent),
    kind,
    definition,
    inclusion,
    exclusion,
    example,
    hue,
    retired,
  }));
let namesOf = new Map<CodeId, string>();
const remember = async () => {
  namesOf = new Map((await w.codes()).map(code => [code.id, code.name]));
};

describe('a codebook as a table', () => {
  test('goes out and comes back into an empty study as it was', async () => {
    const a = await call(w.client, 'code.create', {
      ...w.on(),
      name: 'Trust > hope \\ "fear"',
      definition: '=SUM(A1)\nsecond line, with comma',
      kind: 'latent',
      inclusion: "'=quoted",
      hue: 5,
    });
    const b = await w.code('-minus', a.id);
    await w.code('é — 我们', b.id);
    await call(w.client, 'code.retire', { ...w.on(), codes: [b.id], retired: true });
    await remember();
    const before = await shown();
    const out = join(dirname(w.path), 'codebook.csv');
    expect(await call(w.client, 'codebook.export', { ...w.on(), format: 'csv', out })).toMatchObject({
      items: 3,
      path: out,
    });
    const bytes = readFileSync(out);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8')).not.toMatch(/(?:^|,)"?[=+\-@]/m);
    expect(
      (await call(w.client, 'codebook.import', { ...w.on(), file: { path: out } })).map(row => row.status),
    ).toEqual(['same', 'same', 'same']);
    await w.close();
    w = await newWorkspace();
    const rows = await load(bytes.toString('utf8'));
    expect(rows.map(row => row.status)).toEqual(['made', 'made', 'made']);
    await remember();
    expect(await shown()).toEqual(before);
  });

  test('makes, changes and moves codes in one act, and says what it left out', async () => {
    await w.code('Trust');
    await w.code('Hope');
    const rows = await load(
      'path;kind;definition;hue;retired\nTrust;semantic;Faith in staff;3;\nPeople > Hope;;;;yes\nPeople > Fear;odd;;;\n > x;;;;\nTrust;;;;\nHope > People;;;;\nNew;;;13;\n',
    );
    expect(rows.map(row => [row.row, row.status])).toEqual([
      [2, 'changed'],
      [3, 'changed'],
      [4, 'rejected'],
      [5, 'rejected'],
      [6, 'rejected'],
      [7, 'rejected'],
      [8, 'rejected'],
    ]);
    expect(rows[0]?.message).toBe('Changed: definition, kind, hue.');
    expect(rows[1]?.message).toBe('Changed: retired, place.');
    expect((await w.codes()).map(code => code.name)).toEqual(['Trust', 'People', 'Hope']);
    const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    expect(entry?.summary).toBe('Made 0 codes and changed 2 from book.csv');
    await call(w.client, 'history.undo', w.on());
    expect((await w.codes()).map(code => code.name)).toEqual(['Trust', 'Hope']);
  });

  test('leaves fields alone that it has no column for', async () => {
    await call(w.client, 'code.create', { ...w.on(), name: 'Trust', definition: 'kept', hue: 9 });
    expect((await load('name,example\nTrust,as Robin says\n'))[0]).toMatchObject({
      status: 'changed',
      message: 'Changed: example.',
    });
    expect((await w.codes())[0]).toMatchObject({ definition: 'kept', hue: 9, example: 'as Robin says' });
  });

  test('is refused whole where it can’t be read, and changes nothing', async () => {
    const refusedTable = (text: string) => w.refused('codebook.import', { file: table(text) });
    expect(await refusedTable('code,meaning\nTrust,x\n')).toMatchObject({ code: 'csv-columns' });
    expect(await refusedTable('')).toMatchObject({ code: 'file-empty' });
    const path = join(dirname(w.path), 'zeros.csv');
    writeFileSync(path, new Uint8Array(64));
    expect(await w.refused('codebook.import', { file: { path } })).toMatchObject({ code: 'file-binary' });
    expect(await w.codes()).toEqual([]);
    expect(await w.refused('codebook.export', { format: 'csv' })).toMatchObject({ code: 'nothing-to-export' });
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map(one => one.replace(/\r\n?/g, '\n').replace(/\0/g, ''));
const cell = fc.oneof(
  text,
  fc
    .tuple(fc.constantFrom("'", '=', '+', '-', '@', '\t', "''=", '"', ';', ',', '\n'), text)
    .map(parts => parts.join('')),
);
const name = cell.map(one => one.replace(/[\r\n\u2028\u2029]/g, ' ').trim()).filter(one => one !== '');

test('a path of names is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), names => {
      const codes = names.map((one, index) => ({ name: one, parent: index === 0 ? null : String(index - 1) }));
      expect(namesInPath(codePath(codes.at(-1)!, id => codes[Number(id)]))).toEqual(names);
    }),
  );
});

test('any codebook is read back as it was', () => {
  const code = fc.record({
    name,
    definition: cell,
    inclusion: cell,
    exclusion: cell,
    example: cell,
    kind: fc.constantFrom<Code['kind'][]>('semantic', 'latent', null),
    hue: fc.integer({ min: 1, max: 12 }),
    retired: fc.boolean(),
    under: fc.nat(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(code, { selector: one => one.name, minLength: 1, maxLength: 8 }), list => {
      const codes = list.map(({ under, ...fields }, index) => ({
        ...fields,
        id: String(index) as CodeId,
        parent: index > 0 && under % 3 > 0 ? (String(under % index) as CodeId) : null,
        sigil: 'Aa',
        favourite: null,
        extracts: 1,
        sources: 1,
        participants: 1,
        themes: [],
      }));
      const parsed = parseCodebookCsv(new TextDecoder().decode(codebookCsv(codes)), 'book.csv');
      expect(parsed.ok && parsed.rows).toEqual(
        codes.map((one, index) => ({
          row: index + 2,
          name: one.name,
          ok: true,
          above: namesInPath(codePath(one, id => codes[Number(id)])).slice(0, -1),
          fields: {
            kind: one.kind,
            definition: one.definition,
            inclusion: one.inclusion,
            exclusion: one.exclusion,
            example: one.example,
            hue: one.hue,
            retired: one.retired,
          },
        })),
      );
    }),
    { numRuns: 500 },
  );
});
