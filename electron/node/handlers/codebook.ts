import { noCount } from '../../../db/codeCounts.ts';
import {
  addCode,
  favourCode,
  getCode,
  listCodes,
  removeCodePaced,
  retireCodes,
  updateCode,
} from '../../../db/codes.ts';
import { outermost, placeCodes } from '../../../db/codeTree.ts';
import { mergeCodes, previewMerge } from '../../../db/mergeCodes.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, named } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'code.list'
  | 'code.create'
  | 'code.update'
  | 'code.move'
  | 'code.mergePreview'
  | 'code.merge'
  | 'code.retire'
  | 'code.favourite'
  | 'code.remove'
>;

export const codebookHandlers: Part = {
  'code.list': ({ study }, { sessions }) => listCodes(sessions.get(study).file.read),
  'code.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.create', input, write => {
      const id = addCode(read, write, { ...input, coder: session.coder.id, at: now() });
      return {
        result: { ...getCode(read, id), ...noCount, themes: [] },
        summary: `Made the code ${named([input.name])}`,
      };
    });
  },
  'code.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.update', input, write => {
      const before = getCode(read, input.code).name;
      updateCode(read, write, input.code, input);
      const { name } = getCode(read, input.code);
      return {
        result: null,
        summary:
          before === name
            ? `Changed the code ${named([name])}`
            : `Renamed the code ${named([before])} to ${named([name])}`,
      };
    });
  },
  'code.move': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.move', input, write => {
      const names = input.codes.map(code => getCode(read, code).name);
      const parent = input.parent === null ? null : getCode(read, input.parent).name;
      placeCodes(read, write, outermost(read, input.codes), input.parent, input.before ?? null);
      return {
        result: null,
        summary: `Moved ${named(names)} ${parent === null ? 'to the top of the codebook' : `under ${named([parent])}`}`,
      };
    });
  },
  'code.mergePreview': ({ study, from, into }, { sessions }) => previewMerge(sessions.get(study).file.read, from, into),
  'code.merge': async (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.inSteps(session, 'code.merge', input, function* (write) {
      const names = codesNamed(input.from, id => getCode(read, id).name);
      const { name } = getCode(read, input.into);
      const result = yield* mergeCodes(read, write, input.from, input.into);
      return {
        result,
        summary: `Merged ${names} into ${named([name])} with ${count(result.moved + result.doubles, 'coding')}`,
      };
    });
  },
  'code.retire': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.retire', input, write => {
      const names = codesNamed(input.codes, id => getCode(read, id).name);
      retireCodes(read, write, input.codes, input.retired ? now() : null);
      return { result: null, summary: `${input.retired ? 'Retired' : 'Took back into use'} ${names}` };
    });
  },
  'code.favourite': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'code.favourite', input, write => {
      const name = named([getCode(read, input.code).name]);
      favourCode(read, write, input.code, input.place);
      return {
        result: null,
        summary: input.place === null ? `Took the number key of ${name} away` : `Gave ${name} the key ${input.place}`,
      };
    });
  },
  'code.remove': async (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.inSteps(session, 'code.remove', input, function* (write) {
      const { name } = getCode(read, input.code);
      const codings = yield* removeCodePaced(read, write, input.code);
      return { result: null, summary: `Removed the code ${named([name])} with ${count(codings, 'coding')}` };
    });
  },
};

const codesNamed = (codes: readonly CodeId[], nameOf: (code: CodeId) => string) =>
  named([...new Set(codes)].map(nameOf));
