import type { NameCheck } from '../shared/model/anonymity.ts';
import type { CoderId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { textIdOf } from './sources.ts';
import type { Writer } from './writer.ts';

/** For each source in order: who read it for names last, and whether its text is still the one that was read. */
export function nameChecks(read: Reader): readonly NameCheck[] {
  return read
    .all<{ source: SourceId; by: string | null; at: string | null; current: number }>(
      `SELECT s.id AS source, c.name AS "by", n.at, n.text_id IS NOT NULL AND n.text_id = s.text_id AS current
       FROM source s LEFT JOIN name_check n ON n.source_id = s.id
         AND n.id = (SELECT id FROM name_check WHERE source_id = s.id ORDER BY at DESC, id DESC LIMIT 1)
       LEFT JOIN coder c ON c.id = n.coder_id ORDER BY s.position, s.id`,
    )
    .map(row => ({ ...row, current: row.current === 1 }));
}

/** Notes that a source was read for names as it is now, or takes that back. */
export function setNameCheck(read: Reader, write: Writer, source: SourceId, checked: boolean, coder: CoderId): void {
  for (const { id } of read.all<{ id: string }>('SELECT id FROM name_check WHERE source_id = ?', source))
    write.remove('name_check', id);
  if (!checked) return;
  write.insert('name_check', {
    id: newId(),
    source_id: source,
    text_id: textIdOf(read, source),
    coder_id: coder,
    at: new Date().toISOString(),
  });
}

/** A check stands for the text that labels were put into as well: what was checked before is checked still. */
export function keepNameCheck(read: Reader, write: Writer, source: SourceId, textBefore: string): void {
  const now = textIdOf(read, source);
  for (const { id } of read.all<{ id: string }>(
    'SELECT id FROM name_check WHERE source_id = ? AND text_id = ?',
    source,
    textBefore,
  ))
    write.update('name_check', id, { text_id: now });
}
