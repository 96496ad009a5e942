import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStudyFile } from '../../db/studyFile.ts';
import { tempFolder } from '../builders/studies.ts';
import { fileOfVersion, rowsOf } from './files.ts';

let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'a.ninefold');
  fileOfVersion(path, 3);
});
afterEach(() => folder.remove());

it('4: a study of before has no places and no titles by hand, and keeps all it had', () => {
  const before = rowsOf(path);
  openStudyFile(path).close();
  expect(rowsOf(path, ['map_place', 'map_title'])).toEqual({ map_place: [], map_title: [] });
  for (const [table, rows] of Object.entries(before)) {
    const after = rowsOf(path, [table])[table] ?? [];
    expect(after.map(row => row.id)).toEqual(rows.map(row => row.id));
  }
});

it('4: places are whole numbers', () => {
  openStudyFile(path).close();
  const db = new Database(path);
  expect(() => db.exec("INSERT INTO map_place VALUES ('a', 1.5, 2)")).toThrow(/INTEGER/);
  db.close();
});
