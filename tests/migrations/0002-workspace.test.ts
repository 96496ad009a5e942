import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStudyFile } from '../../db/studyFile.ts';
import { tempFolder } from '../builders/studies.ts';
import { fileOfVersion, rowsOf } from './files.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

it('2: codes stand at the top of the tree, nothing waits for review, and there are no memos yet', () => {
  const path = join(folder.path, 'a.ninefold');
  fileOfVersion(path, 1);
  openStudyFile(path).close();
  const fresh = { parent_id: null, inclusion: null, exclusion: null, example: null, retired_at: null, favourite: null };
  const { code, coding, participant } = rowsOf(path);
  expect(code).toHaveLength(2);
  for (const row of code!) expect(row).toMatchObject(fresh);
  expect(coding!.map(row => row.review)).toEqual([null, null, null]);
  expect(participant).toMatchObject([{ role: null, phase: null }]);
  const none = { attribute: [], participant_value: [], memo: [], reading: [] };
  expect(rowsOf(path, Object.keys(none))).toEqual(none);
});
