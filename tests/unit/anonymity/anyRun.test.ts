import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaksIn } from '../../builders/leaks.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

/** As in core/journal.test.ts: NINEFOLD_PROPERTY_RUNS makes it longer, NINEFOLD_PROPERTY_SEED repeats a run. */
const runs = Number(process.env.NINEFOLD_PROPERTY_RUNS ?? 6);
const seed = process.env.NINEFOLD_PROPERTY_SEED;
const settings = { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed: Number(seed) }) };
const time = 30_000 + runs * 10_000;

const passphrase = 'quiet harbour';
const names = ['Keziahra', 'Oyelaran', 'Mbalinhle'] as const;
const transcripts = [
  'Interviewer: Who helps?\n\nCYP1: Keziahra helped me, and Keziahra’s car was blue. Nobody else came.\n',
  'Interviewer: And then?\n\nCYP2: Then Oyelaran rang. I told Oyelaran that it was fine.\n',
  'Interviewer: Who was there?\n\nCYP1: Mbalinhle was, with Keziahra and Oyelaran; then Mbalinhle left.\n',
];

const kinds = {
  redact: 5,
  restore: 4,
  mend: 4,
  code: 3,
  uncode: 2,
  codeMany: 1,
  undo: 8,
  redo: 4,
  goTo: 1,
} as const;
type Kind = keyof typeof kinds;
type Act = { readonly kind: Kind; readonly a: number; readonly b: number; readonly c: number };
const number = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(...Object.entries(kinds).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) }))),
  a: number,
  b: number,
  c: number,
});
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** A study of three transcripts with the names in them, whose key is open. */
async function newScene(): Promise<Workspace> {
  const w = await newWorkspace();
  await call(w.client, 'key.make', { ...w.on(), passphrase });
  for (const [index, words] of transcripts.entries()) await w.source(words, {}, `file-${index}.txt`);
  await w.code('Help');
  return w;
}

/** What an act calls; null where there is nothing to do it to. No act types a name. */
async function chosen(w: Workspace, { kind, a, b, c }: Act): Promise<readonly [string, object] | null> {
  if (kind === 'undo' || kind === 'redo') return [`history.${kind}`, {}];
  if (kind === 'redact') {
    const terms = [pick(names, a)!];
    return ['replacement.apply', { keep: 'key', entries: [{ label: `[one ${names.indexOf(terms[0]!)}]`, terms }] }];
  }
  if (kind === 'goTo') {
    const entries = await call(w.client, 'history.list', { ...w.on(), limit: 200 });
    const since = entries.slice(0, entries.findIndex(one => one.command === 'code.create') + 1);
    const entry = pick(
      since.filter(one => one.state === 'done'),
      a,
    )?.id;
    return entry ? ['history.goto', { entry }] : null;
  }
  const source = pick(await call(w.client, 'source.list', w.on()), a)?.id;
  const code = (await w.codes())[0]?.id;
  if (!source || !code) return null;
  const codes = [code];
  const { text, turns, codings } = await w.read(source);
  const start = b % text.length;
  if (kind === 'code')
    return ['coding.apply', { source, start, end: Math.min(text.length, start + 1 + (c % 30)), codes }];
  if (kind === 'codeMany')
    return ['coding.applyMany', { spans: turns.map(turn => ({ source, start: turn.start, end: turn.end })), codes }];
  if (kind === 'uncode') {
    const coding = pick(codings, b);
    return coding ? ['coding.remove', { codings: [coding.id] }] : null;
  }
  if (kind === 'restore') {
    const all = (await call(w.client, 'bracket.list', { ...w.on(), source })).flatMap(one =>
      one.replacement === null ? [] : (one.id ?? []),
    );
    const brackets = b % 2 ? all : all.slice(0, 1);
    return brackets.length === 0 ? null : ['replacement.restore', { brackets }];
  }
  const edited = turns.map((turn, index) => {
    const words = text.slice(turn.start, turn.end);
    return { turn: turn.id, speaker: turn.speaker, text: index === b % turns.length ? `Well ${c}, ${words}` : words };
  });
  return ['source.edit', { source, turns: edited }];
}

