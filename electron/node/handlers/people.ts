import {
  addAttribute,
  getAttribute,
  listAttributes,
  removeAttribute,
  setValue,
  updateAttribute,
} from '../../../db/attributes.ts';
import { getParticipant, listParticipants, refuseTakenLabel, removeParticipant } from '../../../db/participants.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { newId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'people.list'
  | 'people.create'
  | 'people.update'
  | 'people.decideRole'
  | 'people.setValue'
  | 'people.remove'
  | 'attribute.create'
  | 'attribute.update'
  | 'attribute.remove'
  | 'speaker.bind'
>;

export const peopleHandlers: Part = {
  'people.list': ({ study }, { sessions }) => {
    const { read } = sessions.get(study).file;
    return { participants: listParticipants(read), attributes: listAttributes(read) };
  },
  'people.create': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'people.create', input, write => {
      const { label, group = null, role = null, phase = null } = input;
      refuseTakenLabel(read, label, null);
      const id = newId<'participant'>();
      write.insert('participant', { id, label, group_name: group, role, phase });
      return { result: getParticipant(read, id), summary: `Added the participant “${label}”` };
    });
  },
  'people.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'people.update', input, write => {
      const before = getParticipant(read, input.participant);
      const { label = before.label, group = before.group, role = before.role, phase = before.phase } = input;
      const { roleKind = before.roleKind } = input;
      refuseTakenLabel(read, label, input.participant);
      const undecided = role !== before.role && before.roleDecision !== null;
      write.update('participant', input.participant, {
        label,
        group_name: group,
        role,
        phase,
        role_kind: roleKind,
        ...(undecided && notDecided),
      });
      const changed =
        before.label === label ? `Changed the participant “${label}”` : `Renamed “${before.label}” to “${label}”`;
      return { result: null, summary: undecided ? `${changed}; the new role is not printed until decided` : changed };
    });
  },
  'people.decideRole': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { participant, why } = input;
    return sessions.command(session, 'people.decideRole', { ...input, reason: why ?? undefined }, write => {
      const { label, role } = getParticipant(read, participant);
      if (why !== null && role === null) {
        throw new NinefoldError(
          'refused',
          `“${label}” has no precise role, so there is nothing to decide. Write the role first.`,
          { participant },
        );
      }
      write.update(
        'participant',
        participant,
        why === null ? notDecided : { role_decision: why, role_decided_by: session.coder.id, role_decided_at: now() },
      );
      const summary =
        why === null
          ? `Decided that the precise role of “${label}” is not printed`
          : `Decided that the precise role of “${label}” may be printed`;
      return { result: null, summary };
    });
  },
  'people.setValue': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'people.setValue', input, write => {
      const { label } = getParticipant(read, input.participant);
      const attribute = getAttribute(read, input.attribute);
      setValue(read, write, input.participant, attribute, input.value);
      return { result: null, summary: `Changed “${attribute.name}” of “${label}”` };
    });
  },
  'people.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'people.remove', input, write => {
      const { label } = getParticipant(read, input.participant);
      removeParticipant(read, write, input.participant);
      return { result: null, summary: `Removed the participant “${label}”` };
    });
  },
  'attribute.create': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'attribute.create', input, write => {
      const id = addAttribute(read, write, { name: input.name, kind: input.kind, choices: input.choices ?? [] });
      return { result: getAttribute(read, id), summary: `Made the attribute “${input.name}”` };
    });
  },
  'attribute.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'attribute.update', input, write => {
      const { name } = getAttribute(read, input.attribute);
      updateAttribute(read, write, input.attribute, input);
      return { result: null, summary: `Changed the attribute “${input.name ?? name}”` };
    });
  },
  'attribute.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'attribute.remove', input, write => {
      const { name } = getAttribute(read, input.attribute);
      const values = removeAttribute(read, write, input.attribute);
      return { result: null, summary: `Removed the attribute “${name}” with ${count(values, 'value')}` };
    });
  },
  'speaker.bind': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'speaker.bind', input, write => {
      const label = input.participant === null ? null : getParticipant(read, input.participant).label;
      write.update('speaker', input.speaker, { participant_id: input.participant });
      return { result: null, summary: label === null ? 'Unbound a speaker' : `Said that a speaker is “${label}”` };
    });
  },
};

const notDecided = { role_decision: null, role_decided_by: null, role_decided_at: null };
