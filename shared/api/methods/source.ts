import { z } from 'zod';
import type { Source, Transcript } from '../../model/entities.ts';
import type { SourceId } from '../../model/ids.ts';
import { speakerRoles } from '../../model/kinds.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { ReadingState, ReimportPreview, ReimportReport, SourceEdited, SourceRevision } from '../outputs/source.ts';

/** Sources and their speakers. */
export const sourceMethods = {
  'source.list': query(z.object(i.onStudy)).gives<readonly Source[]>(),
  /** Sources in which someone speaks whom the filter lets through, in order. Coders and themes narrow codings, not sources. */
  'source.within': query(z.object({ ...i.onStudy, filter: i.studyFilter })).gives<readonly SourceId[]>(),
  'source.get': query(z.object({ ...i.onStudy, source: i.sourceId })).gives<Transcript>(),
  /** The file as it was imported, byte for byte. */
  'source.original': query(z.object({ ...i.onStudy, source: i.sourceId })).gives<{
    readonly fileName: string;
    readonly bytes: Uint8Array;
  }>(),
  'source.update': command(
    z.object({ ...i.onStudy, source: i.sourceId, facts: z.object(i.sourceFacts).partial(), reason: i.reason }),
  ).gives<null>(),
  'source.remove': command(z.object({ ...i.onStudy, source: i.sourceId, reason: i.reason })).gives<null>(),
  /**
   * Mends the words and turns of a source: `turns` are all of them, in order; a turn without words is dropped, one without `turn` is new.
   * Codings and memos travel with their words; the text as it was stays in the study.
   */
  'source.edit': command(
    z.object({
      ...i.onStudy,
      source: i.sourceId,
      turns: z
        .array(
          z.object({
            turn: i.turnId.nullable(),
            speaker: i.speakerId.nullable(),
            text: z.string().max(20_000_000),
          }),
        )
        .min(1)
        .max(200_000),
      reason: i.reason,
    }),
  ).gives<SourceEdited>(),
  'source.revisions': query(z.object({ ...i.onStudy, source: i.sourceId })).gives<readonly SourceRevision[]>(),
  /** Reads a corrected transcript of a source and says where its codings would go; changes nothing. */
  'source.reimportPreview': command(
    z.object({ ...i.onStudy, source: i.sourceId, file: i.fileInput }),
  ).gives<ReimportPreview>(),
  'source.reimport': command(
    z.object({ ...i.onStudy, source: i.sourceId, draft: z.string(), reason: i.reason }),
  ).gives<ReimportReport>(),
  'speaker.update': command(
    z.object({
      ...i.onStudy,
      speaker: i.speakerId,
      name: i.name,
      role: z.enum(speakerRoles),
      supportRole: i.name.nullable(),
    }),
  ).gives<null>(),
} as const;

/** How far this coder has read. */
export const readingMethods = {
  'reading.list': query(z.object(i.onStudy)).gives<readonly ReadingState[]>(),
  /** Notes the furthest turn read, and whether the transcript is finished. Not undone by undo. */
  'reading.mark': command(
    z.object({
      ...i.onStudy,
      source: i.sourceId,
      furthest: z.number().int().min(0).optional(),
      finished: z.boolean().optional(),
    }),
  ).gives<null>(),
} as const;
