import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addCode } from '../../../db/codes.ts';
import { addCoding } from '../../../db/codings.ts';
import { perform } from '../../../db/journal.ts';
import { readCell, readMatrix } from '../../../db/matrix.ts';
import { addSource, speakersOf } from '../../../db/sources.ts';
import type { StudyFile } from '../../../db/studyFile.ts';
import { addTheme, setThemeCodes } from '../../../db/themes.ts';
import { createJobs } from '../../../electron/node/jobs.ts';
import type { Cooccurrence } from '../../../shared/api/outputs/analysis.ts';
import { type CodeId, newId, type SourceId, type ThemeId } from '../../../shared/model/ids.ts';
import { newStudy, tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

const at = '2026-11-25T10:00:00.000Z';
const parts = ['What changed?', 'I trust the boat and the yard.', 'So do I.'];
const text = parts.join('\n\n');

/** Sources of one interviewer and two speakers; "trust" and "trust the boat" coded in each, and the question. */
function study(sources: number, passphrase?: string) {
  const { file, coder } = newStudy(join(folder.path, 'a.ninefold'), passphrase === undefined ? {} : { passphrase });
  const made: { codes: CodeId[]; sources: SourceId[]; theme: ThemeId } = {
    codes: [],
    sources: [],
    theme: newId<'theme'>(),
  };
  perform(file, { coder: coder.id, command: 'test', input: {} }, write => {
    for (const name of ['Trust', 'Boat', 'Question'])
      made.codes.push(addCode(file.read, write, { name, coder: coder.id, at }));
    made.theme = addTheme(
      file.read,
      write,
      { name: 'T', concept: '', definition: '', status: 'candidate' },
      coder.id,
      at,
    );
    setThemeCodes(file.read, write, made.theme, made.codes);
    for (let n = 0; n < sources; n++) {
      const starts = [0, parts[0]!.length + 2, parts[0]!.length + parts[1]!.length + 4];
      const id = addSource(file.read, write, {
        draft: {
          title: `S${n}`,
          kind: 'interview',
          group: n % 2 === 0 ? 'CYP' : null,
          phase: null,
          participant: `P${n % 3}`,
          format: 'txt',
          encoding: 'UTF-8',
          text,
          words: 11,
          metadata: [],
          leftOut: [],
          warnings: [],
          turns: starts.map((start, turn) => ({
            start,
            end: start + parts[turn]!.length,
            speaker: turn,
            fromMs: null,
            toMs: null,
          })),
          speakers: (['interviewer', 'participant', 'supporter'] as const).map(role => ({
            label: role,
            name: role,
            role,
            supportRole: null,
            turns: 1,
            words: 4,
          })),
        },
        fileName: `${n}.txt`,
        bytes: new Uint8Array([1]),
        sha256: String(n).padStart(64, '0'),
        coder: coder.id,
        at,
      });
      made.sources.push(id);
      const spans = [
        [0, 17, 22],
        [1, 17, 31],
        [2, 0, 4],
        [0, 47, 49],
      ] as const;
      for (const [code, start, end] of spans)
        addCoding(file.read, write, {
          source: id,
          text,
          span: { start, end },
          code: made.codes[code]!,
          coder: coder.id,
          at,
        });
    }
    return { result: null, summary: 'Made' };
  });
  return { file, coder, ...made };
}

const run = (file: StudyFile, atOnce: boolean, near?: number) =>
  createJobs(() => atOnce).run(
    's',
    'j',
    file,
    { kind: 'cooccurrence', near },
    () => undefined,
  ) as Promise<Cooccurrence>;

describe('co-occurrence', () => {
  test('in a thread gives what it gives at once, words of interviewers left out', async () => {
    const { file, codes } = study(6);
    const found = await run(file, false, 3);
    expect(found).toEqual(await run(file, true, 3));
    expect(found.codes.map(code => [code.id, code.extracts])).toEqual([
      [codes[0], 12],
      [codes[1], 6],
      [codes[2], 0],
    ]);
    expect(found.pairs).toEqual([{ a: 0, b: 1, overlap: 6, inside: 6, around: 0, near: 6 }]);
    file.close();
  });

  test('reads an encrypted study, whose file shows no word of it', async () => {
    const { file } = study(4, 'harbour');
    expect((await run(file, false)).pairs).toEqual([{ a: 0, b: 1, overlap: 4, inside: 4, around: 0, near: 0 }]);
    for (const end of ['', '-wal']) {
      const bytes = existsSync(`${file.path}${end}`) ? readFileSync(`${file.path}${end}`).toString('latin1') : '';
      expect(bytes).not.toMatch(/trust|boat/i);
    }
    file.close();
  });

  test('leaves the core free while it runs, and stops when it is told to', async () => {
    const { file } = study(400);
    const jobs = createJobs(() => false);
    const done = jobs.run('s', 'j', file, { kind: 'cooccurrence', near: 5 }, () => undefined);
    let answered = 0;
    let over = false;
    const outcome = done
      .then(
        () => 'done',
        thrown => thrown,
      )
      .finally(() => {
        over = true;
      });
    while (!over) {
      expect(file.read.count('SELECT count(*) FROM source')).toBe(400);
      answered++;
      await new Promise(resolve => setImmediate(resolve));
      if (answered === 20) jobs.cancel('s', 'j');
    }
    expect(answered).toBeGreaterThanOrEqual(20);
    expect(await outcome).toMatchObject({ code: 'cancelled' });
    expect(((await run(file, false)) as Cooccurrence).total).toBe(1);
    file.close();
  });

  test('a closed study stops its work and leaves its file whole', async () => {
    const { file } = study(20);
    const jobs = createJobs(() => false);
    const done = jobs.run('s', 'j', file, { kind: 'cooccurrence' }, () => undefined);
    jobs.cancelAll('s');
    file.close();
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    expect(existsSync(`${file.path}-wal`)).toBe(false);
  });
});

describe('the matrix', () => {
  test('of codes by group, source, person and attribute', () => {
    const { file, coder, codes, sources } = study(4);
    const attribute = newId<'attribute'>();
    perform(file, { coder: coder.id, command: 'test', input: {} }, write => {
      write.insert('attribute', { id: attribute, name: 'Age', kind: 'number', choices: '[]', position: 1 });
      const people = file.read.all<{ id: string; label: string }>('SELECT id, label FROM participant ORDER BY label');
      for (const [n, value] of ['9', '12'].entries())
        write.insert('participant_value', {
          id: newId(),
          participant_id: people[n]!.id,
          attribute_id: attribute,
          value,
        });
      return { result: null, summary: 'Made' };
    });
    const groups = readMatrix(file.read, { rows: 'codes', columns: 'group', count: 'extracts' });
    expect(groups).toEqual({
      rows: [
        { id: codes[0], name: 'Trust' },
        { id: codes[1], name: 'Boat' },
        { id: codes[2], name: 'Question' },
      ],
      columns: [
        { key: 'CYP', label: 'CYP' },
        { key: '', label: 'No group' },
      ],
      cells: [
        [4, 4],
        [2, 2],
        [0, 0],
      ],
      totals: { rows: [8, 4, 0], columns: [6, 6], all: 12 },
    });
    expect(readMatrix(file.read, { rows: 'themes', columns: 'source', count: 'participants' })).toMatchObject({
      columns: sources.map((key, n) => ({ key, label: `S${n}` })),
      cells: [[2, 2, 2, 2]],
    });
    const ages = readMatrix(file.read, { rows: 'codes', columns: { attribute }, count: 'sources' });
    expect(ages.columns.map(column => column.label)).toEqual(['9', '12', 'Not given']);
    // The supporter's words belong to nobody whose age is known.
    expect(ages.cells).toEqual([
      [2, 1, 4],
      [2, 1, 1],
      [0, 0, 0],
    ]);
    expect(
      readMatrix(file.read, { rows: 'codes', columns: 'phase', count: 'extracts', filter: { groups: ['CYP'] } }),
    ).toMatchObject({
      columns: [{ key: '', label: 'Phase not known' }],
      cells: [[4], [2], [0]],
    });
    file.close();
  });

  test('each cell holds the extracts that it counts', () => {
    const { file, codes, theme, sources } = study(7);
    for (const rows of ['codes', 'themes'] as const) {
      for (const columns of ['source', 'group', 'speaker'] as const) {
        const matrix = readMatrix(file.read, { rows, columns, count: 'extracts' });
        for (const [r, row] of matrix.rows.entries()) {
          for (const [c, { key }] of matrix.columns.entries()) {
            const cell = readCell(file.read, { rows, columns, row: row.id, column: key, offset: 0, limit: 500 });
            expect(cell.total).toBe(matrix.cells[r]![c]);
            expect(cell.extracts).toHaveLength(cell.total);
          }
        }
      }
    }
    const page = { rows: 'themes', columns: 'source', row: theme, column: sources[1]!, offset: 1, limit: 1 } as const;
    expect(readCell(file.read, page)).toMatchObject({
      total: 3,
      extracts: [{ source: sources[1], text: 'trust the boat', turn: 2, codes: [codes[1]], speaker: 'participant' }],
    });
    expect(speakersOf(file.read, sources[1]!)).toHaveLength(3);
    file.close();
  });
});
