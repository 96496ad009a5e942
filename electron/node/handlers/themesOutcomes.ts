import { readCoverage } from '../../../db/coverage.ts';
import { getFramework, removeOutcome } from '../../../db/frameworks.ts';
import { outcomeQuotes, quoteUnder } from '../../../db/outcomeQuotes.ts';
import type { Reader } from '../../../db/reader.ts';
import { checkedPlace } from '../../../db/themeMarks.ts';
import { orderOutcome, outcomeRow, placeTheme, reportOrder, unplaceTheme } from '../../../db/themeOutcomes.ts';
import { themeInUse } from '../../../db/themes.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, named, opening } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'outcome.order'
  | 'outcome.place'
  | 'outcome.unplace'
  | 'outcome.quote'
  | 'outcome.quotes'
  | 'outcome.remove'
  | 'outcome.coverage'
>;

/** What stands under the entries of a framework. */
export const outcomeHandlers: Part = {
  'outcome.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.order', input, write => {
      const { number } = outcomeRow(read, input.outcome);
      orderOutcome(read, write, input.outcome, input.themes);
      return { result: null, summary: `Changed the order of the themes under outcome ${number}` };
    });
  },
  'outcome.place': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.place', input, write => {
      const { outcome, primary, reason, from, before } = input;
      const names = namesOf(read, input.themes);
      for (const theme of new Set(input.themes)) {
        placeTheme(read, write, theme, outcome, { primary, reason });
        if (from !== undefined && from !== outcome) unplaceTheme(read, write, theme, from);
      }
      if (before !== undefined) orderOutcome(read, write, outcome, orderedBefore(read, outcome, input.themes, before));
      return { result: null, summary: `Placed ${names} under ${titled(read, outcome)}` };
    });
  },
  'outcome.unplace': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.unplace', input, write => {
      const names = namesOf(read, input.themes);
      for (const theme of new Set(input.themes)) unplaceTheme(read, write, theme, input.outcome);
      return { result: null, summary: `Took ${names} from ${titled(read, input.outcome)}` };
    });
  },
  'outcome.quote': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.quote', input, write => {
      const title = titled(read, input.outcome);
      const places = input.extracts.map(ref => checkedPlace(read, ref));
      for (const place of places)
        quoteUnder(read, write, input.outcome, place, input.placed, input.reason?.trim() || null);
      const [first] = places;
      const what = places.length === 1 && first ? `“${opening(first.quoted)}”` : count(places.length, 'quote');
      return {
        result: null,
        summary: `${input.placed ? 'Put' : 'Took'} ${what} ${input.placed ? 'straight under' : 'from'} ${title}`,
      };
    });
  },
  'outcome.quotes': ({ study, outcome }, { sessions }) => {
    const { read } = sessions.get(study).file;
    return outcomeQuotes(read, outcomeRow(read, outcome).id);
  },
  'outcome.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'outcome.remove', input, write => {
      const { framework: id } = outcomeRow(read, input.outcome);
      const framework = getFramework(read, id);
      const title = titled(read, input.outcome);
      const outcome = framework.outcomes.find(one => one.id === input.outcome);
      if (!outcome || framework.outcomes.length === 1) {
        throw new NinefoldError(
          'refused',
          `${title} is the only one of “${framework.title}”. Nothing was changed. Add another first.`,
          { outcome: input.outcome },
        );
      }
      const move = input.moveTo === undefined ? undefined : { outcome: input.outcome, to: input.moveTo };
      removeOutcome(read, write, outcome, move, new Set());
      return { result: null, summary: `Removed ${title}` };
    });
  },
  'outcome.coverage': ({ study, framework }, { sessions }) => readCoverage(sessions.get(study).file.read, framework),
};

function titled(read: Reader, id: OutcomeId): string {
  const { number, title } = outcomeRow(read, id);
  return `outcome ${number}, “${opening(title, 80)}”`;
}

/** @throws `refused` for a discarded theme, `not-found`. */
function namesOf(read: Reader, themes: readonly ThemeId[]): string {
  return named([...new Set(themes)].map(id => themeInUse(read, id).name));
}

function orderedBefore(
  read: Reader,
  outcome: OutcomeId,
  moved: readonly ThemeId[],
  before: ThemeId | null,
): readonly ThemeId[] {
  const rest = reportOrder(read, outcome)
    .map(link => link.theme)
    .filter(theme => !moved.includes(theme));
  const at = before === null ? rest.length : rest.indexOf(before);
  if (at < 0) {
    throw new NinefoldError(
      'not-found',
      'The theme to place them before is not under this outcome. Nothing was changed.',
      { theme: before },
    );
  }
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}
