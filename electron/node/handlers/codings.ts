import { addCode, codeNamed, getCode, listCodes, removeCode, updateCode } from '../../../db/codes.ts';
import { addCoding, checkedSpan, codingsOf, getCoding, removeCoding } from '../../../db/codings.ts';
import { sourceText } from '../../../db/sources.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, opening } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  'coding.apply' | 'coding.remove' | 'code.list' | 'code.create' | 'code.update' | 'code.remove'
>;

export const codingHandlers: Part = {
  'coding.apply': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const coder = session.coder.id;
    const text = sourceText(read, input.source);
    const span = checkedSpan(text, input);
    const newCodes = [...new Set(input.newCodes ?? [])];
    if (input.codes.length + newCodes.length === 0) {
      throw new NinefoldError('invalid-input', 'No code was chosen. Choose one, or type the name of a new one.');
    }
    return sessions.command(session, 'coding.apply', input, write => {
      const made = newCodes.map(name => codeNamed(read, name) ?? addCode(read, write, { name, coder, at: now() }));
      const codes: readonly CodeId[] = [...new Set([...input.codes, ...made])];
      const names = codes.map(code => `“${getCode(read, code).name}”`);
      for (const code of codes) addCoding(read, write, { source: input.source, text, span, code, coder, at: now() });
      const standing = codingsOf(read, input.source).filter(
        coding =>
          coding.start === span.start &&
          coding.end === span.end &&
          coding.coder === coder &&
          codes.includes(coding.code),
      );
      return {
        result: standing,
        summary: `Coded “${opening(text.slice(span.start, span.end))}” as ${names.join(', ')}`,
      };
    });
  },
  'coding.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'coding.remove', input, write => {
      const codings = [...new Set(input.codings)].map(id => getCoding(read, id));
      const names = [...new Set(codings.map(coding => getCode(read, coding.code).name))];
      for (const coding of codings) removeCoding(write, coding.id);
      const from =
        codings.length === 1 && codings[0] ? `“${opening(codings[0].quoted)}”` : count(codings.length, 'extract');
      return { result: null, summary: `Removed ${names.map(name => `“${name}”`).join(', ')} from ${from}` };
    });
  },
  'code.list': ({ study }, { sessions }) => listCodes(sessions.get(study).file.read),
  'code.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.create', input, write => {
      const id = addCode(read, write, { ...input, coder: session.coder.id, at: now() });
      return { result: getCode(read, id), summary: `Made the code “${input.name}”` };
    });
  },
  'code.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.update', input, write => {
      const before = getCode(read, input.code).name;
      const { name, definition, kind } = input;
      updateCode(read, write, input.code, { name, definition, kind });
      return {
        result: null,
        summary: before === name ? `Changed the code “${name}”` : `Renamed the code “${before}” to “${name}”`,
      };
    });
  },
  'code.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.remove', input, write => {
      const { name } = getCode(read, input.code);
      const codings = removeCode(read, write, input.code);
      return { result: null, summary: `Removed the code “${name}” with ${count(codings, 'coding')}` };
    });
  },
};