/** Does an act. @returns how it was refused, or null. */
async function perform(w: Workspace, one: Act): Promise<string | null> {
  const found = await chosen(w, one);
  if (!found) return null;
  const [name, input] = found;
  const answer = await w.client.raw(name, { ...w.on(), ...input });
  return answer.ok ? null : `${answer.error.code}: ${name}: ${answer.error.message}`;
}

/** Names in force that no transcript holds stand nowhere in the file, and the study is sound. */
async function expectKept(w: Workspace, log: readonly string[]): Promise<void> {
  const inForce = (await call(w.client, 'replacement.list', w.on())).flatMap(one => one.terms ?? []);
  const sources = await call(w.client, 'source.list', w.on());
  const texts = (await Promise.all(sources.map(source => w.read(source.id)))).map(one => one.text);
  const gone = inForce.filter(name => !texts.some(text => text.includes(name)));
  const pieces = gone.flatMap(name => [name, name.slice(0, 5), name.slice(-5)]);
  expect([leaksIn(w.path, pieces), await w.check()], log.join('\n')).toEqual([[], []]);
}

/** All of the study that acts change. */
async function state(w: Workspace) {
  const sources = await call(w.client, 'source.list', w.on());
  return {
    read: await Promise.all(sources.map(source => w.read(source.id))),
    brackets: await Promise.all(sources.map(({ id: source }) => call(w.client, 'bracket.list', { ...w.on(), source }))),
    replacements: await call(w.client, 'replacement.list', w.on()),
  };
}

const fair = /^(?:nothing-to-(?:undo|redo)|selection-empty|not-found: history\.goto|nothing)/;

describe('any run of acts about names', () => {
  test(
    'keeps those that were replaced out of the file, and all of it is undone and done again',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24, size: 'max' }), async acts => {
          const w = await newScene();
          try {
            const before = await state(w);
            const floor = (await call(w.client, 'history.list', { ...w.on(), limit: 1 }))[0]!.id;
            const log: string[] = [];
            for (const one of acts) {
              if (one.kind === 'undo' && (await standing(w, floor)) === 0) continue;
              const refused = await perform(w, one);
              log.push(`${JSON.stringify(one)} ${refused ?? ''}`);
              expect(refused ?? 'nothing', log.join('\n')).toMatch(fair);
              await expectKept(w, log);
            }
            const after = await state(w);
            const steps = await standing(w, floor);
            for (let step = 0; step < steps; step++) {
              await call(w.client, 'history.undo', w.on());
              await expectKept(w, [...log, `undo ${step}`]);
            }
            expect(await state(w), log.join('\n')).toEqual(before);
            for (let step = 0; step < steps; step++) {
              await call(w.client, 'history.redo', w.on());
              await expectKept(w, [...log, `redo ${step}`]);
            }
            expect(await state(w), log.join('\n')).toEqual(after);
          } finally {
            await w.close();
          }
        }),
        settings,
      );
    },
    time,
  );

  test(
    'of two coders in turn keeps those that were replaced out of the file',
    async () => {
      const step = fc.oneof({ weight: 4, arbitrary: act }, { weight: 1, arbitrary: fc.constant('other' as const) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }), async steps => {
          const w = await newScene();
          try {
            let coder = 'Ada';
            const log: string[] = [];
            for (const one of steps) {
              if (one === 'other') {
                coder = coder === 'Ada' ? 'Bea' : 'Ada';
                log.push(coder);
                await w.restart(coder);
                await call(w.client, 'key.open', { ...w.on(), passphrase });
                continue;
              }
              const refused = await perform(w, one);
              log.push(`${JSON.stringify(one)} ${refused ?? ''}`);
              if (!refused?.startsWith('undo-conflict')) expect(refused ?? 'nothing', log.join('\n')).toMatch(fair);
              await expectKept(w, log);
            }
          } finally {
            await w.close();
          }
        }),
        settings,
      );
    },
    time,
  );
});

/** How many acts after `floor` can be undone, one after the other. */
async function standing(w: Workspace, floor: string): Promise<number> {
  const entries = await call(w.client, 'history.list', { ...w.on(), limit: 200 });
  return entries
    .slice(
      0,
      entries.findIndex(entry => entry.id === floor),
    )
    .filter(entry => entry.state === 'done').length;
}
