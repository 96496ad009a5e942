import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The participant of that label, made if there is none yet; null for no label. Labels are compared without case and spaces: "CYP 2" is "CYP2". */
export function participantFor(read: Reader, write: Writer, label: string | null, group: string | null): string | null {
  if (label === null) return null;
  const key = fold(label);
  const known = read
    .all<{ id: string; label: string }>('SELECT id, label FROM participant')
    .find(row => fold(row.label) === key);
  if (known) return known.id;
  const id = newId<'participant'>();
  write.insert('participant', { id, label, group_name: group });
  return id;
}

const fold = (label: string) => label.toLowerCase().replace(/\s+/g, '');
