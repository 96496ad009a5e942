import { z } from 'zod';
import type { Theme } from '../../model/entities.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';

/** Themes and their places under the outcomes. */
export const themeMethods = {
  'theme.list': query(z.object(i.onStudy)).gives<readonly Theme[]>(),
  'theme.create': command(
    z
      .object({ ...i.onStudy, ...i.themeFields, codes: z.array(i.codeId), outcomes: z.array(i.outcomeId) })
      .partial({ concept: true, definition: true, status: true, codes: true, outcomes: true }),
  ).gives<Theme>(),
  'theme.update': command(
    z.object({ ...i.onStudy, theme: i.themeId, ...i.themeFields, reason: i.reason }),
  ).gives<null>(),
  /** Replaces the theme's codes, in the order given. */
  'theme.setCodes': command(
    z.object({ ...i.onStudy, theme: i.themeId, codes: z.array(i.codeId), reason: i.reason }),
  ).gives<null>(),
  /** Replaces the outcomes a theme answers, in order of weight. It joins a new outcome's report order at the end. */
  'theme.setOutcomes': command(
    z.object({ ...i.onStudy, theme: i.themeId, outcomes: z.array(i.outcomeId), reason: i.reason }),
  ).gives<null>(),
  'theme.remove': command(z.object({ ...i.onStudy, theme: i.themeId, reason: i.reason })).gives<null>(),
  /** Order of the themes on the board. */
  'theme.order': command(z.object({ ...i.onStudy, themes: z.array(i.themeId) })).gives<null>(),
  /** Report order of the themes under one outcome. */
  'outcome.order': command(z.object({ ...i.onStudy, outcome: i.outcomeId, themes: z.array(i.themeId) })).gives<null>(),
} as const;
