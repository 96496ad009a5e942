import { z } from 'zod';
import type { ErrorEnvelope } from '../model/errors.ts';
import type { OutcomeInput } from '../model/framework.ts';

export type ParsedFramework =
  | { readonly ok: true; readonly framework: { readonly title: string; readonly outcomes: readonly OutcomeInput[] } }
  | { readonly ok: false; readonly error: ErrorEnvelope };

const outcome = z.object({
  number: z.number().int().min(1).max(999),
  title: z.string().trim().min(1).max(500),
  statement: z.string().max(100_000).default(''),
});
const file = z.union([
  z.array(z.unknown()),
  z.object({ title: z.string().trim().min(1).max(500).optional(), outcomes: z.array(z.unknown()) }),
]);

/** Reads a framework of outcomes from JSON: an array of { number, title, statement }, or { title, outcomes }. Errors name the entry. */
export function parseFramework(json: string, fileName: string): ParsedFramework {
  const value = parse(json);
  if (value === undefined) return broken(fileName, 'it is not JSON. Check for a missing comma or bracket.');
  const whole = file.safeParse(value);
  if (!whole.success)
    return broken(fileName, 'it is neither a list of outcomes nor an object with a list called outcomes.');
  const entries = Array.isArray(whole.data) ? whole.data : whole.data.outcomes;
  const title = (Array.isArray(whole.data) ? undefined : whole.data.title) ?? fileName.replace(/\.[^.]+$/, '');
  if (entries.length === 0) return broken(fileName, 'it has no outcome. Give at least one.');
  const outcomes: OutcomeInput[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = outcome.safeParse(entry);
    if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? 'entry');
      return broken(
        fileName,
        `outcome ${index + 1} of the list has no proper ${field}. Give each a number from 1 and a title.`,
      );
    }
    if (outcomes.some(other => other.number === read.data.number))
      return broken(fileName, `the number ${read.data.number} comes twice. Give each outcome its own.`);
    outcomes.push(read.data);
  }
  return { ok: true, framework: { title, outcomes } };
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
