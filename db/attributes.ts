import { NinefoldError } from '../shared/model/errors.ts';
import type { AttributeId, ParticipantId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { type Attribute, type AttributeKind, checkValue } from '../shared/model/people.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The study's own attributes of participants, in their order. */
export function listAttributes(read: Reader): readonly Attribute[] {
  return read
    .all<{ id: AttributeId; name: string; kind: AttributeKind; choices: string }>(
      'SELECT id, name, kind, choices FROM attribute ORDER BY position, id',
    )
    .map(row => ({ ...row, choices: JSON.parse(row.choices) as readonly string[] }));
}

/** @throws `not-found`. */
export function getAttribute(read: Reader, id: AttributeId): Attribute {
  const found = listAttributes(read).find(one => one.id === id);
  if (!found) throw new NinefoldError('not-found', 'This attribute is no longer in the study.', { attribute: id });
  return found;
}

/** The attribute of that name, compared without case. */
export const attributeNamed = (read: Reader, name: string): Attribute | undefined =>
  listAttributes(read).find(one => one.name.toLowerCase() === name.trim().toLowerCase());

/** @throws `name-taken`. */
export function addAttribute(read: Reader, write: Writer, { name, kind, choices }: Omit<Attribute, 'id'>): AttributeId {
  refuseTaken(read, name, null);
  const id = newId<'attribute'>();
  const position = read.count('SELECT coalesce(max(position), 0) + 1 FROM attribute');
  write.insert('attribute', { id, name, kind, choices: JSON.stringify(distinct(choices)), position });
  return id;
}

/** @throws `name-taken`, or `refused` naming the choices that participants still have. */
export function updateAttribute(
  read: Reader,
  write: Writer,
  id: AttributeId,
  { name, choices }: { readonly name?: string | undefined; readonly choices?: readonly string[] | undefined },
): void {
  const before = getAttribute(read, id);
  if (name !== undefined) refuseTaken(read, name, id);
  if (choices !== undefined && before.kind === 'choice') {
    const used = read
      .all<{ value: string }>('SELECT DISTINCT value FROM participant_value WHERE attribute_id = ?', id)
      .map(row => row.value)
      .filter(value => !choices.includes(value));
    if (used.length > 0) {
      throw new NinefoldError(
        'refused',
        `Participants still have ${used.map(value => `“${value}”`).join(', ')}. Nothing was changed. Give them another value first.`,
        { attribute: id, used },
      );
    }
  }
  write.update('attribute', id, {
    ...(name !== undefined && { name }),
    ...(choices !== undefined && { choices: JSON.stringify(distinct(choices)) }),
  });
}

/** Removes an attribute with all its values. @returns how many values went with it. */
export function removeAttribute(read: Reader, write: Writer, id: AttributeId): number {
  const values = read.all<{ id: string }>('SELECT id FROM participant_value WHERE attribute_id = ?', id);
  for (const value of values) write.remove('participant_value', value.id);
  write.remove('attribute', id);
  return values.length;
}

/** Gives a participant a value in the form in which it is kept; null or no words take it away. @throws `invalid-input` saying what was expected. */
export function setValue(
  read: Reader,
  write: Writer,
  participant: ParticipantId,
  attribute: Attribute,
  typed: string | null,
): void {
  const known = read.get<{ id: string }>(
    'SELECT id FROM participant_value WHERE participant_id = ? AND attribute_id = ?',
    participant,
    attribute.id,
  );
  if (typed === null || typed.trim() === '') {
    if (known) write.remove('participant_value', known.id);
    return;
  }
  const checked = checkValue(attribute, typed);
  if (!checked.ok) {
    throw new NinefoldError(
      'invalid-input',
      `“${typed}” can’t be the ${attribute.name}: it takes ${checked.expected}. Nothing was changed.`,
      { attribute: attribute.id, value: typed },
    );
  }
  if (known) write.update('participant_value', known.id, { value: checked.value });
  else
    write.insert('participant_value', {
      id: newId(),
      participant_id: participant,
      attribute_id: attribute.id,
      value: checked.value,
    });
}

function refuseTaken(read: Reader, name: string, except: AttributeId | null): void {
  const taken = attributeNamed(read, name);
  if (taken && taken.id !== except)
    throw new NinefoldError('name-taken', `There is an attribute “${name}” already. Choose another name.`, {
      name,
      attribute: taken.id,
    });
}

const distinct = (choices: readonly string[]) => [...new Set(choices.map(choice => choice.trim()).filter(Boolean))];
