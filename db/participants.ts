import { NinefoldError } from '../shared/model/errors.ts';
import type { AttributeId, ParticipantId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Participant } from '../shared/model/people.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The participant of that label, made if there is none yet; null for no label. Labels are compared without case and spaces: "CYP 2" is "CYP2". */
export function participantFor(read: Reader, write: Writer, label: string | null, group: string | null): string | null {
  if (label === null) return null;
  const known = participantNamed(read, label);
  if (known !== null) return known;
  const id = newId<'participant'>();
  write.insert('participant', { id, label, group_name: group });
  return id;
}

const fold = (label: string) => label.toLowerCase().replace(/\s+/g, '');

/** The participant of that label, compared without case and spaces. */
export function participantNamed(read: Reader, label: string): ParticipantId | null {
  const key = fold(label);
  return (
    read
      .all<{ id: ParticipantId; label: string }>('SELECT id, label FROM participant')
      .find(row => fold(row.label) === key)?.id ?? null
  );
}

type ParticipantRow = Pick<Participant, 'id' | 'label' | 'group' | 'role' | 'phase' | 'roleKind'> & {
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
};

/** Everybody, by label, numbers in their order. */
export function listParticipants(read: Reader): readonly Participant[] {
  const values = new Map<ParticipantId, Record<AttributeId, string>>();
  for (const { participant, attribute, value } of read.all<{
    participant: ParticipantId;
    attribute: AttributeId;
    value: string;
  }>('SELECT participant_id AS participant, attribute_id AS attribute, value FROM participant_value')) {
    const mine = values.get(participant) ?? {};
    mine[attribute] = value;
    values.set(participant, mine);
  }
  const sources = grouped(
    read.all<{ participant: ParticipantId; id: SourceId }>(
      'SELECT participant_id AS participant, id FROM source WHERE participant_id IS NOT NULL ORDER BY position',
    ),
  );
  const speakers = grouped(
    read.all<{ participant: ParticipantId; id: SpeakerId }>(
      'SELECT participant_id AS participant, id FROM speaker WHERE participant_id IS NOT NULL ORDER BY source_id, position',
    ),
  );
  return read
    .all<ParticipantRow>(
      `SELECT p.id, p.label, p.group_name AS "group", p.role, p.phase, p.role_kind AS roleKind,
         p.role_decision AS decision, c.name AS decidedBy, p.role_decided_at AS decidedAt
       FROM participant p LEFT JOIN coder c ON c.id = p.role_decided_by`,
    )
    .map(({ decision, decidedBy, decidedAt, ...row }) => ({
      ...row,
      roleDecision: decision === null ? null : { reason: decision, by: decidedBy, at: decidedAt },
      values: values.get(row.id) ?? {},
      sources: sources.get(row.id) ?? [],
      speakers: speakers.get(row.id) ?? [],
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB', { numeric: true }));
}

/** @throws `not-found`. */
export function getParticipant(read: Reader, id: ParticipantId): Participant {
  const found = listParticipants(read).find(one => one.id === id);
  if (!found) throw new NinefoldError('not-found', 'This participant is no longer in the study.', { participant: id });
  return found;
}

/** @throws `name-taken`. */
export function refuseTakenLabel(read: Reader, label: string, except: ParticipantId | null): void {
  const taken = participantNamed(read, label);
  if (taken !== null && taken !== except) {
    throw new NinefoldError('name-taken', `There is a participant “${label}” already. Choose another label.`, {
      label,
      participant: taken,
    });
  }
}

/** Removes a participant; sources and speakers stay without one, memos about them become memos on the study. */
export function removeParticipant(read: Reader, write: Writer, id: ParticipantId): void {
  for (const table of ['source', 'speaker'] as const)
    for (const row of read.all<{ id: string }>(`SELECT id FROM ${table} WHERE participant_id = ?`, id))
      write.update(table, row.id, { participant_id: null });
  for (const row of read.all<{ id: string }>('SELECT id FROM participant_value WHERE participant_id = ?', id))
    write.remove('participant_value', row.id);
  for (const row of read.all<{ id: string }>("SELECT id FROM memo WHERE about = 'participant' AND about_id = ?", id))
    write.update('memo', row.id, { about: 'study', about_id: null });
  write.remove('participant', id);
}

function grouped<Id>(
  rows: readonly { readonly participant: ParticipantId; readonly id: Id }[],
): ReadonlyMap<ParticipantId, readonly Id[]> {
  const groups = new Map<ParticipantId, Id[]>();
  for (const { participant, id } of rows) groups.set(participant, [...(groups.get(participant) ?? []), id]);
  return groups;
}
