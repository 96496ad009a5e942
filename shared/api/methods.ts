import { z } from 'zod';
import type {
  Code,
  Coding,
  Framework,
  Quote,
  Source,
  StudyCounts,
  StudyInfo,
  Theme,
  Transcript,
} from '../model/entities.ts';
import { speakerRoles } from '../model/kinds.ts';
import type { ThemeMap } from '../model/themeMap.ts';
import { command, query } from './define.ts';
import * as i from './inputs.ts';
import type {
  AppInfo,
  CheckReport,
  Exported,
  Extract,
  ExtractReport,
  FolderListing,
  HistoryEntry,
  HistoryState,
  ImportReport,
  PreviewItem,
  RecentStudy,
  SearchResult,
} from './outputs.ts';

const study = i.onStudy;

/** Every call that any host answers: the whole contract between the app's face and its core. */
export const methods = {
  'app.info': query(z.object({})).gives<AppInfo>(),
  'app.recent': query(z.object({})).gives<readonly RecentStudy[]>(),
  'app.forgetRecent': command(z.object({ path: z.string() })).gives<null>(),
  'files.list': query(z.object({ folder: z.string().optional() })).gives<FolderListing>(),

  'study.create': command(
    z.object({
      title: i.name,
      coder: i.name,
      /** Absent: a free name in the studies folder, made from the title. */
      path: z.string().min(1).optional(),
      passphrase: z.string().min(1).optional(),
      /** Absent: the nine default outcomes. */
      framework: i.frameworkInput.optional(),
    }),
  ).gives<StudyInfo>(),
  'study.open': command(
    z.object({ path: z.string().min(1), passphrase: z.string().optional(), coder: i.name.optional() }),
  ).gives<StudyInfo>(),
  /** Opens the sample study, writing it to the studies folder first if it is not there. */
  'study.sample': command(z.object({})).gives<StudyInfo>(),
  'study.close': command(z.object(study)).gives<null>(),
  'study.info': query(z.object(study)).gives<StudyInfo>(),
  'study.rename': command(z.object({ ...study, title: i.name })).gives<null>(),
  'study.stats': query(z.object(study)).gives<StudyCounts>(),
  'study.check': query(z.object(study)).gives<CheckReport>(),

  'framework.get': query(z.object(study)).gives<Framework>(),
  /** Reads a framework from JSON text: an array of outcomes, or { title, outcomes }. Writes nothing. */
  'framework.parse': query(z.object({ json: z.string(), name: z.string() })).gives<i.FrameworkInput>(),
  'framework.update': command(
    z.object({
      ...study,
      title: i.name,
      outcomes: z.array(i.outcomeInput.extend({ id: i.outcomeId.optional() })).min(1),
    }),
  ).gives<null>(),

  'import.preview': command(
    z.object({
      ...study,
      files: z.array(i.fileInput).min(1),
      /** Text of a `sources.csv`. */
      sources: z.string().optional(),
      /** What to take where neither `sources` nor the file says; wins over what was only detected from names. */
      facts: z.object(i.sourceFacts).omit({ title: true }).partial().optional(),
    }),
  ).gives<readonly PreviewItem[]>(),
  'import.commit': command(
    z.object({
      ...study,
      items: z
        .array(
          z.object({
            draft: z.string(),
            facts: z.object(i.sourceFacts).optional(),
            speakers: z.array(i.speakerDecision).optional(),
          }),
        )
        .min(1),
    }),
  ).gives<readonly ImportReport[]>(),
  'import.discard': command(z.object({ ...study, drafts: z.array(z.string()) })).gives<null>(),

  'source.list': query(z.object(study)).gives<readonly Source[]>(),
  'source.get': query(z.object({ ...study, source: i.sourceId })).gives<Transcript>(),
  /** The file as it was imported, byte for byte. */
  'source.original': query(z.object({ ...study, source: i.sourceId })).gives<{
    readonly fileName: string;
    readonly bytes: Uint8Array;
  }>(),
  'source.update': command(
    z.object({ ...study, source: i.sourceId, facts: z.object(i.sourceFacts).partial(), reason: i.reason }),
  ).gives<null>(),
  'source.remove': command(z.object({ ...study, source: i.sourceId, reason: i.reason })).gives<null>(),
  'speaker.update': command(
    z.object({
      ...study,
      speaker: i.speakerId,
      name: i.name,
      role: z.enum(speakerRoles),
      supportRole: i.name.nullable(),
    }),
  ).gives<null>(),

  /** Codes one selection with each of `codes`, and with a new code for each of `newCodes`. A code that already stands on exactly these words is left as it is. */
  'coding.apply': command(
    z.object({
      ...study,
      source: i.sourceId,
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      codes: z.array(i.codeId),
      newCodes: z.array(i.name).optional(),
    }),
  ).gives<readonly Coding[]>(),
  'coding.remove': command(z.object({ ...study, codings: z.array(i.codingId).min(1), reason: i.reason })).gives<null>(),

  'code.list': query(z.object(study)).gives<readonly Code[]>(),
  'code.create': command(
    z.object({ ...study, ...i.codeFields }).partial({ definition: true, kind: true }),
  ).gives<Code>(),
  'code.update': command(z.object({ ...study, code: i.codeId, ...i.codeFields })).gives<null>(),
  'code.remove': command(z.object({ ...study, code: i.codeId, reason: i.reason })).gives<null>(),
  /** Extracts of a code or of a theme, in source order. Interviewer words are included for a code, never for a theme. */
  'extract.list': query(z.object({ ...study, code: i.codeId.optional(), theme: i.themeId.optional() })).gives<
    readonly Extract[]
  >(),
  /** Codings made elsewhere: a CSV of extracts is found in the sources and coded. */
  'extract.import': command(z.object({ ...study, file: i.fileInput })).gives<readonly ExtractReport[]>(),

  /** Words looked for in every transcript, or in one: case, accents and composition don't matter; white space runs match each other. Hits in source order, at most `limit`. */
  'search.find': query(
    z.object({
      ...study,
      text: z.string().min(1).max(200),
      source: i.sourceId.optional(),
      limit: z.number().int().min(1).max(2000).optional(),
    }),
  ).gives<SearchResult>(),

  'theme.list': query(z.object(study)).gives<readonly Theme[]>(),
  'theme.create': command(
    z
      .object({ ...study, ...i.themeFields, codes: z.array(i.codeId), outcomes: z.array(i.outcomeId) })
      .partial({ concept: true, definition: true, status: true, codes: true, outcomes: true }),
  ).gives<Theme>(),
  'theme.update': command(z.object({ ...study, theme: i.themeId, ...i.themeFields, reason: i.reason })).gives<null>(),
  /** Replaces the theme's codes, in the order given. */
  'theme.setCodes': command(
    z.object({ ...study, theme: i.themeId, codes: z.array(i.codeId), reason: i.reason }),
  ).gives<null>(),
  /** Replaces the outcomes a theme answers, in order of weight. It joins a new outcome's report order at the end. */
  'theme.setOutcomes': command(
    z.object({ ...study, theme: i.themeId, outcomes: z.array(i.outcomeId), reason: i.reason }),
  ).gives<null>(),
  'theme.remove': command(z.object({ ...study, theme: i.themeId, reason: i.reason })).gives<null>(),
  /** Order of the themes on the board. */
  'theme.order': command(z.object({ ...study, themes: z.array(i.themeId) })).gives<null>(),
  /** Report order of the themes under one outcome. */
  'outcome.order': command(z.object({ ...study, outcome: i.outcomeId, themes: z.array(i.themeId) })).gives<null>(),

  'quote.list': query(z.object({ ...study, filter: i.quoteFilter })).gives<readonly Quote[]>(),
  'quote.export': command(
    z.object({ ...study, filter: i.quoteFilter, format: z.enum(i.quoteFormats), out: i.out }),
  ).gives<Exported>(),
  'map.get': query(z.object(study)).gives<ThemeMap>(),
  'map.export': command(z.object({ ...study, format: z.enum(i.mapFormats), out: i.out })).gives<Exported>(),

  'history.list': query(z.object({ ...study, limit: z.number().int().min(1).max(1000) })).gives<
    readonly HistoryEntry[]
  >(),
  'history.state': query(z.object(study)).gives<HistoryState>(),
  'history.undo': command(z.object(study)).gives<HistoryState>(),
  'history.redo': command(z.object(study)).gives<HistoryState>(),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type InputOf<Name extends MethodName> = z.input<Methods[Name]['input']>;
export type OutputOf<Name extends MethodName> = NonNullable<Methods[Name]['output']> | NullIn<Methods[Name]['output']>;
type NullIn<T> = null extends T ? null : never;

/** Narrows a string from outside to a method's name. */
export function isMethodName(value: string): value is MethodName {
  return Object.hasOwn(methods, value);
}
