import { z } from 'zod';
import type { Source, Transcript } from '../../model/entities.ts';
import { speakerRoles } from '../../model/kinds.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';

/** Sources and their speakers. */
export const sourceMethods = {
  'source.list': query(z.object(i.onStudy)).gives<readonly Source[]>(),
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
