import { z } from 'zod';
import type { ErrorEnvelope } from '../model/errors.ts';
import type { OutcomeInput } from '../model/framework.ts';

export type ParsedFramework =
  | {
      readonly ok: true;
      readonly framework: {
        readonly title: string;
        readonly citation?: string;
        readonly outcomes: readonly OutcomeInput[];
      };
    }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const outcome = z.object({
  number: z.number().int().min(1).max(999),
  title: z.string().trim().min(1).max(500),
  statement: z.string().max(100_000).default(''),
  citation: z.string().max(100_000).optional(),
  own: z.boolean().optional(),
});
const file = z.union([
  z.array(z.unknown()),
  z.object({
    title: z.string().trim().min(1).max(500).optional(),
    citation: z.string().max(100_000).optional(),
    outcomes: z.array(z.unknown()),
  }),
]);

/** Reads a framework of outcomes from JSON: an array of { number, title, statement, citation, own }, or { title, citation, outcomes }. Errors name the entry. */
export function parseFramework(json: string, fileName: string): ParsedFramework {
  const value = parse(json);
  if (value === undefined) return broken(fileName, 'it is not JSON. Check for a missing comma or bracket.');
  const whole = file.safeParse(value);
  if (!whole.success)
    return broken(fileName, 'it is neither a list of outcomes nor an object with a list called outcomes.');
  const given = Array.isArray(whole.data) ? { outcomes: whole.data } : whole.data;
  const { title = fileName.replace(/\.[^.]+$/, ''), citation } = { title: undefined, citation: undefined, ...given };
  if (given.outcomes.length === 0) return broken(fileName, 'it has no outcome. Give at least one.');
  const outcomes: OutcomeInput[] = [];
  for (const [index, entry] of given.outcomes.entries()) {
    const read = outcome.safeParse(entry);
    if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? 'entry');
      return broken(
        fileName,
        `outcome ${index + 1} of the list has no proper ${field}. Give each a number from 1 and a title.`,
      );
    }
    const first = outcomes.findIndex(other => other.number === read.data.number);
    if (first >= 0) {
      return broken(
        fileName,
        `the number ${read.data.number} comes twice, at outcomes ${first + 1} and ${index + 1} of the list. Give each outcome its own.`,
      );
    }
    outcomes.push(read.data);
  }
  return { ok: true, framework: { title, ...(citation !== undefined && { citation }), outcomes } };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const broken = (name: string, why: string): ParsedFramework => ({
  ok: false,
  error: {
    code: 'framework-broken',
    message: `${name} can't be used as a framework: ${why} Nothing was changed.`,
    details: { file: name },
  },
});
