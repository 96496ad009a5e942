import { dismissAdvice, listAdvice, recallAdvice } from '../../../db/themeAdvice.ts';
import { themeAgainst } from '../../../db/themeAgainst.ts';
import { themeHistory } from '../../../db/themeHistory.ts';
import { checkedPlace, giveVerdict, markExtract, themeMarks, themeReview } from '../../../db/themeMarks.ts';
import { themeReadiness } from '../../../db/themeReadiness.ts';
import { themeInUse, themeRow } from '../../../db/themes.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, opening } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'theme.readiness'
  | 'theme.mark'
  | 'theme.marks'
  | 'theme.verdict'
  | 'theme.review'
  | 'theme.against'
  | 'theme.history'
  | 'advice.list'
  | 'advice.dismiss'
  | 'advice.recall'
>;

/** Themes tested against their own extracts and against the whole data set. */
export const themeReviewHandlers: Part = {
  'theme.readiness': ({ study, theme }, { sessions }) => themeReadiness(sessions.get(study).file.read, theme),
  'theme.mark': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.mark', input, write => {
      const { name } = themeInUse(read, input.theme);
      const places = input.extracts.map(ref => checkedPlace(read, ref));
      for (const place of places) markExtract(read, write, input.theme, place, input.stance, session.coder.id, now());
      const [first] = places;
      const what = places.length === 1 && first ? `“${opening(first.quoted)}”` : count(places.length, 'extract');
      return {
        result: null,
        summary:
          input.stance === null
            ? `Took the mark for “${name}” off ${what}`
            : `Marked ${what} as ${stanceWords[input.stance]} “${name}”`,
      };
    });
  },
  'theme.marks': ({ study, theme, stance }, { sessions }) => themeMarks(sessions.get(study).file.read, theme, stance),
  'theme.verdict': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'theme.verdict', input, write => {
      const { name } = themeInUse(read, input.theme);
      const toTheme = input.toTheme === undefined ? null : themeInUse(read, input.toTheme).id;
      const { quoted } = giveVerdict(read, write, {
        ...input,
        toTheme,
        note: input.note ?? '',
        coder: session.coder.id,
        at: now(),
      });
      return { result: null, summary: `Reviewed “${opening(quoted)}” for “${name}”: ${input.verdict}` };
    });
  },
  'theme.review': ({ study, theme }, { sessions }) =>
    themeReview(sessions.get(study).file.read, themeOf(sessions, study, theme)),
  'theme.against': ({ study, theme, words, limit }, { sessions }) =>
    themeAgainst(sessions.get(study).file.read, theme, { words, limit }),
  'theme.history': ({ study, theme }, { sessions }) =>
    themeHistory(sessions.get(study).file.read, themeOf(sessions, study, theme)),
  'advice.list': ({ study, theme }, { sessions }) => listAdvice(sessions.get(study).file.read, theme),
  'advice.dismiss': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'advice.dismiss', input, write => {
      const { name } = themeInUse(read, input.theme);
      dismissAdvice(read, write, { ...input, coder: session.coder.id, at: now() });
      return { result: null, summary: `Set advice on “${name}” aside` };
    });
  },
  'advice.recall': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'advice.recall', input, write => {
      const { name } = themeInUse(read, input.theme);
      recallAdvice(read, write, input.theme, input.kind);
      return { result: null, summary: `Took advice on “${name}” up again` };
    });
  },
};

const stanceWords = { supports: 'supporting', qualifies: 'qualifying', contrary: 'contrary to' } as const;

/** @throws `not-found`. */
function themeOf(sessions: Ctx['sessions'], study: string, theme: Parameters<typeof themeRow>[1]) {
  return themeRow(sessions.get(study).file.read, theme).id;
}
