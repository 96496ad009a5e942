import { addRelation, getRelation, listRelations, updateRelation } from '../../../db/themeRelations.ts';
import { discardTheme, mergeThemes, restoreTheme, splitTheme } from '../../../db/themeShape.ts';
import { themeRow } from '../../../db/themes.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, named } from '../plain.ts';
import { themeWithEvidence } from './themes.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'theme.merge'
  | 'theme.split'
  | 'theme.discard'
  | 'theme.restore'
  | 'relation.list'
  | 'relation.create'
  | 'relation.update'
  | 'relation.remove'
>;

/** Themes made of themes, and what they have to do with each other. */
export const themeShapeHandlers: Part = {
  'theme.merge': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.merge', input, write => {
      const from = [...new Set(input.from)].map(id => themeRow(read, id).name);
      mergeThemes(read, write, input.from, input.into, input.reason, now());
      const result = themeWithEvidence(read, input.into);
      return {
        result,
        summary: `Merged the ${from.length === 1 ? 'theme' : 'themes'} ${named(from)} into “${result.name}”, which now has ${count(result.codes.length, 'code')}`,
      };
    });
  },
  'theme.split': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.split', input, write => {
      const { name } = themeRow(read, input.theme);
      const parts = named(input.parts.map(part => part.name));
      const { made, discarded } = splitTheme(
        read,
        write,
        input.theme,
        input.parts,
        input.reason,
        session.coder.id,
        now(),
      );
      return {
        result: made,
        summary: discarded ? `Split “${name}” into ${parts}` : `Split ${parts} off from “${name}”`,
      };
    });
  },
  'theme.discard': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.discard', input, write => {
      const { name } = themeRow(read, input.theme);
      discardTheme(read, write, input.theme, input.reason, now());
      return { result: null, summary: `Discarded the theme “${name}”` };
    });
  },
  'theme.restore': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.restore', input, write => {
      const { name } = themeRow(read, input.theme);
      restoreTheme(read, write, input.theme);
      return { result: null, summary: `Restored the theme “${name}”` };
    });
  },
  'relation.list': ({ study, theme }, { sessions }) => listRelations(sessions.get(study).file.read, theme),
  'relation.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'relation.create', input, write => {
      const id = addRelation(read, write, { ...input, note: input.note ?? '' }, now());
      const result = getRelation(read, id);
      const [from, to] = [themeRow(read, result.from).name, themeRow(read, result.to).name];
      return { result, summary: `Related “${from}” to “${to}”: ${result.kind}` };
    });
  },
  'relation.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'relation.update', input, write => {
      const before = getRelation(read, input.relation);
      const { from = before.from, to = before.to, kind = before.kind, note = before.note } = input;
      updateRelation(read, write, input.relation, { from, to, kind, note });
      const summary = `Changed the relation of “${themeRow(read, from).name}” to “${themeRow(read, to).name}”`;
      return { result: getRelation(read, input.relation), summary };
    });
  },
  'relation.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'relation.remove', input, write => {
      const { from, to, kind } = getRelation(read, input.relation);
      write.remove('theme_relation', input.relation);
      const summary = `Removed the relation “${themeRow(read, from).name}” ${kind} “${themeRow(read, to).name}”`;
      return { result: null, summary };
    });
  },
};
