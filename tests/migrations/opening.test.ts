import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStudy } from '../../db/check.ts';
import { historyState } from '../../db/history.ts';
import { latestVersion, migrations } from '../../db/migrate.ts';
import { openStudyFile } from '../../db/studyFile.ts';
import { redo, undo } from '../../db/undo.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { CoderId } from '../../shared/model/ids.ts';
import { tempFolder } from '../builders/studies.ts';
import { fileOfVersion, firstTables, ids, rowsOf, schemaOf } from './files.ts';

const latest = latestVersion();
const coder = ids.coder as CoderId;
let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'boat.ninefold');
});
afterEach(() => folder.remove());

const backups = () => readdirSync(folder.path).filter(name => name.endsWith('.backup'));
function edit(change: (db: Database.Database) => void): void {
  const db = new Database(path);
  change(db);
  db.pragma('journal_mode = DELETE');
  db.close();
}

/** The file as bytes, and what lies in its folder. */
const asItLies = () => ({ bytes: readFileSync(path, 'latin1'), files: readdirSync(folder.path) });
function refused(code: string): void {
  const before = asItLies();
  expect(() => openStudyFile(path)).toThrow(expect.objectContaining({ code }));
  expect(() => openStudyFile(path)).toThrow('boat.ninefold');
  expect(() => openStudyFile(path)).toThrow(NinefoldError);
  expect(asItLies()).toEqual(before);
}

it('versions ascend by one from 1', () => {
  expect(migrations.map(step => step.version)).toEqual(migrations.map((_, index) => index + 1));
});

describe.each(migrations.map(step => step.version))('a study of version %i', version => {
  beforeEach(() => fileOfVersion(path, version));

  it('opens with every row as it was, sound, and of the newest version', () => {
    const before = rowsOf(path);
    const file = openStudyFile(path);
    expect(checkStudy(file).findings).toEqual([]);
    file.close();
    expect(readdirSync(folder.path)).toEqual(['boat.ninefold', ...backups()]);
    expect(schemaOf(path)).toMatchObject({ version: latest });
    const after = rowsOf(path);
    for (const table of firstTables) {
      expect(after[table]).toHaveLength(before[table]!.length);
      for (const [index, row] of before[table]!.entries()) expect(after[table]![index]).toMatchObject(row);
    }
  });

  it('leaves a backup beside it, which is the study as it was; the newest leaves none', () => {
    const before = { rows: rowsOf(path), schema: schemaOf(path) };
    openStudyFile(path).close();
    expect(backups()).toHaveLength(version < latest ? 1 : 0);
    for (const name of backups()) {
      expect(name.startsWith(`boat.ninefold.v${version}-`)).toBe(true);
      const copy = join(folder.path, name);
      expect({ rows: rowsOf(copy), schema: schemaOf(copy) }).toEqual(before);
    }
    openStudyFile(path).close();
    expect(backups()).toHaveLength(version < latest ? 1 : 0);
  });

  it('is undone to its founding and done again, by entries of that version', () => {
    const file = openStudyFile(path);
    const before = rowsOf(path);
    while (historyState(file, coder).undo !== null) undo(file, coder);
    const counts = Object.values(rowsOf(path)).map(rows => rows.length);
    expect(counts).toEqual([1, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(checkStudy(file).findings).toEqual([]);
    while (historyState(file, coder).redo !== null) redo(file, coder);
    expect(rowsOf(path)).toEqual(before);
    expect(checkStudy(file).findings).toEqual([]);
    file.close();
  });

  it('stays as it was if a later step fails, also after one that worked', () => {
    const before = { rows: rowsOf(path), schema: schemaOf(path) };
    const steps = [
      ...migrations,
      { version: latest + 1, sql: "UPDATE theme SET name = 'half'; CREATE TABLE half (x TEXT) STRICT" },
      { version: latest + 2, sql: 'DELETE FROM coding; INSERT INTO nowhere VALUES (1)' },
    ];
    expect(() => openStudyFile(path, { steps })).toThrow('nowhere');
    expect({ rows: rowsOf(path), schema: schemaOf(path) }).toEqual(before);
    expect(readdirSync(folder.path)).not.toContain('boat.ninefold.lock');
    const file = openStudyFile(path);
    expect(checkStudy(file).findings).toEqual([]);
    file.close();
  });

  it.each([latest + 1, 9999])('marked as of version %i is refused untouched', newer => {
    edit(db => db.pragma(`user_version = ${newer}`));
    refused('study-newer');
  });

  it.each([0, 1, 0x4e494e46])('with the application id %i is refused untouched', id => {
    edit(db => db.pragma(`application_id = ${id}`));
    refused('study-not-ninefold');
  });
});
