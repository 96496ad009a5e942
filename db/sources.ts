import type { Draft } from '../shared/model/draft.ts';
import type { Source, SourceFacts, Speaker, Transcript, Turn } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { SourceFormat, SourceKind, SpeakerRole } from '../shared/model/kinds.ts';
import { attribute } from '../shared/text/attribution.ts';
import { codingsOf } from './codings.ts';
import { removeWords } from './onWords.ts';
import { participantFor } from './participants.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

type SourceRow = {
  readonly id: SourceId;
  readonly title: string;
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly kind: SourceKind;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  readonly words: number;
  readonly characters: number;
  readonly turns: number;
  readonly codings: number;
  readonly importedAt: string;
};

const columns = `s.id, s.title, s.file_name AS fileName, s.format, s.kind, s.group_name AS "group", s.phase, p.label AS participant,
  s.words, s.characters, s.imported_at AS importedAt,
  n.turns, n.codings
  FROM source s JOIN source_count n ON n.source_id = s.id LEFT JOIN participant p ON p.id = s.participant_id`;

const withAttribution = (row: SourceRow): Source => ({ ...row, attribution: attribute(row, null) });

/** Every source, in the order of import. */
export function listSources(read: Reader): readonly Source[] {
  return read.all<SourceRow>(`SELECT ${columns} ORDER BY s.position, s.id`).map(withAttribution);
}

/** Ids of every source, in the order of import. */
export function sourceIds(read: Reader): readonly SourceId[] {
  return read.all<{ id: SourceId }>('SELECT id FROM source ORDER BY position, id').map(row => row.id);
}

/** @throws `not-found`. */
export function getSource(read: Reader, id: SourceId): Source {
  const row = read.get<SourceRow>(`SELECT ${columns} WHERE s.id = ?`, id);
  if (!row) throw new NinefoldError('not-found', 'This source is no longer in the study.', { source: id });
  return withAttribution(row);
}

export function sourceText(read: Reader, id: SourceId): string {
  const row = read.get<{ text: string }>(
    'SELECT r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id = ?',
    id,
  );
  if (!row) throw new NinefoldError('not-found', 'This source is no longer in the study.', { source: id });
  return row.text;
}

/** Id of the text that a source has now. */
export const textIdOf = (read: Reader, id: SourceId): string =>
  read.get<{ id: string }>('SELECT text_id AS id FROM source WHERE id = ?', id)?.id ?? '';

export function turnsOf(read: Reader, id: SourceId): readonly Turn[] {
  return read.all<Turn>(
    `SELECT id, ordinal, start_at AS start, end_at AS "end", speaker_id AS speaker, from_ms AS fromMs, to_ms AS toMs
     FROM turn WHERE source_id = ? ORDER BY start_at`,
    id,
  );
}

export function speakersOf(read: Reader, id: SourceId): readonly Speaker[] {
  return read.all<Speaker>(
    'SELECT id, label, name, role, support_role AS supportRole FROM speaker WHERE source_id = ? ORDER BY position',
    id,
  );
}

/** A source with all that the reading page shows. @throws `not-found`. */
export function getTranscript(read: Reader, id: SourceId): Transcript {
  return {
    source: getSource(read, id),
    text: sourceText(read, id),
    turns: turnsOf(read, id),
    speakers: speakersOf(read, id),
    codings: codingsOf(read, id),
  };
}

/** The source that was imported from the very same bytes, if any. */
export function sourceWithOriginal(read: Reader, sha256: string): SourceId | null {
  return read.get<{ id: SourceId }>('SELECT id FROM source WHERE original_sha256 = ? LIMIT 1', sha256)?.id ?? null;
}

