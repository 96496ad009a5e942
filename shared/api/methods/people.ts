import { z } from 'zod';
import { type Attribute, attributeKinds, type Participant, type People, roleKinds } from '../../model/people.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { PeopleRowReport } from '../outputs/people.ts';

const facts = { group: i.name.nullable(), role: i.name.nullable(), phase: i.phase };
const choices = z.array(i.name).max(200);

/** Participants, what is known of them, and the speakers that they are. */
export const peopleMethods = {
  'people.list': query(z.object(i.onStudy)).gives<People>(),
  'people.create': command(
    z.object({ ...i.onStudy, label: i.name, ...facts }).partial({ group: true, role: true, phase: true }),
  ).gives<Participant>(),
  'people.update': command(
    z
      .object({
        ...i.onStudy,
        participant: i.participantId,
        label: i.name,
        roleKind: z.enum(roleKinds).nullable(),
        ...facts,
      })
      .partial({ label: true, group: true, role: true, phase: true, roleKind: true }),
  ).gives<null>(),
  /** Decides that the precise role may be printed, with the reason why there is no risk in it; null takes that back. Another role takes it back, too. @throws `refused` for somebody without a role. */
  'people.decideRole': command(
    z.object({ ...i.onStudy, participant: i.participantId, why: i.reasonGiven.nullable() }),
  ).gives<null>(),
  /** Null takes the value away. */
  'people.setValue': command(
    z.object({
      ...i.onStudy,
      participant: i.participantId,
      attribute: i.attributeId,
      value: z.string().max(2_000).nullable(),
    }),
  ).gives<null>(),
  /** The participant's sources and speakers stay, without a participant. */
  'people.remove': command(z.object({ ...i.onStudy, participant: i.participantId, reason: i.reason })).gives<null>(),
  /** Reads a table with a column participant (or label, or name), and group, role, phase; every other column is an attribute, made if there is none of that name. An empty cell leaves what is known as it is. */
  'people.import': command(z.object({ ...i.onStudy, file: i.fileInput })).gives<readonly PeopleRowReport[]>(),
  'attribute.create': command(
    z.object({ ...i.onStudy, name: i.name, kind: z.enum(attributeKinds), choices: choices.optional() }),
  ).gives<Attribute>(),
  /** Choices that are in use can't be left out. */
  'attribute.update': command(
    z.object({ ...i.onStudy, attribute: i.attributeId, name: i.name.optional(), choices: choices.optional() }),
  ).gives<null>(),
  'attribute.remove': command(z.object({ ...i.onStudy, attribute: i.attributeId, reason: i.reason })).gives<null>(),
  /** Says which participant a speaker is; null says that it is not known. */
  'speaker.bind': command(
    z.object({ ...i.onStudy, speaker: i.speakerId, participant: i.participantId.nullable() }),
  ).gives<null>(),
} as const;
