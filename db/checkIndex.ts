import type { CheckFinding } from '../shared/api/outputs.ts';
import { countDistinctly } from './counts.ts';
import type { StudyFile } from './studyFile.ts';

/** Looks over what is worked out from the study: that the search index is whole and of today's texts, and that the counts are those of the rows. */
export function checkIndex(file: StudyFile): {
  readonly checked: Readonly<Record<string, number>>;
  readonly findings: readonly CheckFinding[];
} {
  const { read } = file;
  const findings: CheckFinding[] = [];
  const find = (message: string, id: string | null = null) => findings.push({ code: 'index', message, id });
  try {
    file.statement("INSERT INTO search_index (search_index) VALUES ('integrity-check')").run();
  } catch (thrown) {
    find(`The search index is damaged: ${thrown instanceof Error ? thrown.message : String(thrown)}.`);
  }
  const rows = read.count('SELECT count(*) FROM search_index_docsize');
  const wanted =
    read.count('SELECT coalesce(sum(pieces), 0) FROM source_index') + read.count('SELECT count(*) FROM note_index');
  if (rows !== wanted) find(`The search index holds ${rows} pieces where there should be ${wanted}.`);
  if (read.count('SELECT count(*) FROM stale') > 0) find('Some texts have not been indexed for search.');
  for (const { id, title } of read.all<{ id: string; title: string }>(
    `SELECT s.id, s.title FROM source s LEFT JOIN source_index x ON x.source_id = s.id
     WHERE x.text_id IS NULL OR x.text_id <> s.text_id OR length(x.turns) <> 16 * (SELECT count(*) FROM turn t WHERE t.source_id = s.id)`,
  ))
    find(`Search does not see “${title}” as it is now.`, id);
  const gone = read.count('SELECT count(*) FROM source_index WHERE source_id NOT IN (SELECT id FROM source)');
  if (gone > 0) find(`Search still finds ${gone} removed sources.`);
  for (const { id, kind } of read.all<{ id: string; kind: string }>(
    `SELECT id, 'memo' AS kind FROM memo WHERE id NOT IN (SELECT id FROM note_index) UNION ALL
     SELECT id, 'code' FROM code WHERE id NOT IN (SELECT id FROM note_index) UNION ALL
     SELECT id, 'theme' FROM theme WHERE id NOT IN (SELECT id FROM note_index)`,
  ))
    find(`Search does not see a ${kind}.`, id);
  for (const message of countDistinctly(read)) find(message);
  return { checked: { searched: rows }, findings };
}
