import { noWeight, themeWeights, type Weight } from '../../../db/evidence.ts';
import { getFramework } from '../../../db/frameworks.ts';
import type { Reader } from '../../../db/reader.ts';
import {
  addTheme,
  orderOutcome,
  orderThemes,
  removeTheme,
  setThemeCodes,
  setThemeOutcomes,
  type ThemeRow,
  themeRow,
  themeRows,
  updateTheme,
} from '../../../db/themes.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'theme.list'
  | 'theme.create'
  | 'theme.update'
  | 'theme.setCodes'
  | 'theme.setOutcomes'
  | 'theme.remove'
  | 'theme.order'
  | 'outcome.order'
>;

export const themeHandlers: Part = {
  'theme.list': ({ study }, { sessions }) => {
    const { read } = sessions.get(study).file;
    const weights = themeWeights(read);
    return themeRows(read).map(row => withEvidence(row, weights));
  },
  'theme.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.create', input, write => {
      const { name, concept = '', definition = '', status = 'candidate' } = input;
      const id = addTheme(read, write, { name, concept, definition, status }, session.coder.id, now());
      setThemeCodes(read, write, id, input.codes ?? []);
      setThemeOutcomes(read, write, id, input.outcomes ?? [], null);
      return { result: themeWithEvidence(read, id), summary: `Made the theme “${name}”` };
    });
  },
  'theme.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.update', input, write => {
      const before = themeRow(read, input.theme);
      const { name, concept, definition, status } = input;
      updateTheme(read, write, input.theme, { name, concept, definition, status });
      return { result: null, summary: changeOf(before, input) };
    });
  },
  'theme.setCodes': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.setCodes', input, write => {
      const { name } = themeRow(read, input.theme);
      setThemeCodes(read, write, input.theme, input.codes);
      return { result: null, summary: `Changed the codes of “${name}”` };
    });
  },
  'theme.setOutcomes': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.setOutcomes', input, write => {
      const { name } = themeRow(read, input.theme);
      setThemeOutcomes(read, write, input.theme, input.outcomes, input.reason ?? null);
      return { result: null, summary: `Changed the outcomes of “${name}”` };
    });
  },
  'theme.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.remove', input, write => {
      const { name } = themeRow(read, input.theme);
      removeTheme(read, write, input.theme);
      return { result: null, summary: `Removed the theme “${name}”` };
    });
  },
  'theme.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    return sessions.command(session, 'theme.order', input, write => {
      orderThemes(session.file.read, write, input.themes);
      return { result: null, summary: 'Changed the order of the themes' };
    });
  },
  'outcome.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.order', input, write => {
      const outcome = getFramework(read).outcomes.find(one => one.id === input.outcome);
      if (!outcome)
        throw new NinefoldError('not-found', 'This outcome is no longer in the study.', { outcome: input.outcome });
      orderOutcome(read, write, input.outcome, input.themes);
      return { result: null, summary: `Changed the order of the themes under outcome ${outcome.number}` };
    });
  },
};

function themeWithEvidence(read: Reader, id: ThemeId): Theme {
  return withEvidence(themeRow(read, id), themeWeights(read));
}

/** A theme rests on the extracts of its codes. */
function withEvidence(row: ThemeRow, weights: ReadonlyMap<ThemeId, Weight>): Theme {
  const { extracts, sources, speakers } = weights.get(row.id) ?? noWeight;
  return { ...row, evidence: { extracts, sources, speakers } };
}

function changeOf(before: ThemeRow, after: Pick<Theme, 'name' | 'status'>): string {
  if (before.name !== after.name) return `Renamed the theme “${before.name}” to “${after.name}”`;
  if (before.status !== after.status) return `Marked the theme “${after.name}” as ${after.status}`;
  return `Changed the theme “${after.name}”`;
}
