import type { CheckFinding, CheckReport } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { SourceId } from '../shared/model/ids.ts';
import { checkIndex } from './checkIndex.ts';
import { checkQuotes } from './checkQuotes.ts';
import { checkThemes } from './checkThemes.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { explain } from './errors.ts';
import { type Row, tableNames } from './rows.ts';
import type { StudyFile } from './studyFile.ts';
import type { Change } from './writer.ts';

/** Looks the whole study over and changes nothing: SQLite's own check, references, every coding's words, the bounds of turns, the codebook's tree, places of memos, sub-themes and words marked for them, the journal, the search index. */
export function checkStudy(file: StudyFile): CheckReport {
  const parts = [
    checkFile,
    checkReferences,
    checkTexts,
    checkWorkspace,
    checkThemes,
    checkQuotes,
    checkJournal,
    checkIndex,
  ].map(part => lookedOver(file, part));
  const findings = parts.flatMap(part => part.findings);
  return { ok: findings.length === 0, checked: Object.assign({}, ...parts.map(part => part.checked)), findings };
}

type Part = { readonly checked: Readonly<Record<string, number>>; readonly findings: readonly CheckFinding[] };

/** What a part finds; pages that can't be read are a finding, not the end of the check. */
function lookedOver(file: StudyFile, part: (file: StudyFile) => Part): Part {
  try {
    return part(file);
  } catch (thrown) {
    const named = explain(thrown, file.path);
    if (!(named instanceof NinefoldError) || named.code !== 'study-damaged') throw named;
    return { checked: {}, findings: [{ code: 'file', message: named.message, id: null }] };
  }
}

function checkFile({ db }: StudyFile): Part {
  const rows = db.pragma('integrity_check') as readonly { readonly integrity_check: string }[];
  const findings = rows
    .filter(row => row.integrity_check !== 'ok')
    .map(row => ({
      code: 'file',
      message: `The file is damaged: ${row.integrity_check}. Restore it from a backup.`,
      id: null,
    }));
  return { checked: { pages: Number(db.pragma('page_count', { simple: true })) }, findings };
}

function checkReferences({ db, read }: StudyFile): Part {
  const rows = db.pragma('foreign_key_check') as readonly {
    readonly table: string;
    readonly parent: string;
    readonly rowid: number;
  }[];
  const orphans = rows.map(row => ({
    code: 'orphan',
    message: `A row of ${row.table} refers to a ${row.parent} that is not there.`,
    id: String(row.rowid),
  }));
  const unused = read
    .all<{ id: string }>('SELECT id FROM text_revision WHERE id IN (SELECT text_id FROM source) AND length(text) = 0')
    .map(row => ({ code: 'text', message: 'A source has no words.', id: row.id }));
  const checked = Object.fromEntries(tableNames.map(table => [table, read.count(`SELECT count(*) FROM ${table}`)]));
  return { checked, findings: [...orphans, ...unused] };
}

function checkTexts({ read }: StudyFile): Part {
  const findings: CheckFinding[] = [];
  let codings = 0;
  for (const source of read.all<{ id: SourceId; title: string; text: string }>(
    'SELECT s.id, s.title, r.text FROM source s JOIN text_revision r ON r.id = s.text_id ORDER BY s.position',
  )) {
    const { text, title } = source;
    for (const coding of read.all<{ id: string; start: number; end: number; quoted: string }>(
      'SELECT id, start_at AS start, end_at AS "end", quoted FROM coding WHERE source_id = ?',
      source.id,
    )) {
      codings++;
      if (text.slice(coding.start, coding.end) !== coding.quoted) {
        findings.push({
          code: 'coding-words',
          message: `In “${title}”, the words of a coding are no longer those of the text at ${coding.start}–${coding.end}: “${coding.quoted.slice(0, 80)}”.`,
          id: coding.id,
        });
      }
    }
    let reached = 0;
    for (const turn of read.all<{ id: string; ordinal: number; start: number; end: number }>(
      'SELECT id, ordinal, start_at AS start, end_at AS "end" FROM turn WHERE source_id = ? ORDER BY start_at',
      source.id,
    )) {
      if (turn.start < reached || turn.end < turn.start || turn.end > text.length) {
        findings.push({
          code: 'turn-bounds',
          message: `In “${title}”, turn ${turn.ordinal} lies outside the text or overlaps the one before.`,
          id: turn.id,
        });
      }
      reached = turn.end;
    }
  }
  return { checked: { codingWords: codings }, findings };
}

function checkJournal({ read }: StudyFile): Part {
  const findings: CheckFinding[] = [];
  const entries = read.all<{ id: string; changes: string; command: string; input: string }>(
    'SELECT id, changes, command, input FROM journal ORDER BY seq',
  );
  const last = new Map<string, string | null>();
  for (const entry of entries) {
    const changes = parse(entry.changes);
    if (!Array.isArray(changes) || parse(entry.input) === undefined) {
      findings.push({
        code: 'journal',
        message: `The journal entry for ${entry.command} can't be read.`,
        id: entry.id,
      });
      continue;
    }
    for (const [table, id, , after] of changes as readonly Change[])
      last.set(`${table} ${id}`, after && canonical(after));
  }
  for (const table of tableNames) {
    for (const row of read.all<Row & { readonly id: string }>(`SELECT * FROM ${table}`)) {
      const recorded = last.get(`${table} ${row.id}`);
      if (recorded === undefined || recorded === null || recorded !== canonical(row)) {
        findings.push({
          code: 'journal',
          message: `A row of ${table} is not as the journal left it: it was changed from outside Ninefold.`,
          id: row.id,
        });
      }
      last.delete(`${table} ${row.id}`);
    }
  }
  for (const [key, row] of last) {
    if (row !== null)
      findings.push({
        code: 'journal',
        message: `A row that the journal holds is gone: ${key.split(' ')[0]}.`,
        id: key.split(' ')[1] ?? null,
      });
  }
  return { checked: { journal: entries.length }, findings };
}

/** A row as text that does not depend on the order of its columns; a column that is NULL says the same as one that was not there yet. */
const canonical = (row: Row) =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, cell]) => cell !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
