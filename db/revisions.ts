import type { SourceRevision } from '../shared/api/outputs/source.ts';
import type { SourceId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';

type Row = Omit<SourceRevision, 'kind'> & { readonly command: string; readonly wordsBefore: number };

/** States of a source's text that stand in the journal, newest first; the last is the import. @throws nothing: a source that is not there has none. */
export function revisionsOf(read: Reader, source: SourceId): readonly SourceRevision[] {
  const rows = read.all<Row>(
    `SELECT j.id AS entry, j.command, j.at, c.name AS coder, j.reason,
       json_extract(j.input, '$.words') AS words, json_extract(j.input, '$.wordsBefore') AS wordsBefore
     FROM journal j JOIN coder c ON c.id = j.coder_id
     WHERE j.command IN ('source.edit', 'source.reimport') AND json_extract(j.input, '$.source') = ?
       AND (SELECT count(*) FILTER (WHERE k.kind = 'undo') - count(*) FILTER (WHERE k.kind = 'redo') FROM journal k WHERE k.target = j.id) <= 0
     ORDER BY j.seq DESC`,
    source,
  );
  const imported = read.get<{ at: string; coder: string; words: number }>(
    'SELECT s.imported_at AS at, c.name AS coder, s.words FROM source s JOIN coder c ON c.id = s.imported_by WHERE s.id = ?',
    source,
  );
  const first = rows.at(-1);
  return [
    ...rows.map(({ command, wordsBefore: _before, ...row }) => ({
      ...row,
      kind: command === 'source.edit' ? ('edit' as const) : ('reimport' as const),
    })),
    ...(imported
      ? [
          {
            ...imported,
            entry: null,
            kind: 'import' as const,
            reason: null,
            words: first?.wordsBefore ?? imported.words,
          },
        ]
      : []),
  ];
}
