import type { CodeId, CodingId, SourceId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import * as model from './model.ts';

/** Numbers that are the same for the same seed. */
export function randomFrom(seed: number) {
  let at = seed >>> 0;
  const next = () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    one: <T>(list: readonly T[]): T => list[below(list.length)]!,
    some: <T>(list: readonly T[], most: number): readonly T[] =>
      list.length === 0 ? [] : [...new Set(Array.from({ length: 1 + below(most) }, () => list[below(list.length)]!))],
  };
}
export type Random = ReturnType<typeof randomFrom>;

/** Words that were never used before, all unlike each other. */
export function wordMaker(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const word = Array.from({ length: 7 }, () => 'abcdefghijklmnopqrstuvwxyzéßжש'[random.below(30)]).join('');
      if (used.has(word)) continue;
      used.add(word);
      return word;
    }
  };
}

export type Tools = { readonly w: Workspace; readonly random: Random; readonly word: () => string };

/** Does one act in the core and gives the state that must follow; null where the core must refuse, `run` then gives the refusal's code. */
export type Act = (state: model.State, tools: Tools) => Promise<model.State>;

const refusedAs = async (answer: Promise<{ readonly code: string }>, code: string, state: model.State) => {
  const error = await answer;
  if (error.code !== code) throw new Error(`Refused as ${error.code}, not as ${code}.`);
  return state;
};

function someWords(state: model.State, random: Random) {
  const source = random.one(state.sources);
  const words = model.wordsOf(source);
  const from = random.below(words.length);
  const to = Math.min(words.length - 1, from + random.below(8));
  return { source, first: words[from]!, last: words[to]!, span: model.spanOf(source, words[from]!, words[to]!) };
}

const code: Act = async (state, { w, random }) => {
  if (state.codes.length === 0) return state;
  const { source, first, last, span } = someWords(state, random);
  const codes = random.some(state.codes, 2).map(one => one.id);
  const standing = await call(w.client, 'coding.apply', { ...w.on(), source: source.id, ...span, codes: [...codes] });
  const made = standing
    .filter(coding => !state.codings.some(one => one.id === coding.id))
    .map(coding => ({ id: coding.id, source: source.id, code: coding.code, first, last }));
  const expected = codes.filter(
    id => !state.codings.some(one => model.samePlace(one, { source: source.id, code: id, first, last })),
  );
  if (made.length !== expected.length) throw new Error(`${made.length} codings were made, not ${expected.length}.`);
  return { ...state, codings: [...state.codings, ...made] };
};

const codeMany: Act = async (state, { w, random }) => {
  if (state.codes.length === 0) return state;
  const places = Array.from({ length: 1 + random.below(4) }, () => someWords(state, random));
  const id = random.one(state.codes).id;
  const spans = places.map(({ source, span }) => ({ source: source.id, ...span }));
  await call(w.client, 'coding.applyMany', { ...w.on(), spans, codes: [id] });
  const added: model.ModelCoding[] = [];
  for (const { source, first, last, span } of places) {
    const place = { source: source.id, code: id, first, last };
    if ([...state.codings, ...added].some(one => model.samePlace(one, place))) continue;
    const { codings } = await w.read(source.id);
    const made = codings.find(one => one.code === id && one.start === span.start && one.end === span.end);
    added.push({ ...place, id: made!.id });
  }
  return { ...state, codings: [...state.codings, ...added] };
};

const uncode: Act = async (state, { w, random }) => {
  const ids = random.some(state.codings, 3).map(one => one.id);
  if (ids.length === 0) return state;
  await call(w.client, 'coding.remove', { ...w.on(), codings: [...ids] });
  return { ...state, codings: state.codings.filter(one => !ids.includes(one.id)) };
};

const recode: Act = async (state, { w, random }) => {
  const ids = random.some(state.codings, 4).map(one => one.id);
  if (ids.length === 0) return state;
  const to = random.one(state.codes).id;
  await call(w.client, 'coding.recode', { ...w.on(), codings: [...ids], code: to });
  return model.recode(state, ids, to);
};

const resize: Act = async (state, { w, random }) => {
  if (state.codings.length === 0) return state;
  const coding = random.one(state.codings);
  const source = model.sourceOf(state, coding.source);
  const words = model.wordsOf(source);
  const from = Math.max(0, words.indexOf(coding.first) + random.below(5) - 2);
  const to = Math.min(words.length - 1, Math.max(from, words.indexOf(coding.last) + random.below(5) - 2));
  const [first, last] = [words[Math.min(from, words.length - 1)]!, words[to]!];
  if (words.indexOf(first) > words.indexOf(last)) return state;
  const placed = { ...coding, first, last };
  const input = { coding: coding.id, ...model.spanOf(source, first, last) };
  if (state.codings.some(one => one.id !== coding.id && model.samePlace(one, placed)))
    return refusedAs(w.refused('coding.resize', input), 'refused', state);
  await call(w.client, 'coding.resize', { ...w.on(), ...input });
  return { ...state, codings: state.codings.map(one => (one.id === coding.id ? placed : one)) };
};

const split: Act = async (state, { w, random }) => {
  const source = (id: SourceId) => model.sourceOf(state, id);
  const long = state.codings.filter(one => one.first !== one.last);
  if (long.length === 0) return state;
  const coding = random.one(long);
  const words = model.wordsOf(source(coding.source));
  const [from, to] = [words.indexOf(coding.first), words.indexOf(coding.last)];
  const cut = from + 1 + random.below(to - from);
  const at = model.spanOf(source(coding.source), words[cut]!, words[cut]!).start;
  const [, second] = await call(w.client, 'coding.split', { ...w.on(), coding: coding.id, at });
  const head = { ...coding, last: words[cut - 1]! };
  const tail = { ...coding, first: words[cut]!, id: second as CodingId };
  const others = state.codings.filter(one => one.id !== coding.id);
  const kept = others.some(one => model.samePlace(one, head)) ? [] : [head];
  const added = others.some(one => model.samePlace(one, tail)) ? [] : [tail];
  return { ...state, codings: [...others, ...kept, ...added] };
};

