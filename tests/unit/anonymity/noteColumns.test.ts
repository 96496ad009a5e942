import { expect, test } from 'vitest';
import { noteColumns, notePlaces } from '../../../db/noteColumns.ts';
import { createStudyFile } from '../../../db/studyFile.ts';
import { tempFolder } from '../../builders/studies.ts';

/** Columns of text in which no words that identify can be, by why. A new column belongs here or in `noteColumns`. */
const others: Readonly<Record<string, readonly string[]>> = {
  'ids, hashes and times': [
    ...['*.id', '*.at', '*_id', '*_at', '*_by', '*.merged_into', 'original.sha256', 'source.original_sha256'],
  ],
  'one of a list of kinds': [
    ...['framework.kind', 'source.format', 'source.encoding', 'source.kind', 'participant.role_kind', 'speaker.role'],
    ...['code.kind', 'coding.review', 'attribute.kind', 'theme.status', 'theme_mark.stance', 'theme_verdict.verdict'],
    ...['theme_relation.kind', 'theme_advice.kind', 'bracket.kind', 'replacement.kind', 'memo.about', 'quote.state'],
    ...['print_style.kind', 'journal.kind', 'journal.command', 'evidence.kind', 'evidence_stale.kind', 'stale.kind'],
    'note_index.kind',
  ],
  'one sign': ['code.sigil'],
  'words of a text as it stands, which follow it': ['*.quoted', 'coding.prefix', 'coding.suffix'],
  'a digest': ['disclosure_accepted.finding'],
  'is printed itself, and refused where it names': ['replacement.label'],
  'texts, redacted by their own spans': ['text_revision.text'],
  'sealed by the act': ['journal.input', 'journal.summary', 'journal.reason', 'journal.target', 'journal.changes'],
  'made again from other rows in the act’s transaction': [
    ...['search_terms.terms', 'source_index.speakers', 'evidence.sources'],
  ],
};

test('every column of text is looked through for words that identify, or is known to hold none', () => {
  const folder = tempFolder();
  const file = createStudyFile(`${folder.path}/new.ninefold`);
  const columns = file.read
    .all<{ name: string }>(
      `SELECT t.name || '.' || c.name AS name FROM sqlite_master t JOIN pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT GLOB 'search_index*' AND c.type = 'TEXT'`,
    )
    .map(({ name }) => name);
  file.close();
  folder.remove();
  const looked = noteColumns.flatMap(([table, { only: _, ...kinds }]) =>
    Object.values(kinds).flatMap(names => names.map(column => `${table}.${column}`)),
  );
  const excepted = Object.values(others).flat();
  const isExcepted = (column: string) =>
    excepted.some(one => (one.startsWith('*') ? column.endsWith(one.slice(1)) : column === one));
  expect(columns.filter(column => !looked.includes(column) && !isExcepted(column))).toEqual([]);
  expect(looked.filter(column => !columns.includes(column))).toEqual([]);
  expect(excepted.filter(one => !one.startsWith('*') && !columns.includes(one))).toEqual([]);
});

test('every table of notes has a name in words', () => {
  expect(noteColumns.map(([table]) => table).filter(table => notePlaces[table] === undefined)).toEqual([]);
});
