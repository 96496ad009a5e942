import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { perform } from '../../../db/journal.ts';
import { addMemo, listMemos } from '../../../db/memos.ts';
import type { StudyFile } from '../../../db/studyFile.ts';
import type { CoderId } from '../../../shared/model/ids.ts';
import type { MemoAbout } from '../../../shared/model/memos.ts';
import { newStudy, tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
let file: StudyFile;
let coder: CoderId;
beforeEach(() => {
  folder = tempFolder();
  const made = newStudy(join(folder.path, 'a.ninefold'));
  file = made.file;
  coder = made.coder.id;
});
afterEach(() => {
  file.close();
  folder.remove();
});

const write = (about: MemoAbout, title: string, at: string) =>
  perform(file, { coder, command: 'memo.create', input: {} }, writer => ({
    result: addMemo(file.read, writer, { about, title, body: '', coder, at }),
    summary: 'Wrote a memo',
  }));

test('memos are listed changed last first, all of them or those of one kind', () => {
  write({ kind: 'journal' }, 'First', '2026-01-01T00:00:00.000Z');
  write({ kind: 'study' }, 'Second', '2026-01-02T00:00:00.000Z');
  write({ kind: 'journal' }, 'Third', '2026-01-03T00:00:00.000Z');
  expect(listMemos(file.read, {}).map(memo => memo.title)).toEqual(['Third', 'Second', 'First']);
  expect(listMemos(file.read, { kind: 'journal' }).map(memo => memo.title)).toEqual(['Third', 'First']);
});
