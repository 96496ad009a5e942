import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableNames } from '../../../db/rows.ts';
import { tempFolder } from '../../builders/studies.ts';
import { type Client, call } from '../../contract/client.ts';
import { inProcess } from '../../contract/transports.ts';
import { type Act, type ActKind, actWeights, perform, type Scene } from './acts.ts';
import { openKeyOf } from './nameActs.ts';

/** NINEFOLD_PROPERTY_RUNS makes it longer, NINEFOLD_PROPERTY_SEED repeats a run. A failing run is told at once, not made smaller: that would take minutes. */
const runs = Number(process.env.NINEFOLD_PROPERTY_RUNS ?? 6);
const seed = process.env.NINEFOLD_PROPERTY_SEED;
const settings = { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) };
const time = 20_000 + runs * 5_000;

const number = fc.nat(1000);
const kinds = Object.entries(actWeights) as [ActKind, number][];
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  a: number,
  b: number,
  c: number,
});

let folder: ReturnType<typeof tempFolder>;
let client: Client;
let path: string;
const start = () => inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });

beforeEach(async () => {
  folder = tempFolder();
  client = await start();
});
afterEach(async () => {
  await client.close();
  folder.remove();
});

let studies = 0;
async function newScene(): Promise<Scene> {
  path = join(folder.path, `${studies++}.ninefold`);
  const { handle } = await call(client, 'study.create', { title: 'Boat shed', coder: 'Ada', path });
  return { client, study: handle, number: 0 };
}

/** Stops the core and starts another on the same file. */
async function reopen(scene: Scene, coder: string): Promise<Scene> {
  await client.close();
  client = await start();
  const { handle } = await call(client, 'study.open', { path, coder });
  await openKeyOf(client, handle);
  return { ...scene, client, study: handle };
}

/** How far somebody has read goes on, whatever is undone. */
const undone = tableNames.filter(table => table !== 'reading');

/** Every row of every table that undo covers, read past the core. */
function rows(): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    return Object.fromEntries(undone.map(table => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]));
  } finally {
    db.close();
  }
}

/** Printed words that a mended transcript left behind are for people to look at; all else is a fault. */
async function expectSound(scene: Scene): Promise<void> {
  const { findings } = await call(scene.client, 'study.check', { study: scene.study });
  expect(findings.filter(finding => finding.code !== 'quote-printed')).toEqual([]);
}

/** Refusals that a careful person can meet; anything else is a fault. */
const fair =
  /^(?:nothing-to-undo|nothing-to-redo|selection-empty|selection-outside|not-found: history\.goto|refused: (?:code\.move|theme\.update|extract\.import))\b/;

describe('any run of acts', () => {
  it(
    'leaves the study sound, and is undone to the very rows it began with and done again to those it ended with',
    async () => {
      const step = fc.oneof({ weight: 12, arbitrary: act }, { weight: 1, arbitrary: fc.constant('reopen' as const) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async acts => {
          let scene = await newScene();
          const before = rows();
          for (const [index, one] of acts.entries()) {
            if (one === 'reopen') scene = await reopen(scene, 'Ada');
            else expect((await perform(scene, one)) ?? 'nothing-to-undo').toMatch(fair);
            if (index % 8 === 7) await expectSound(scene);
          }
          const after = rows();
          const { client: core, study } = scene;
          let steps = 0;
          for (let state = await call(core, 'history.state', { study }); state.undo !== null; steps++)
            state = await call(core, 'history.undo', { study });
          expect(rows()).toEqual(before);
          await expectSound(scene);
          for (; steps > 0; steps--) await call(core, 'history.redo', { study });
          expect(rows()).toEqual(after);
          await expectSound(scene);
        }),
        settings,
      );
    },
    time,
  );

  it(
    'of two coders in turn leaves the study sound: what can not be taken back is refused, and says so',
    async () => {
      const step = fc.oneof({ weight: 6, arbitrary: act }, { weight: 1, arbitrary: fc.constant('other' as const) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async steps => {
          let scene = await newScene();
          let coder = 'Ada';
          for (const one of steps) {
            if (one === 'other') {
              coder = coder === 'Ada' ? 'Ben' : 'Ada';
              scene = await reopen(scene, coder);
              continue;
            }
            const before = rows();
            const refused = await perform(scene, one);
            if (refused === null) continue;
            if (!refused.startsWith('undo-conflict')) expect(refused).toMatch(fair);
            expect(rows()).toEqual(before);
          }
          await expectSound(scene);
          for (const table of ['code', 'theme']) {
            const names = rows()[table]!.map(row => (row as { readonly name: string }).name);
            expect(new Set(names).size).toBe(names.length);
          }
        }),
        settings,
      );
    },
    time,
  );
});
