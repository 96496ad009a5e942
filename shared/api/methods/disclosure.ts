import { z } from 'zod';
import { type DisclosureReport, isFindingKey, type SensitiveMark } from '../../model/disclosure.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import { givenStyle } from './printStyle.ts';

const findingKey = z.string().refine(isFindingKey, 'is not the key of a finding');
const kind = z.string().trim().min(1, 'is empty').max(100);

/** Findings to go along with, each for a reason. */
export const acceptedFindings = z.array(z.object({ finding: findingKey, reason: i.reasonGiven })).max(10_000);

/** What could identify somebody in what would be printed, and the extracts that need a second yes. */
export const disclosureMethods = {
  /**
   * Looks over what would be printed: the quotes of the filter, or with none the whole study with its narratives, case studies and recommendations.
   * `style`: that of the attributions, as for `quote.export`. `attributes`: those printed beside quotes, all unless told. `least`: people whom a label has to be carried by, 5 unless told.
   */
  'disclosure.check': query(
    z.object({
      ...i.onStudy,
      filter: i.quoteFilter.optional(),
      style: givenStyle.nullable().optional(),
      attributes: z.array(i.attributeId).optional(),
      roles: z.boolean().optional(),
      asSpoken: z.boolean().optional(),
      least: z.number().int().min(1).max(1_000).optional(),
    }),
  ).gives<DisclosureReport>(),
  /**
   * Looks over what is to be printed by whoever asks: `printed` is all of it, as plain data, and `what` names it.
   * @throws `disclosure` with what blocks it and is not accepted in the study.
   */
  'disclosure.words': query(z.object({ ...i.onStudy, what: i.name, printed: z.unknown() })).gives<null>(),
  /** Goes along with findings, each for a reason, as one act; gives how many were not accepted before. */
  'disclosure.accept': command(
    z.object({
      ...i.onStudy,
      findings: acceptedFindings.min(1),
    }),
  ).gives<{ readonly accepted: number }>(),
  'disclosure.unaccept': command(z.object({ ...i.onStudy, finding: findingKey, reason: i.reason })).gives<null>(),

  'sensitive.list': query(z.object({ ...i.onStudy, source: i.sourceId.optional() })).gives<readonly SensitiveMark[]>(),
  /** Marks words as sensitive, in the team's own words ("self-harm"): they then need a second yes before they are printed. */
  'sensitive.mark': command(z.object({ ...i.onStudy, extract: i.extractRef, kind })).gives<SensitiveMark>(),
  'sensitive.unmark': command(z.object({ ...i.onStudy, mark: i.sensitiveId, reason: i.reason })).gives<null>(),
  /** The second yes: an act of its own, with a reason. Another coder should give it; `agreed.sameCoder` tells where it was the same. */
  'sensitive.agree': command(
    z.object({ ...i.onStudy, mark: i.sensitiveId, reason: i.reasonGiven }),
  ).gives<SensitiveMark>(),
} as const;