/** The file that a source was imported from. Its bytes are none where they stand in the key. @throws `not-found`. */
export function originalOf(
  read: Reader,
  id: SourceId,
): { readonly fileName: string; readonly sha256: string; readonly bytes: Uint8Array } {
  const row = read.get<{ fileName: string; sha256: string; bytes: Uint8Array }>(
    'SELECT s.file_name AS fileName, o.sha256, o.bytes FROM source s JOIN original o ON o.sha256 = s.original_sha256 WHERE s.id = ?',
    id,
  );
  if (!row) throw new NinefoldError('not-found', 'This source is no longer in the study.', { source: id });
  return { ...row, bytes: new Uint8Array(row.bytes) };
}

/** Stores a draft with its speakers, turns and original bytes. */
export function addSource(
  read: Reader,
  write: Writer,
  input: {
    readonly draft: Draft;
    readonly fileName: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly coder: CoderId;
    readonly at: string;
  },
): SourceId {
  const { draft, fileName, bytes, sha256, coder, at } = input;
  const id = newId<'source'>();
  const textId = newId<'text'>();
  write.keepOriginal(sha256, bytes);
  write.keepText(textId, draft.text);
  write.insert('source', {
    id,
    title: draft.title,
    file_name: fileName,
    format: draft.format,
    encoding: draft.encoding,
    kind: draft.kind,
    group_name: draft.group,
    phase: draft.phase,
    participant_id: participantFor(read, write, draft.participant, draft.group),
    original_sha256: sha256,
    text_id: textId,
    words: draft.words,
    characters: draft.text.length,
    metadata: JSON.stringify(draft.metadata),
    position: read.count('SELECT coalesce(max(position), 0) + 1 FROM source'),
    imported_at: at,
    imported_by: coder,
  });
  const speakerIds = draft.speakers.map((speaker, position) => {
    const speakerId = newId<'speaker'>();
    write.insert('speaker', {
      id: speakerId,
      source_id: id,
      participant_id: null,
      label: speaker.label,
      name: speaker.name,
      role: speaker.role,
      support_role: speaker.supportRole,
      position,
    });
    return speakerId;
  });
  for (const [index, turn] of draft.turns.entries()) {
    write.insert('turn', {
      id: newId<'turn'>(),
      source_id: id,
      ordinal: index + 1,
      start_at: turn.start,
      end_at: turn.end,
      speaker_id: turn.speaker === null ? null : (speakerIds[turn.speaker] ?? null),
      from_ms: turn.fromMs,
      to_ms: turn.toMs,
    });
  }
  return id;
}

/** Changes what is known of a source; its words stay. */
export function updateSource(read: Reader, write: Writer, id: SourceId, facts: Partial<SourceFacts>): void {
  const { participant, group, ...rest } = facts;
  write.update('source', id, {
    ...rest,
    ...(group !== undefined && { group_name: group }),
    ...(participant !== undefined && {
      participant_id: participantFor(read, write, participant, group ?? getSource(read, id).group),
    }),
  });
}

/** Removes a source with its turns, speakers, codings, memos and marks on it, and reading marks. @returns how many codings and memos went with it. */
export function removeSource(
  read: Reader,
  write: Writer,
  id: SourceId,
): { readonly codings: number; readonly memos: number } {
  const removeAll = (
    table: 'coding' | 'memo' | 'reading' | 'turn' | 'speaker' | 'name_check',
    where = 'source_id = ?',
  ) => {
    const rows = read.all<{ id: string }>(`SELECT id FROM ${table} WHERE ${where}`, id);
    for (const row of rows) write.remove(table, row.id);
    return rows.length;
  };
  removeWords(read, write, id);
  const codings = removeAll('coding');
  const memos = removeAll('memo') + removeAll('memo', "about = 'source' AND about_id = ?");
  for (const table of ['name_check', 'reading', 'turn', 'speaker'] as const) removeAll(table);
  write.remove('source', id);
  return { codings, memos };
}

export function updateSpeaker(
  write: Writer,
  id: SpeakerId,
  fields: { readonly name: string; readonly role: SpeakerRole; readonly supportRole: string | null },
): void {
  write.update('speaker', id, { name: fields.name, role: fields.role, support_role: fields.supportRole });
}
