import type { CheckFinding } from '../shared/api/outputs.ts';
import type { StudyFile } from './studyFile.ts';

type Part = { readonly checked: Readonly<Record<string, number>>; readonly findings: readonly CheckFinding[] };
type Reader = StudyFile['read'];

/** Sub-themes, and the words that marks, verdicts, quotes under outcomes and quotes in an order by hand stand on. */
export function checkThemes({ read }: StudyFile): Part {
  const placed = tables.flatMap(({ table, what }) => misplaced(read, table, what));
  const checked = tables.reduce((sum, { table }) => sum + read.count(`SELECT count(*) FROM ${table}`), 0);
  return { checked: { themeWords: checked }, findings: [...rings(read), ...placed] };
}

const tables = [
  { table: 'theme_mark', what: 'A mark on an extract' },
  { table: 'theme_verdict', what: 'A verdict on an extract' },
  { table: 'outcome_quote', what: 'A quote under an outcome' },
  { table: 'theme_quote', what: 'A quote in an order by hand' },
] as const;

/** Themes that stand, over others, under themselves. */
function rings(read: Reader): readonly CheckFinding[] {
  return read
    .all<{ id: string; name: string }>(
      `WITH RECURSIVE up (id, above) AS (
         SELECT id, parent_id FROM theme WHERE parent_id IS NOT NULL UNION SELECT up.id, t.parent_id FROM up JOIN theme t ON t.id = up.above WHERE t.parent_id IS NOT NULL
       ) SELECT t.id, t.name FROM up JOIN theme t ON t.id = up.id WHERE up.id = up.above`,
    )
    .map(({ id, name }) => ({ code: 'theme-ring', message: `The theme “${name}” stands under itself.`, id }));
}

function misplaced(read: Reader, table: (typeof tables)[number]['table'], what: string): readonly CheckFinding[] {
  const found: CheckFinding[] = [];
  let source = '';
  let text = '';
  for (const row of read.all<{ id: string; source: string; title: string; start: number; end: number; quoted: string }>(
    `SELECT w.id, w.source_id AS source, s.title, w.start_at AS start, w.end_at AS "end", w.quoted
     FROM ${table} w JOIN source s ON s.id = w.source_id ORDER BY w.source_id`,
  )) {
    if (row.source !== source) {
      source = row.source;
      text =
        read.get<{ text: string }>(
          'SELECT r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id = ?',
          source,
        )?.text ?? '';
    }
    if (row.start >= row.end || text.slice(row.start, row.end) !== row.quoted) {
      found.push({
        code: 'theme-words',
        message: `${what} does not stand on its words in “${row.title}” at ${row.start}–${row.end}: “${row.quoted.slice(0, 80)}”.`,
        id: row.id,
      });
    }
  }
  return found;
}
