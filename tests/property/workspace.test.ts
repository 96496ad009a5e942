import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeId } from '../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../builders/workspace.ts';
import { call } from '../contract/client.ts';
import { acts, randomFrom, wordMaker } from './workspace/acts.ts';
import * as model from './workspace/model.ts';

/** How many acts, and from which seed: NINEFOLD_ACTS, NINEFOLD_SEED. */
const many = Number(process.env.NINEFOLD_ACTS ?? 600);
const seed = Number(process.env.NINEFOLD_SEED ?? Date.now() % 1_000_000);
/** The study is held against the model after this many acts, and at the end. */
const every = 20;

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(() => w.close());

/** Everything that the screens show of the study. */
async function shown() {
  const sources = await call(w.client, 'source.list', w.on());
  return { codes: await w.codes(), transcripts: await Promise.all(sources.map(source => w.read(source.id))) };
}

/** A state as it is seen: places of codes that are no siblings don't count. */
const seen = (state: model.State) => ({ ...state, codes: model.inTree(state) });

async function expectSame(state: model.State, when: string): Promise<void> {
  const { codes, transcripts } = await shown();
  expect(
    codes.map(({ id, name, parent, retired }) => ({ id, name, parent, retired })),
    when,
  ).toEqual(model.inTree(state));
  for (const { source, text, turns, codings } of transcripts) {
    const expected = model.sourceOf(state, source.id);
    expect(text, when).toBe(model.textOf(expected));
    expect(
      turns.map(turn => [turn.id, text.slice(turn.start, turn.end)]),
      when,
    ).toEqual(expected.turns.map(turn => [turn.id, turn.words.join(' ')]));
    for (const coding of codings) expect(text.slice(coding.start, coding.end), when).toBe(coding.quoted);
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
    expect(codings.map(({ id, code, start, end }) => ({ id, code, start, end })).sort(byId), when).toEqual(
      state.codings
        .filter(coding => coding.source === source.id)
        .map(({ id, code, first, last }) => ({ id, code, ...model.spanOf(expected, first, last) }))
        .sort(byId),
    );
  }
  const extracts = (code: CodeId) =>
    new Set(state.codings.filter(one => one.code === code).map(one => `${one.source} ${one.first} ${one.last}`)).size;
  expect(
    codes.map(code => [code.name, code.extracts]),
    when,
  ).toEqual(model.inTree(state).map(code => [code.name, extracts(code.id)]));
}

test(`after ${many} acts at random the study is as the model says, and undoing all gives back the one it began with (seed ${seed})`, {
  timeout: 20_000 + many * 60,
}, async () => {
  const random = randomFrom(seed);
  const word = wordMaker(random);
  for (let n = 0; n < 4; n++) {
    const turns = Array.from(
      { length: 6 },
      (_, t) => `${t % 2 === 0 ? 'Interviewer' : 'Sal'}: ${Array.from({ length: 8 }, word).join(' ')}`,
    );
    await w.source(turns.join('\n'));
  }
  const transcripts = (await shown()).transcripts;
  let state: model.State = {
    codes: [],
    codings: [],
    sources: transcripts.map(({ source, turns, text }) => ({
      id: source.id,
      turns: turns.map(turn => ({ id: turn.id, words: text.slice(turn.start, turn.end).split(' ') })),
    })),
  };
  await w.restart('Ben');
  const start = await shown();
  let past: readonly model.State[] = [];
  let future: readonly model.State[] = [];
  for (let n = 1; n <= many; n++) {
    const what = random.below(100);
    const when = `act ${n} of seed ${seed}`;
    if (what < 15) {
      const before = past.at(-1);
      if (before) await call(w.client, 'history.undo', w.on());
      else expect(await w.refused('history.undo', {}), when).toMatchObject({ code: 'nothing-to-undo' });
      if (before) [past, future, state] = [past.slice(0, -1), [state, ...future], before];
    } else if (what < 23) {
      const [after, ...rest] = future;
      if (after) await call(w.client, 'history.redo', w.on());
      else expect(await w.refused('history.redo', {}), when).toMatchObject({ code: 'nothing-to-redo' });
      if (after) [past, future, state] = [[...past, state], rest, after];
    } else if (what < 24) await w.restart('Ben');
    else {
      const [name, act] = random.one(acts);
      const entry = async () => (await call(w.client, 'history.list', { ...w.on(), limit: 1 }))[0]?.id;
      const last = await entry();
      let after: model.State;
      try {
        after = await act(state, { w, random, word });
      } catch (thrown) {
        throw new Error(`${name}, ${when}: ${(thrown as Error).message}`, { cause: thrown });
      }
      if ((await entry()) !== last) [past, future] = [[...past, state], []];
      else expect(seen(after), `${name}, ${when}`).toEqual(seen(state));
      state = after;
    }
    if (n % every === 0) await expectSame(state, when);
  }
  await expectSame(state, `the end of seed ${seed}`);
  expect(await w.check()).toEqual([]);
  const end = await shown();
  const history = await call(w.client, 'history.list', { ...w.on(), limit: 1000 });
  await call(w.client, 'history.goto', { ...w.on(), entry: null });
  expect(await shown()).toEqual(start);
  expect(await w.check()).toEqual([]);
  const last = history.find(entry => entry.state === 'done' && entry.coder === 'Ben');
  if (last) await call(w.client, 'history.goto', { ...w.on(), entry: last.id });
  expect(await shown()).toEqual(end);
});
