import { z } from 'zod';
import type { Theme } from '../../model/entities.ts';
import type { ThemeId } from '../../model/ids.ts';
import { themeStatuses } from '../../model/kinds.ts';
import { type Advice, adviceKinds, type Relation, stances, verdicts } from '../../model/themes.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type {
  OutcomeQuote,
  Readiness,
  ThemeAgainst,
  ThemeHistoryEntry,
  ThemeMark,
  ThemeReview,
  ThemeRowReport,
} from '../outputs/theme.ts';

const onTheme = { ...i.onStudy, theme: i.themeId };
const themes = z.array(i.themeId).min(1).max(5_000);
const extracts = z.array(i.extractRef).min(1).max(10_000);

/** A theme's fields besides its codes and outcomes. */
const fields = {
  ...i.themeFields,
  isNot: i.prose,
  narrative: i.prose,
  /** null: none. */
  role: i.name.nullable(),
  parent: i.themeId.nullable(),
  parked: z.boolean(),
};

/** Themes, what was said about them, and their places under the outcomes. A discarded theme takes no change but `theme.restore` and `theme.remove`. */
export const themeMethods = {
  /** Themes in board order; `discarded` gives the discarded ones instead, last discarded first. */
  'theme.list': query(z.object({ ...i.onStudy, discarded: z.boolean().optional() })).gives<readonly Theme[]>(),
  /** A theme at the end of the board; what `theme.update` says of steps holds for a status past candidate. `from`: the theme that its codes leave, in the same act. */
  'theme.create': command(
    z
      .object({
        ...i.onStudy,
        ...fields,
        codes: z.array(i.codeId),
        outcomes: z.array(i.outcomeId),
        from: i.themeId,
        reason: i.reason,
      })
      .partial({
        concept: true,
        definition: true,
        status: true,
        isNot: true,
        narrative: true,
        role: true,
        parent: true,
        parked: true,
        codes: true,
        outcomes: true,
        from: true,
      }),
  ).gives<Theme>(),
  /** Changes the fields that are given. A step to `reviewed` or `defined` that `theme.readiness` does not call ready needs a reason, which is kept with the theme. @throws `refused` with `details.missing`; `refused` for a parent that is under the theme. */
  'theme.update': command(
    z.object({ ...onTheme, ...z.object(fields).partial().shape, reason: i.reason }),
  ).gives<null>(),
  /** The same status, parking place or parent for several themes, and the board's order, in one act. What `theme.update` says of steps holds. */
  'theme.arrange': command(
    z.object({
      ...i.onStudy,
      themes: z.array(i.themeId).max(5_000),
      status: z.enum(themeStatuses).optional(),
      parked: z.boolean().optional(),
      parent: i.themeId.nullable().optional(),
      /** The board's new order; those not named follow. */
      order: z.array(i.themeId).optional(),
      reason: i.reason,
    }),
  ).gives<null>(),
  /** Replaces the theme's codes, in the order given. */
  'theme.setCodes': command(z.object({ ...onTheme, codes: z.array(i.codeId), reason: i.reason })).gives<null>(),
  /** Puts codes into a theme, takes codes out, or both; `from`: the theme that those put in leave. One act. */
  'theme.moveCodes': command(
    z.object({
      ...onTheme,
      add: z.array(i.codeId).optional(),
      remove: z.array(i.codeId).optional(),
      from: i.themeId.optional(),
      reason: i.reason,
    }),
  ).gives<null>(),
  /** Replaces the entries of one framework that a theme answers, in order of weight. It joins a new one's report order at the end. */
  'theme.setOutcomes': command(
    z.object({
      ...onTheme,
      outcomes: z.array(i.outcomeId),
      /** Absent: the framework of the entries; with none given, the main one. */
      framework: i.frameworkId.optional(),
      reason: i.reason,
    }),
  ).gives<null>(),
  /** Deletes a theme for good (undo apart), with all that was said about it. Its sub-themes take its place; memos about it become memos on the study. */
  'theme.remove': command(z.object({ ...onTheme, reason: i.reason })).gives<null>(),
  /** Order of the themes on the board. */
  'theme.order': command(z.object({ ...i.onStudy, themes: z.array(i.themeId) })).gives<null>(),

  /** Puts the codes, outcomes, marks, relations, memos and sub-themes of some themes under one. Those merged are kept among the discarded ones, with their codes and outcomes. */
  'theme.merge': command(
    z.object({ ...i.onStudy, from: themes, into: i.themeId, reason: i.reasonGiven }),
  ).gives<Theme>(),
  /** Makes candidate themes of some of a theme's codes, with its outcomes, parent and the marks on their extracts. Codes named in no part stay; a theme that would be left without any is discarded. */
  'theme.split': command(
    z.object({
      ...onTheme,
      parts: z
        .array(z.object({ name: i.name, codes: z.array(i.codeId).min(1) }))
        .min(1)
        .max(50),
      reason: i.reasonGiven,
    }),
  ).gives<readonly ThemeId[]>(),
  /** Sub-themes of a discarded theme take its place. */
  'theme.discard': command(z.object({ ...onTheme, reason: i.reasonGiven })).gives<null>(),
  'theme.restore': command(z.object({ ...onTheme, reason: i.reason })).gives<null>(),

  'theme.readiness': query(z.object(onTheme)).gives<Readiness>(),
  /** Marks extracts, coded or not, as for or against a theme; null takes the mark off. One mark for each extract and theme. */
  'theme.mark': command(z.object({ ...onTheme, extracts, stance: z.enum(stances).nullable() })).gives<null>(),
  /** Marked extracts in source order, of one stance or all. */
  'theme.marks': query(z.object({ ...onTheme, stance: z.enum(stances).optional() })).gives<readonly ThemeMark[]>(),
  /** Keeps a verdict. `contrary` also marks the extract so; a later verdict of the same coder takes that mark off. */
  'theme.verdict': command(
    z.object({
      ...onTheme,
      extract: i.extractRef,
      verdict: z.enum(verdicts),
      /** Where it should go, for `move`. */
      toTheme: i.themeId.optional(),
      note: z.string().max(5_000).optional(),
    }),
  ).gives<null>(),
  'theme.review': query(z.object(onTheme)).gives<ThemeReview>(),
  /** Level 2. `words`: what to look for beyond the theme; any of the words, as whole words. */
  'theme.against': query(
    z.object({
      ...onTheme,
      words: z.string().max(1_000).optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
  ).gives<ThemeAgainst>(),
  /** Oldest first. */
  'theme.history': query(z.object(onTheme)).gives<readonly ThemeHistoryEntry[]>(),
  /** Makes and changes themes by a table: CSV with columns name, concept, definition, is not, status, codes, outcomes, parent, role, narrative, or JSON as `themes --json` prints it. Rows that name an unknown code, outcome or parent are left out and say so. */
  'theme.import': command(z.object({ ...i.onStudy, file: i.fileInput })).gives<readonly ThemeRowReport[]>(),

  /** Relations between themes that are not discarded. */
  'relation.list': query(z.object({ ...i.onStudy, theme: i.themeId.optional() })).gives<readonly Relation[]>(),
  /** @throws `refused` for a discarded theme, a theme with itself, or one that stands already. */
  'relation.create': command(
    z.object({ ...i.onStudy, from: i.themeId, to: i.themeId, kind: i.name, note: i.prose.optional() }),
  ).gives<Relation>(),
  'relation.update': command(
    z.object({
      ...i.onStudy,
      relation: i.relationId,
      from: i.themeId.optional(),
      to: i.themeId.optional(),
      kind: i.name.optional(),
      note: i.prose.optional(),
    }),
  ).gives<Relation>(),
  'relation.remove': command(z.object({ ...i.onStudy, relation: i.relationId, reason: i.reason })).gives<null>(),

  /** Report order of the themes under one outcome. */
  'outcome.order': command(z.object({ ...i.onStudy, outcome: i.outcomeId, themes: z.array(i.themeId) })).gives<null>(),
  /**
   * Puts themes under an entry of a framework, or changes how they stand there, in one act. `primary` puts the entry first (true) or behind the others (false) in each theme's order; `reason` is kept with each link.
   * `from`: the entry that they leave; `before`: their place in the report order (null: the end).
   */
  'outcome.place': command(
    z.object({
      ...i.onStudy,
      outcome: i.outcomeId,
      themes,
      primary: z.boolean().optional(),
      from: i.outcomeId.optional(),
      before: i.themeId.nullable().optional(),
      reason: i.reason,
    }),
  ).gives<null>(),
  'outcome.unplace': command(z.object({ ...i.onStudy, outcome: i.outcomeId, themes, reason: i.reason })).gives<null>(),
  /** Puts extracts straight under an outcome, or takes them off (`placed: false`). */
  'outcome.quote': command(
    z.object({ ...i.onStudy, outcome: i.outcomeId, extracts, placed: z.boolean(), reason: i.reason }),
  ).gives<null>(),
  /** Quotes straight under an outcome, in their order. */
  'outcome.quotes': query(z.object({ ...i.onStudy, outcome: i.outcomeId })).gives<readonly OutcomeQuote[]>(),

  /** Things to think about; those set aside stay in the list with their reason. */
  'advice.list': query(z.object({ ...i.onStudy, theme: i.themeId.optional() })).gives<readonly Advice[]>(),
  'advice.dismiss': command(z.object({ ...onTheme, kind: z.enum(adviceKinds), reason: i.reasonGiven })).gives<null>(),
  /** Takes a dismissal back. */
  'advice.recall': command(z.object({ ...onTheme, kind: z.enum(adviceKinds) })).gives<null>(),
} as const;
