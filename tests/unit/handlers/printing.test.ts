import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inOrderIn, linesOf } from '../../builders/printed.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

/** More than is printed at once: each of these goes through a thread. */
const many = 450;
const words = (n: number) => `This is what was said at number ${n}.`;

let work: Workspace;
const on = () => work.on();
const at = (name: string) => join(dirname(work.path), name);
beforeEach(async () => {
  work = await newWorkspace();
  const said = Array.from({ length: many }, (_, n) => words(n + 1));
  const source = await work.source(`CYP1: ${said.join(' ')}\n`, { group: 'CYP', phase: 1, participant: 'CYP1' });
  const { text } = await work.read(source);
  const code = await work.code('Said');
  const spans = said.map(one => ({ source, start: text.indexOf(one), end: text.indexOf(one) + one.length }));
  await call(work.client, 'coding.applyMany', { ...on(), spans, codes: [code.id] });
  await call(work.client, 'theme.create', { ...on(), name: 'All of it', codes: [code.id] });
  await call(work.client, 'quote.prepare', { ...on(), extracts: spans, state: 'chosen' });
}, 60_000);
afterEach(() => work.close());

const files = [
  ['findings.export', { format: 'docx' }],
  ['themebook.export', { format: 'docx', quotes: many }],
  ['quote.export', { format: 'docx', filter: {} }],
  ['quote.export', { format: 'xlsx', filter: {} }],
] as const;

describe('a large document', () => {
  it.each(files)(
    '%s %j is made aside, whole, and the same each time',
    async (method, input) => {
      const [one, two] = [at('one'), at('two')];
      for (const out of [one, two]) await call(work.client, method, { ...on(), ...input, out } as never);
      const bytes = new Uint8Array(readFileSync(one));
      expect(new Uint8Array(readFileSync(two))).toEqual(bytes);
      const all = Array.from({ length: many }, (_, n) => words(n + 1));
      expect(inOrderIn(linesOf(bytes, input.format), all)).toEqual(all);
    },
    60_000,
  );

  it.each(files)(
    '%s %j is stopped: no file, and nothing in History',
    async (method, input) => {
      const out = at('stopped');
      const before = await call(work.client, 'history.list', { ...on(), limit: 1 });
      let settled = false;
      const refused = work.refused(method, { ...input, out, job: 'mine' }).finally(() => {
        settled = true;
      });
      while (!settled) {
        await call(work.client, 'job.cancel', { ...on(), job: 'mine' });
        await setImmediate();
      }
      expect(await refused).toMatchObject({ code: 'cancelled' });
      expect(existsSync(out)).toBe(false);
      expect(await call(work.client, 'history.list', { ...on(), limit: 1 })).toEqual(before);
    },
    60_000,
  );
});
