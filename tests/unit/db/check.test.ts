import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStudy } from '../../../db/check.ts';
import { openStudyFile } from '../../../db/studyFile.ts';
import { tempFolder } from '../../builders/studies.ts';
import { fileOfVersion, ids } from '../../migrations/files.ts';

let folder: ReturnType<typeof tempFolder>;
let path: string;
beforeEach(() => {
  folder = tempFolder();
  path = join(folder.path, 'boat.ninefold');
  fileOfVersion(path, 1);
  openStudyFile(path).close();
});
afterEach(() => folder.remove());

/** Changes the file as another program might, past the app. */
function meddle(sql: string): void {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}
function findings() {
  const file = openStudyFile(path);
  try {
    return checkStudy(file).findings;
  } finally {
    file.close();
  }
}

describe('check', () => {
  it('finds nothing in a sound study, and changes nothing', () => {
    const before = readFileSync(path);
    expect(findings()).toEqual([]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['words that were changed under a coding', "UPDATE text_revision SET text = 'x' || text", 'coding-words'],
    ['a coding that was moved', 'UPDATE coding SET start_at = start_at + 1', 'coding-words'],
    ['a quote that was changed', "UPDATE coding SET quoted = 'other words'", 'coding-words'],
    ['turns that overlap', 'UPDATE turn SET start_at = 0 WHERE ordinal = 2', 'turn-bounds'],
    ['a turn beyond the text', 'UPDATE turn SET end_at = 9999 WHERE ordinal = 2', 'turn-bounds'],
    ['a coding of a code that is gone', `DELETE FROM code WHERE id = '${ids.craft}'`, 'orphan'],
    ['a row that was put in past the journal', "INSERT INTO coder VALUES ('x', 'Eve', '')", 'journal'],
    ['a row that was taken out past the journal', 'DELETE FROM theme_code', 'journal'],
    ['a row that was changed past the journal', "UPDATE theme SET name = 'Other'", 'journal'],
    ['a theme under itself', `UPDATE theme SET parent_id = '${ids.theme}'`, 'theme-ring'],
    [
      'a mark that is not on its words',
      `INSERT INTO theme_mark VALUES ('m', '${ids.theme}', '${ids.source}', 1, 5, 'else', 'supports', '${ids.coder}', '')`,
      'theme-words',
    ],
    ['a journal entry that can not be read', "UPDATE journal SET changes = '[' WHERE seq = 2", 'journal'],
  ])('finds %s', (_what, sql, code) => {
    meddle(sql);
    const found = findings();
    expect(found.map(finding => finding.code)).toContain(code);
    for (const finding of found) expect(finding.message).toMatch(/\.$/);
  });

  it('names source, place and words of a coding that no longer matches', () => {
    meddle(`UPDATE coding SET quoted = 'other words' WHERE code_id = '${ids.craft}'`);
    const [finding] = findings().filter(one => one.code === 'coding-words');
    expect(finding?.message).toContain('“Interview CYP2”');
    expect(finding?.message).toContain('other words');
  });

  it('a file whose pages were overwritten is found damaged', () => {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, 4096 * 6);
    writeFileSync(path, bytes);
    const found = findings();
    expect(found.map(finding => finding.code)).toContain('file');
    expect(found.find(finding => finding.code === 'file')?.message).toContain('backup');
  });
});
