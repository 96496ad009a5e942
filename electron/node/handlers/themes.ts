import { codeNames } from '../../../db/codes.ts';
import { noWeight, themeWeights } from '../../../db/evidence.ts';
import type { Reader } from '../../../db/reader.ts';
import { markCounts, noMarks } from '../../../db/themeMarks.ts';
import { setThemeOutcomes } from '../../../db/themeOutcomes.ts';
import { statusReasonFor } from '../../../db/themeReadiness.ts';
import { removeTheme } from '../../../db/themeShape.ts';
import {
  addTheme,
  discardedThemes,
  orderThemes,
  setThemeCodes,
  type ThemeRow,
  themeInUse,
  themeRow,
  themeRows,
  updateTheme,
} from '../../../db/themes.ts';
import type { Writer } from '../../../db/writer.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import type { MarkCounts } from '../../../shared/model/themes.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, named } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'theme.list'
  | 'theme.create'
  | 'theme.update'
  | 'theme.arrange'
  | 'theme.setCodes'
  | 'theme.moveCodes'
  | 'theme.setOutcomes'
  | 'theme.remove'
  | 'theme.order'
>;

export const themeHandlers: Part = {
  'theme.list': ({ study, discarded }, { sessions }) => {
    const { read } = sessions.get(study).file;
    const evidence = evidenceReader(read);
    return (discarded ? discardedThemes(read) : themeRows(read)).map(evidence);
  },
  'theme.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.create', input, write => {
      const { codes = [], outcomes = [], status = 'candidate', reason } = input;
      const id = addTheme(read, write, { ...input, status: 'candidate' }, session.coder.id, now());
      codeNames(read, codes);
      setThemeCodes(read, write, id, codes);
      const from = input.from === undefined ? null : leave(read, write, input.from, codes);
      setThemeOutcomes(read, write, id, outcomes, null);
      const statusReason = statusReasonFor(read, themeRow(read, id), status, reason);
      updateTheme(read, write, id, { status, statusReason });
      const made = `Made the ${input.parked ? 'parked theme' : 'theme'} “${input.name}”`;
      return {
        result: themeWithEvidence(read, id),
        summary: from ? `${made} of ${count(codes.length, 'code')} of “${from.name}”` : made,
      };
    });
  },
  'theme.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.update', input, write => {
      const before = themeInUse(read, input.theme);
      const { status, reason } = input;
      updateTheme(read, write, input.theme, { ...input, status: undefined });
      if (status !== undefined) {
        // What the step asks for may come with the very same call.
        const statusReason = statusReasonFor(read, themeRow(read, input.theme), status, reason);
        updateTheme(read, write, input.theme, { status, statusReason });
      }
      return { result: null, summary: changeOf(read, before, themeRow(read, input.theme)) };
    });
  },
  'theme.arrange': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.arrange', input, write => {
      const { status, parked, parent, order, reason } = input;
      const themes = [...new Set(input.themes)].map(id => themeInUse(read, id));
      for (const theme of themes) {
        const step = status !== undefined && {
          status,
          statusReason: statusReasonFor(read, theme, status, reason),
        };
        updateTheme(read, write, theme.id, { parked, parent, ...step });
      }
      if (order) orderThemes(read, write, order);
      return { result: null, summary: arrangedAs(read, themes, input) };
    });
  },
  'theme.setCodes': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.setCodes', input, write => {
      const { name } = themeInUse(read, input.theme);
      codeNames(read, input.codes);
      setThemeCodes(read, write, input.theme, input.codes);
      return { result: null, summary: `Changed the codes of “${name}”` };
    });
  },
  'theme.moveCodes': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.moveCodes', input, write => {
      const { name, codes } = themeInUse(read, input.theme);
      const { add = [], remove = [] } = input;
      const [added, removed] = [codeNames(read, add), codeNames(read, remove)];
      setThemeCodes(
        read,
        write,
        input.theme,
        [...codes, ...add].filter(code => !remove.includes(code)),
      );
      const from = input.from === undefined || input.from === input.theme ? null : leave(read, write, input.from, add);
      const acts = [
        ...(added.length > 0 && from ? [`Moved ${named(added)} from “${from.name}” to “${name}”`] : []),
        ...(added.length > 0 && !from ? [`Put ${named(added)} in “${name}”`] : []),
        ...(removed.length > 0 ? [`Took ${named(removed)} out of “${name}”`] : []),
      ];
      return { result: null, summary: acts.join('; ') || `Left the codes of “${name}” as they are` };
    });
  },
  'theme.setOutcomes': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.setOutcomes', input, write => {
      const { name } = themeInUse(read, input.theme);
      setThemeOutcomes(read, write, input.theme, input.outcomes, input.reason ?? null, input.framework);
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
};

/** A theme as the study has it now, with its evidence. */
export function themeWithEvidence(read: Reader, id: ThemeId): Theme {
  return evidenceReader(read)(themeRow(read, id));
}

/** A theme rests on the extracts of its codes. Weights and marks are read once for as many themes as there are. */
function evidenceReader(read: Reader): (row: ThemeRow) => Theme {
  const weights = themeWeights(read);
  const marks: ReadonlyMap<ThemeId, MarkCounts> = markCounts(read);
  return row => {
    const { extracts, sources, speakers, people } = weights.get(row.id) ?? noWeight;
    const evidence = { extracts, sources, speakers, participants: people, ...(marks.get(row.id) ?? noMarks) };
    return { ...row, evidence };
  };
}

/** Takes codes out of a theme because they go into another; gives the theme as it was. */
function leave(read: Reader, write: Writer, theme: ThemeId, codes: readonly CodeId[]): ThemeRow {
  const from = themeInUse(read, theme);
  setThemeCodes(
    read,
    write,
    from.id,
    from.codes.filter(code => !codes.includes(code)),
  );
  return from;
}

function changeOf(read: Reader, before: ThemeRow, after: ThemeRow): string {
  if (before.name !== after.name) return `Renamed the theme “${before.name}” to “${after.name}”`;
  if (before.status !== after.status) return `Marked the theme “${after.name}” as ${after.status}`;
  if (before.parked !== after.parked)
    return after.parked
      ? `Put the theme “${after.name}” on the parking place`
      : `Took the theme “${after.name}” from the parking place`;
  if (before.parent !== after.parent) {
    return after.parent === null
      ? `Took the theme “${after.name}” out from under another`
      : `Put the theme “${after.name}” under “${themeRow(read, after.parent).name}”`;
  }
  if (before.narrative !== after.narrative) return `Wrote on “${after.name}”`;
  return `Changed the theme “${after.name}”`;
}

function arrangedAs(
  read: Reader,
  themes: readonly ThemeRow[],
  how: {
    readonly status?: string | undefined;
    readonly parked?: boolean | undefined;
    readonly parent?: ThemeId | null | undefined;
  },
): string {
  const who =
    themes.length > 3
      ? count(themes.length, 'theme')
      : `the ${themes.length === 1 ? 'theme' : 'themes'} ${named(themes.map(theme => theme.name))}`;
  if (themes.length > 0) {
    if (how.status !== undefined && themes.some(theme => theme.status !== how.status))
      return `Marked ${who} as ${how.status}`;
    if (how.parked !== undefined && themes.some(theme => theme.parked !== how.parked))
      return how.parked ? `Put ${who} on the parking place` : `Took ${who} from the parking place`;
    if (how.parent !== undefined)
      return how.parent === null
        ? `Took ${who} out from under another`
        : `Put ${who} under “${themeRow(read, how.parent).name}”`;
    return `Moved ${who} on the board`;
  }
  return 'Changed the order of the themes';
}
