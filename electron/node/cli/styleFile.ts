import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type { InputOf } from '../../../shared/api/methods.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { PrintStyleId } from '../../../shared/model/printStyles.ts';
import type { CliHost } from './host.ts';
import { type Call, readTextFile } from './study.ts';

type Asked = InputOf<'quote.export'>;

const styleJson = z.object({ name: z.string().trim().min(1).optional(), template: z.string().trim().min(1) });

/** The style that `--style` names: a file with a template, as it is or as JSON `{ name, template }`, else a style saved in the study. @throws `invalid-input`, `not-found`, and what reading throws. */
export async function styleFrom(host: CliHost, call: Call, study: string, given: string): Promise<Asked['style']> {
  if (!existsSync(resolve(host.cwd, given))) return savedStyle(call, study, 'attribution', given);
  const text = readTextFile(host, given).trim();
  const name = basename(given);
  const parsed = jsonOf(text);
  if (parsed === null && !/\.json$/i.test(given)) return { name, template: text };
  const style = styleJson.safeParse(parsed);
  if (style.success) return { name: style.data.name ?? name, template: style.data.template };
  throw new NinefoldError(
    'invalid-input',
    `${given} is not a style. It should hold {"name": "…", "template": "{method} {participant}"}, or the template alone in a text file.`,
    { path: given },
  );
}

/** A style saved in the study, by its name in any case. @throws `not-found` naming those that are there. */
export async function savedStyle(
  call: Call,
  study: string,
  kind: 'attribution' | 'bundle',
  name: string,
): Promise<PrintStyleId> {
  const saved = (await call('style.list', { study })).filter(style => style.kind === kind);
  const found = saved.find(style => style.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return found.id;
  const what = kind === 'attribution' ? 'There is no file and no saved style' : 'There is no saved template';
  const known =
    saved.length === 0
      ? 'None is saved in this study.'
      : `There are ${saved.map(style => `“${style.name}”`).join(', ')}.`;
  throw new NinefoldError('not-found', `${what} “${name}”. ${known} Nothing was written.`, { name });
}

const acceptedJson = z.union([
  z.array(
    z
      .object({ finding: z.string().optional(), key: z.string().optional(), reason: z.string().trim().min(1) })
      .refine(one => (one.finding ?? one.key) !== undefined),
  ),
  z.record(z.string(), z.string().trim().min(1)),
]);

/** Findings to go along with: JSON `[{ "finding": KEY, "reason": WHY }]`, or `{ KEY: WHY }`. @throws `invalid-input`, and what reading throws. */
export function acceptedFrom(host: CliHost, path: string): NonNullable<Asked['accept']> {
  const given = acceptedJson.safeParse(jsonOf(readTextFile(host, path)));
  if (!given.success) {
    throw new NinefoldError(
      'invalid-input',
      `${path} doesn't say what is accepted. It should hold [{"finding": "KEY", "reason": "why"}], with the keys that “disclosure” tells, and a reason for each.`,
      { path },
    );
  }
  return Array.isArray(given.data)
    ? given.data.map(({ finding, key, reason }) => ({ finding: finding ?? key ?? '', reason }))
    : Object.entries(given.data).map(([finding, reason]) => ({ finding, reason }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
