import { z } from 'zod';
import type { SensitiveId } from '../model/disclosure.ts';
import type {
  AttributeId,
  BracketId,
  CodeId,
  CoderId,
  CodingId,
  EntryId,
  FrameworkId,
  MemoId,
  OutcomeId,
  ParticipantId,
  ReplacementId,
  SourceId,
  SpeakerId,
  ThemeId,
  TurnId,
} from '../model/ids.ts';
import { codeKinds, sourceKinds, speakerRoles, themeStatuses } from '../model/kinds.ts';
import { quoteStates } from '../model/preparedQuotes.ts';
import { mapViews } from '../model/themeMap.ts';
import type { RelationId } from '../model/themes.ts';

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'not an id');
export const sourceId = uuid as unknown as z.ZodType<SourceId>;
export const speakerId = uuid as unknown as z.ZodType<SpeakerId>;
export const codeId = uuid as unknown as z.ZodType<CodeId>;
export const codingId = uuid as unknown as z.ZodType<CodingId>;
export const themeId = uuid as unknown as z.ZodType<ThemeId>;
export const outcomeId = uuid as unknown as z.ZodType<OutcomeId>;
export const turnId = uuid as unknown as z.ZodType<TurnId>;
export const memoId = uuid as unknown as z.ZodType<MemoId>;
export const participantId = uuid as unknown as z.ZodType<ParticipantId>;
export const attributeId = uuid as unknown as z.ZodType<AttributeId>;
export const coderId = uuid as unknown as z.ZodType<CoderId>;
export const entryId = uuid as unknown as z.ZodType<EntryId>;
export const frameworkId = uuid as unknown as z.ZodType<FrameworkId>;
export const replacementId = uuid as unknown as z.ZodType<ReplacementId>;
export const bracketId = uuid as unknown as z.ZodType<BracketId>;
export const sensitiveId = uuid as unknown as z.ZodType<SensitiveId>;
export const relationId = uuid as unknown as z.ZodType<RelationId>;

/** A name that people read: trimmed, 1 to 500 UTF-16 units, no line breaks. */
export const name = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(500, 'is longer than 500 characters')
  .refine(s => !/[\r\n]/.test(s), 'holds a line break');
export const prose = z.string().max(100_000);
export const reason = z.string().max(2_000).optional();
/** A reason that has to be given. */
export const reasonGiven = z.string().trim().min(1, 'is empty').max(2_000);

/** Names work that takes a while, so that it can be stopped by 'job.cancel' and be told from others in progress events; the caller's own choice. */
export const job = z.string().min(1).max(100);

/** Fields common to every call on an open study. */
export const onStudy = { study: z.string().min(1) };

export const phase = z.number().int().min(1).max(99).nullable();
export const sourceFacts = {
  title: name,
  kind: z.enum(sourceKinds),
  group: name.nullable(),
  phase,
  participant: name.nullable(),
};

/** A file's bytes, or where the core finds it. Paths are for hosts on this machine (desktop, command line). */
export const fileInput = z.union([
  z.object({ name: z.string().min(1).max(500), bytes: z.instanceof(Uint8Array) as z.ZodType<Uint8Array> }),
  z.object({ path: z.string().min(1) }),
]);
export type FileInput = z.infer<typeof fileInput>;

export const speakerDecision = z.object({
  label: z.string(),
  name,
  role: z.enum(speakerRoles),
  supportRole: name.nullable(),
  leaveOut: z.boolean(),
});

/** Words of a source, as an extract's key (`SOURCE:START-END`) or as its parts. */
export const extractRef = z.union([
  z
    .string()
    .regex(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}:\d{1,9}-\d{1,9}$/,
      'not the key of an extract',
    ),
  z.object({ source: sourceId, start: z.number().int().min(0), end: z.number().int().min(1) }),
]);
export type ExtractRef = z.infer<typeof extractRef>;

export const outcomeInput = z.object({
  number: z.number().int().min(1).max(999),
  title: name,
  statement: prose,
  /** Absent: as it was, or none. */
  citation: prose.optional(),
  own: z.boolean().optional(),
});
export const frameworkInput = z.object({
  title: name,
  citation: prose.optional(),
  outcomes: z.array(outcomeInput).min(1).max(200),
});
export type FrameworkInput = z.infer<typeof frameworkInput>;

export const codeFields = {
  name,
  definition: prose,
  kind: z.enum(codeKinds).nullable(),
};
export const themeFields = {
  name,
  concept: prose,
  definition: prose,
  status: z.enum(themeStatuses),
};

/** What the study is narrowed to, across the app: see shared/analysis/filter.ts. */
export const studyFilter = z.object({
  kinds: z.array(z.enum(sourceKinds)).optional(),
  groups: z.array(name.nullable()).optional(),
  phases: z.array(phase).optional(),
  participants: z.array(participantId).optional(),
  attributes: z.array(z.object({ attribute: attributeId, values: z.array(z.string().max(500)) })).optional(),
  coders: z.array(coderId).optional(),
  themes: z.array(themeId).optional(),
  sources: z.array(sourceId).optional(),
});
export type StudyFilterInput = z.infer<typeof studyFilter>;

/** Quotes to take: all fields narrow, none given takes all. `outcome` is an outcome's number, `theme` an id or a name. */
export const quoteFilter = z.object({
  outcome: z.number().int().optional(),
  theme: z.string().optional(),
  code: codeId.optional(),
  group: z.string().optional(),
  phase: z.number().int().optional(),
  participant: z.string().optional(),
  /** True: only extracts none of whose codes is in a theme. */
  unthemed: z.boolean().optional(),
  /** How far the quote has come; an extract that was never made ready is a candidate. Those held back are in no bundle. */
  state: z.enum(quoteStates).optional(),
  vivid: z.boolean().optional(),
  /** The filter that holds across the app. */
  within: studyFilter.optional(),
});
export type QuoteFilter = z.infer<typeof quoteFilter>;

export const quoteFormats = ['docx', 'xlsx', 'csv', 'md', 'html', 'json'] as const;
export type QuoteFormat = (typeof quoteFormats)[number];
export const codebookFormats = ['docx', 'xlsx', 'csv'] as const;
export type CodebookFormat = (typeof codebookFormats)[number];
export const themeBookFormats = ['docx', 'md'] as const;
export type ThemeBookFormat = (typeof themeBookFormats)[number];
export const mapFormats = ['svg', 'png', 'pdf', 'html', 'json'] as const;
export type MapFormat = (typeof mapFormats)[number];

export const mapView = z.enum(mapViews);
/** What the theme map is narrowed to: see MapFilter. */
export const mapFilter = z.object({
  statuses: z.array(z.enum(themeStatuses)).optional(),
  outcomes: z.array(z.number().int()).optional(),
  groups: z.array(name.nullable()).optional(),
  phases: z.array(phase).optional(),
  least: z.number().int().min(0).optional(),
  /** The filter that holds across the app. */
  within: studyFilter.optional(),
});
export type MapFilterInput = z.infer<typeof mapFilter>;
/** Whole thousandths of the drawing area. */
export const mapPlace = z.object({ x: z.number().int().min(0).max(1000), y: z.number().int().min(0).max(1000) });

/** Where an export goes: a path (written beside, then renamed), or none to be given the bytes. */
export const out = z.string().min(1).optional();