const editText: Act = async (state, { w, random, word }) => {
  const source = random.one(state.sources);
  const turns = source.turns.map(turn => ({ ...turn, words: [...turn.words] }));
  const mended = new Map<string, string>();
  const at = random.below(turns.length);
  const turn = turns[at]!;
  const spot = random.below(turn.words.length);
  switch (random.below(5)) {
    case 0:
      turn.words.splice(spot, 1 + random.below(4));
      break;
    case 1: {
      const old = turn.words[spot]!;
      const fresh = `${old.slice(0, -1)}${old.endsWith('q') ? 'x' : 'q'}`;
      if (model.wordsOf(source).includes(fresh)) return state;
      mended.set(old, fresh);
      turn.words[spot] = fresh;
      break;
    }
    case 2:
      turns.splice(at, 0, { id: null, words: [word(), word()] });
      break;
    default:
      turn.words.splice(spot, 0, ...Array.from({ length: 1 + random.below(3) }, word));
  }
  const { speakers, turns: before } = await w.read(source.id);
  const given = turns.map(one => ({
    turn: one.id,
    speaker: before.find(old => old.id === one.id)?.speaker ?? speakers[0]?.id ?? null,
    text: one.words.join(' '),
  }));
  if (given.every(one => one.text === ''))
    return refusedAs(w.refused('source.edit', { source: source.id, turns: given }), 'no-words', state);
  await call(w.client, 'source.edit', { ...w.on(), source: source.id, turns: given });
  const after = await w.read(source.id);
  const kept = turns.filter(one => one.words.length > 0);
  return model.edit(
    state,
    source.id,
    kept.map((one, index) => ({ ...one, id: one.id ?? after.turns[index]!.id })),
    mended,
  );
};

const newCode: Act = async (state, { w, random, word }) => {
  if (state.codes.length > 24) return state;
  const parent = random.below(2) === 0 || state.codes.length === 0 ? null : random.one(state.codes).id;
  const { id, name } = await w.code(word(), parent);
  return { ...state, codes: [...state.codes, { id, name, parent, retired: false }] };
};

const rename: Act = async (state, { w, random, word }) => {
  if (state.codes.length === 0) return state;
  const { id } = random.one(state.codes);
  const name = word();
  await call(w.client, 'code.update', { ...w.on(), code: id, name });
  return { ...state, codes: state.codes.map(one => (one.id === id ? { ...one, name } : one)) };
};

const move: Act = async (state, { w, random }) => {
  const chosen = random.some(state.codes, 3).map(one => one.id);
  if (chosen.length === 0) return state;
  const parent = random.below(2) === 0 ? null : random.one(state.codes).id;
  const siblings = state.codes.filter(one => one.parent === parent);
  const before = random.below(2) === 0 || siblings.length === 0 ? null : random.one(siblings).id;
  const input = { codes: [...chosen], parent, before };
  const outermost = chosen.filter(id => !model.ancestors(state, id).some(above => chosen.includes(above)));
  const line = parent === null ? [] : [parent, ...model.ancestors(state, parent)];
  if (outermost.some(id => line.includes(id))) return refusedAs(w.refused('code.move', input), 'refused', state);
  await call(w.client, 'code.move', { ...w.on(), ...input });
  return { ...state, codes: model.place(state.codes, outermost, parent, before) };
};

const merge: Act = async (state, { w, random }) => {
  if (state.codes.length < 4) return state;
  const into = random.one(state.codes).id;
  const from = random.some(state.codes, 2).map(one => one.id);
  const input = { from: [...from], into };
  if (from.includes(into)) return refusedAs(w.refused('code.merge', input), 'refused', state);
  const preview = await call(w.client, 'code.mergePreview', { ...w.on(), ...input });
  const done = await call(w.client, 'code.merge', { ...w.on(), ...input });
  if (preview.moved !== done.moved || preview.doubles !== done.doubles) throw new Error('A merge was not as foretold.');
  const after = model.merge(state, from, into);
  if (state.codings.length - after.codings.length !== done.doubles) throw new Error('Doubles were not counted right.');
  return after;
};

const retire: Act = async (state, { w, random }) => {
  const ids = random.some(state.codes, 3).map(one => one.id);
  if (ids.length === 0) return state;
  const retired = random.below(2) === 0;
  await call(w.client, 'code.retire', { ...w.on(), codes: [...ids], retired });
  return { ...state, codes: state.codes.map(one => (ids.includes(one.id) ? { ...one, retired } : one)) };
};

const remove: Act = async (state, { w, random }) => {
  if (state.codes.length < 6) return state;
  const id: CodeId = random.one(state.codes).id;
  await call(w.client, 'code.remove', { ...w.on(), code: id });
  return model.removeCode(state, id);
};

/** Each act as often as it stands here. */
export const acts: readonly (readonly [string, Act])[] = [
  ...Array.from({ length: 6 }, () => ['code', code] as const),
  ...Array.from({ length: 2 }, () => ['code many', codeMany] as const),
  ...Array.from({ length: 3 }, () => ['edit text', editText] as const),
  ...Array.from({ length: 2 }, () => ['uncode', uncode] as const),
  ['recode', recode],
  ['recode', recode],
  ['resize', resize],
  ['resize', resize],
  ['split', split],
  ['new code', newCode],
  ['new code', newCode],
  ['rename', rename],
  ['move', move],
  ['move', move],
  ['merge', merge],
  ['retire', retire],
  ['remove', remove],
];
