import type { MethodName } from '../../../shared/api/methods.ts';
import { type Client, call } from '../../contract/client.ts';
import { utf8 } from '../../contract/material.ts';
import { nameActs, nameActWeights } from './nameActs.ts';
import { quoteActs, quoteActWeights } from './quoteActs.ts';

/** One random act: what to do, and three numbers that choose what to do it to. */
export type Act = { readonly kind: ActKind; readonly a: number; readonly b: number; readonly c: number };

/** Where acts are done. `number` makes names that have not been used. */
export type Scene = { readonly client: Client; readonly study: string; number: number };

/** What an act calls; null where the study holds nothing yet that it could be done to. */
type Choice = { readonly name: MethodName; readonly input: Readonly<Record<string, unknown>> } | null;
type Chooser = (scene: Scene, act: Act) => Promise<Choice>;

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];
const some = <T>(list: readonly T[], ...numbers: readonly number[]): readonly T[] => [
  ...new Set(numbers.flatMap(number => pick(list, number) ?? [])),
];

const sources = ({ client, study }: Scene) => call(client, 'source.list', { study });
const codes = ({ client, study }: Scene) => call(client, 'code.list', { study });
const themes = ({ client, study }: Scene) => call(client, 'theme.list', { study });
const framework = ({ client, study }: Scene) => call(client, 'framework.get', { study });
async function transcript(scene: Scene, number: number) {
  const source = pick(await sources(scene), number);
  return source && call(scene.client, 'source.get', { study: scene.study, source: source.id });
}

const choosers = {
  ...nameActs,
  ...quoteActs,
  import: async scene => {
    const { client, study } = scene;
    const number = scene.number++;
    const text = `Interviewer: What is it like?\n\nCYP${number % 4}: It is number ${number} [pause] \u{1F6A3} – “good”, I’d say.\n\nMentor (supporting CYP${number % 4}): It is.\n`;
    const name = `interview-CYP${number % 4}-${number}.txt`;
    const [item] = await call(client, 'import.preview', { study, files: [{ name, bytes: utf8(text) }] });
    return { name: 'import.commit', input: { items: [{ draft: item?.draft }] } };
  },
  code: async (scene, { a, b, c }) => {
    const found = await transcript(scene, a);
    if (!found) return null;
    const start = b % found.text.length;
    const end = Math.min(found.text.length, start + 1 + (c % 40));
    const chosen = some(await codes(scene), a, b).map(code => code.id);
    const newCodes = c % 3 === 0 || chosen.length === 0 ? [`Code ${scene.number++}`] : [];
    return { name: 'coding.apply', input: { source: found.source.id, start, end, codes: chosen, newCodes } };
  },
  uncode: async (scene, { a, b, c }) => {
    const found = await transcript(scene, a);
    const codings = some(found?.codings ?? [], b, c).map(coding => coding.id);
    return codings.length === 0 ? null : { name: 'coding.remove', input: { codings } };
  },
  extracts: async (scene, { a }) => {
    const found = await transcript(scene, a);
    if (!found) return null;
    const number = scene.number++;
    const outcome = pick((await framework(scene)).outcomes, a)?.number ?? '';
    const csv = `id,source,speaker,extract,code,theme,outcome,memo\nQ${number},${found.source.fileName},,"“good"", I'd say",Found ${a % 3},Theme of found,${outcome},n\n`;
    return { name: 'extract.import', input: { file: { name: 'extracts.csv', bytes: utf8(csv) } } };
  },
  createCode: async scene => ({
    name: 'code.create',
    input: { name: `Code ${scene.number++}`, definition: 'd', kind: 'latent' },
  }),
  changeCode: async (scene, { a, b }) => {
    const code = pick(await codes(scene), a);
    const name = b % 3 === 0 ? code?.name : `Name ${scene.number++}`;
    return code ? { name: 'code.update', input: { code: code.id, name, definition: `d${b}`, kind: null } } : null;
  },
  removeCode: async (scene, { a }) => {
    const code = pick(await codes(scene), a);
    return code ? { name: 'code.remove', input: { code: code.id, reason: 'not needed' } } : null;
  },
  codeMany: async (scene, { a, b, c }) => {
    const found = await transcript(scene, a);
    const spans = (found?.turns ?? []).map(turn => ({ source: found?.source.id, start: turn.start, end: turn.end }));
    const input = { spans: some(spans, b, c), codes: [], newCodes: [`Code ${scene.number++}`] };
    return spans.length === 0 ? null : { name: 'coding.applyMany', input };
  },
  recode: async (scene, { a, b, c }) => {
    const codings = some((await transcript(scene, a))?.codings ?? [], b, c).map(coding => coding.id);
    const code = pick(await codes(scene), c);
    const to = code && b % 4 ? { code: code.id } : { newCode: `Code ${scene.number++}` };
    return codings.length === 0 ? null : { name: 'coding.recode', input: { codings, ...to } };
  },
  resize: async (scene, { a, b, c }) => {
    const found = await transcript(scene, a);
    const coding = pick(found?.codings ?? [], b);
    if (!found || !coding) return null;
    const end = Math.min(found.text.length, coding.start + 1 + (c % 60));
    return { name: 'coding.resize', input: { coding: coding.id, start: coding.start, end } };
  },
  split: async (scene, { a, b, c }) => {
    const coding = pick((await transcript(scene, a))?.codings ?? [], b);
    if (!coding || coding.end - coding.start < 2) return null;
    const at = coding.start + 1 + (c % (coding.end - coding.start - 1));
    return { name: 'coding.split', input: { coding: coding.id, at } };
  },
  moveCode: async (scene, { a, b, c }) => {
    const list = await codes(scene);
    const parent = b % 3 === 0 ? null : (pick(list, c)?.id ?? null);
    const moved = some(list, a, b).map(code => code.id);
    return moved.length === 0 ? null : { name: 'code.move', input: { codes: moved, parent } };
  },
  mergeCodes: async (scene, { a, b, c }) => {
    const list = await codes(scene);
    const into = pick(list, c);
    const from = some(list, a, b).flatMap(code => (code.id === into?.id ? [] : code.id));
    return into && from.length > 0 ? { name: 'code.merge', input: { from, into: into.id, reason: 'one' } } : null;
  },
  retireCode: async (scene, { a, b }) => {
    const code = pick(await codes(scene), a);
    return code ? { name: 'code.retire', input: { codes: [code.id], retired: b % 3 !== 0 } } : null;
  },
  keyOfCode: async (scene, { a, b }) => {
    const code = pick(await codes(scene), a);
    const place = b % 4 === 0 ? null : (b % 3) + 1;
    return code ? { name: 'code.favourite', input: { code: code.id, place } } : null;
  },
  editText: async (scene, { a, b, c }) => {
    const found = await transcript(scene, a);
    if (!found) return null;
    const turns = found.turns.map((turn, index) => {
      const words = found.text.slice(turn.start, turn.end);
      const edited = index === b % found.turns.length ? edit(words, c) : words;
      return { turn: turn.id, speaker: turn.speaker, text: edited };
    });
    return { name: 'source.edit', input: { source: found.source.id, turns, reason: 'misheard' } };
  },
  memo: async (scene, { a, b, c }) => {
    const found = await transcript(scene, b);
    const [code, theme] = [pick(await codes(scene), b), pick(await themes(scene), b)];
    const turn = pick(found?.turns ?? [], c);
    const abouts = [
      { kind: 'journal' },
      ...(code ? [{ kind: 'code', code: code.id }] : []),
      ...(theme ? [{ kind: 'theme', theme: theme.id }] : []),
      ...(found ? [{ kind: 'source', source: found.source.id }] : []),
      ...(found && turn ? [{ kind: 'turn', source: found.source.id, turn: turn.id }] : []),
      ...(found && turn ? [{ kind: 'extract', source: found.source.id, start: turn.start, end: turn.end }] : []),
    ];
    return { name: 'memo.create', input: { about: pick(abouts, a), title: 'Note', body: `Body ${c}` } };
  },
  changeMemo: async (scene, { a, b }) => {
    const memo = pick(await call(scene.client, 'memo.list', { study: scene.study }), a);
    if (!memo) return null;
    return b % 3
      ? { name: 'memo.update', input: { memo: memo.id, body: `Changed ${b}` } }
      : { name: 'memo.remove', input: { memo: memo.id } };
  },
  read: async (scene, { a, b }) => {
    const source = pick(await sources(scene), a);
    return source
      ? { name: 'reading.mark', input: { source: source.id, furthest: b % 3, finished: b % 2 === 0 } }
      : null;
  },
  goTo: async (scene, { a }) => {
    const list = await call(scene.client, 'history.list', { study: scene.study, limit: 12 });
    const entry = pick(
      list.filter(one => one.state === 'done'),
      a,
    );
    return entry ? { name: 'history.goto', input: { entry: entry.id } } : null;
  },
  createTheme: async (scene, { a, b, c }) => ({
    name: 'theme.create',
    input: {
      name: `Theme ${scene.number++}`,
      codes: some(await codes(scene), a, b, c).map(code => code.id),
      outcomes: some((await framework(scene)).outcomes, a, b).map(outcome => outcome.id),
    },
  }),
  changeTheme: async (scene, { a, b }) => {
    const theme = pick(await themes(scene), a);
    if (!theme) return null;
    const { name, concept } = theme;
    const input = { theme: theme.id, name: b % 2 ? name : `Theme ${scene.number++}`, concept, definition: `${b}` };
    const status = pick(['candidate', 'reviewed', 'defined'], b);
    return { name: 'theme.update', input: { ...input, status, reason: 'pilot' } };
  },
  writeTheme: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const theme = pick(list, a);
    if (!theme) return null;
    const key = pick((await transcript(scene, b))?.codings ?? [], c);
    const quote = key ? `[x](ninefold:extract/${key.source}:${key.start}-${key.end})` : '';
    const input = { isNot: `${b}`, role: b % 2 ? 'push' : null, parked: c % 2 === 0, narrative: `n ${quote}` };
    const parent = b % 3 === 0 ? null : pick(list, b)?.id;
    return { name: 'theme.update', input: { theme: theme.id, ...input, parent } };
  },
  arrangeThemes: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const input = { themes: some(list, a, b).map(theme => theme.id), status: pick(['candidate', 'reviewed'], c) };
    return { name: 'theme.arrange', input: { ...input, order: some(list, c, b).map(theme => theme.id), reason: 'r' } };
  },
  moveThemeCodes: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const [theme, from] = [pick(list, a), pick(list, b)];
    const add = some(await codes(scene), b, c).map(code => code.id);
    return theme && from ? { name: 'theme.moveCodes', input: { theme: theme.id, add, from: from.id } } : null;
  },
  mergeThemes: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const into = pick(list, c);
    const from = some(list, a, b).flatMap(theme => (theme.id === into?.id ? [] : theme.id));
    return into && from.length > 0 ? { name: 'theme.merge', input: { from, into: into.id, reason: 'one' } } : null;
  },
  splitTheme: async (scene, { a, b, c }) => {
    const theme = pick(
      (await themes(scene)).filter(one => one.codes.length > 1),
      a,
    );
    if (!theme) return null;
    const parts = [some(theme.codes, b), ...(c % 2 ? [theme.codes] : [])];
    const named = parts.map(part => ({ name: `Part ${scene.number++}`, codes: part }));
    return { name: 'theme.split', input: { theme: theme.id, parts: named, reason: 'two ideas' } };
  },
  discardTheme: async (scene, { a, b }) => {
    const theme = pick(await themes(scene), a);
    const gone = pick(await call(scene.client, 'theme.list', { study: scene.study, discarded: true }), b);
    if (gone && b % 2) return { name: 'theme.restore', input: { theme: gone.id } };
    return theme ? { name: 'theme.discard', input: { theme: theme.id, reason: 'a topic' } } : null;
  },
  removeDiscarded: async (scene, { a }) => {
    const gone = pick(await call(scene.client, 'theme.list', { study: scene.study, discarded: true }), a);
    return gone ? { name: 'theme.remove', input: { theme: gone.id } } : null;
  },
  markExtract: async (scene, { a, b, c }) => {
    const theme = pick(await themes(scene), a);
    const coding = pick((await transcript(scene, b))?.codings ?? [], c);
    if (!theme || !coding) return null;
    const { source, start, end } = coding;
    const stance = pick(['supports', 'qualifies', 'contrary', null], b);
    return { name: 'theme.mark', input: { theme: theme.id, extracts: [{ source, start, end }], stance } };
  },
  judgeExtract: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const theme = pick(list, a);
    const item =
      theme && pick((await call(scene.client, 'theme.review', { study: scene.study, theme: theme.id })).items, b);
    if (!theme || !item) return null;
    const verdict = pick(['fits', 'doubtful', 'move', 'contrary'], c);
    const toTheme = verdict === 'move' ? pick(list, b)?.id : undefined;
    return { name: 'theme.verdict', input: { theme: theme.id, extract: item.key, verdict, toTheme, note: 'n' } };
  },
  relateThemes: async (scene, { a, b, c }) => {
    const list = await themes(scene);
    const relation = pick(await call(scene.client, 'relation.list', { study: scene.study }), a);
    if (relation && c % 3 === 0) return { name: 'relation.remove', input: { relation: relation.id } };
    if (relation && c % 3 === 1) return { name: 'relation.update', input: { relation: relation.id, note: `${b}` } };
    const [from, to] = some(list, a, b);
    return from && to
      ? { name: 'relation.create', input: { from: from.id, to: to.id, kind: `kind ${scene.number++}` } }
      : null;
  },
  adviseTheme: async (scene, { a, b }) => {
    const theme = pick(await themes(scene), a);
    const input = { theme: theme?.id, kind: pick(['one-voice', 'no-contrary'], b) };
    if (!theme) return null;
    return b % 3 ? { name: 'advice.dismiss', input: { ...input, reason: 'known' } } : { name: 'advice.recall', input };
  },
  placeThemes: async (scene, { a, b, c }) => {
    const list = some(await themes(scene), a, b).map(theme => theme.id);
    const [outcome, from] = some((await framework(scene)).outcomes, b, c).map(one => one.id);
    if (!outcome || list.length === 0) return null;
    if (c % 4 === 0) return { name: 'outcome.unplace', input: { outcome, themes: list } };
    const primary = pick([true, false, undefined], c);
    return { name: 'outcome.place', input: { outcome, themes: list, from, primary, reason: 'r' } };
  },
  quoteOutcome: async (scene, { a, b, c }) => {
    const outcome = pick((await framework(scene)).outcomes, a);
    const turn = pick((await transcript(scene, b))?.turns ?? [], c);
    const source = (await transcript(scene, b))?.source.id;
    const extracts = turn ? [{ source, start: turn.start, end: turn.end }] : [];
    return outcome && turn
      ? { name: 'outcome.quote', input: { outcome: outcome.id, extracts, placed: b % 4 !== 0 } }
      : null;
  },
  removeOutcome: async (scene, { a, b, c }) => {
    const { outcomes } = await framework(scene);
    const outcome = pick(outcomes, a);
    if (!outcome || outcomes.length < 3) return null;
    const other = pick(
      outcomes.filter(one => one.id !== outcome.id),
      b,
    );
    return { name: 'outcome.remove', input: { outcome: outcome.id, moveTo: c % 3 ? other?.id : null } };
  },
  frameworks: async (scene, { a, b }) => {
    const beside = (await call(scene.client, 'framework.list', { study: scene.study })).slice(1);
    const one = pick(beside, a);
    if (one && b % 3 === 0) return { name: 'framework.remove', input: { framework: one.id, unlink: true } };
    const theme = pick(await themes(scene), b);
    if (one && theme && b % 3 === 1) {
      const outcomes = some(one.outcomes, a, b).map(entry => entry.id);
      return { name: 'theme.setOutcomes', input: { theme: theme.id, outcomes, framework: one.id } };
    }
    const outcomes = [1, 2].map(number => ({ number, title: `Entry ${number}`, statement: '', own: number === 2 }));
    return { name: 'framework.add', input: { title: `Frame ${scene.number++}`, kind: 'a-priori', outcomes } };
  },
  themeCodes: async (scene, { a, b, c }) => {
    const theme = pick(await themes(scene), a);
    const chosen = some(await codes(scene), c, b).map(code => code.id);
    return theme ? { name: 'theme.setCodes', input: { theme: theme.id, codes: chosen } } : null;
  },
  themeOutcomes: async (scene, { a, b, c }) => {
    const theme = pick(await themes(scene), a);
    const chosen = some((await framework(scene)).outcomes, b, c).map(outcome => outcome.id);
    return theme ? { name: 'theme.setOutcomes', input: { theme: theme.id, outcomes: chosen, reason: 'r' } } : null;
  },
  removeTheme: async (scene, { a }) => {
    const theme = pick(await themes(scene), a);
    return theme ? { name: 'theme.remove', input: { theme: theme.id } } : null;
  },
  orderThemes: async (scene, { a, b }) => ({
    name: 'theme.order',
    input: { themes: some(await themes(scene), a, b).map(theme => theme.id) },
  }),
  orderOutcome: async (scene, { a }) => {
    const outcome = pick((await framework(scene)).outcomes, a);
    return outcome && { name: 'outcome.order', input: { outcome: outcome.id, themes: outcome.themes.toReversed() } };
  },
  outcomes: async (scene, { a, b }) => {
    const { title, outcomes } = await framework(scene);
    const kept = outcomes.filter(
      (outcome, index) => outcome.themes.length > 0 || outcome.quotes > 0 || index !== a % outcomes.length,
    );
    const number = Math.max(0, ...kept.map(outcome => outcome.number)) + 1;
    const fresh = b % 2 ? [{ number, title: `Outcome ${number}`, statement: '' }] : [];
    const stated = kept.map(({ themes: _themes, ...outcome }) => outcome);
    return { name: 'framework.update', input: { title: `${title}.`.slice(0, 40), outcomes: [...stated, ...fresh] } };
  },
  facts: async (scene, { a, b }) => {
    const source = pick(await sources(scene), a);
    const participant = pick(['CYP1', 'CYP 1', 'CYP9', null], b);
    return source ? { name: 'source.update', input: { source: source.id, facts: { participant, phase: 2 } } } : null;
  },
  speaker: async (scene, { a, b }) => {
    const speaker = pick((await transcript(scene, a))?.speakers ?? [], b);
    const input = { speaker: speaker?.id, name: `Speaker ${b}`, supportRole: null };
    return speaker
      ? { name: 'speaker.update', input: { ...input, role: b % 2 ? 'interviewer' : 'participant' } }
      : null;
  },
  removeSource: async (scene, { a }) => {
    const source = pick(await sources(scene), a);
    return source ? { name: 'source.remove', input: { source: source.id } } : null;
  },
  rename: async scene => ({ name: 'study.rename', input: { title: `Study ${scene.number++}` } }),
  undo: async () => ({ name: 'history.undo', input: {} }),
  redo: async () => ({ name: 'history.redo', input: {} }),
} as const satisfies Record<string, (...args: Parameters<Chooser>) => Promise<Choice | undefined>>;

/** Words put in, taken out or replaced at a place that `number` chooses. */
function edit(words: string, number: number): string {
  const units = [...words];
  const at = number % (units.length + 1);
  const taken = number % 3 === 0 ? 0 : number % 7;
  return `${units.slice(0, at).join('')}${number % 2 ? 'er, ' : ''}${units.slice(at + taken).join('')}`;
}

export type ActKind = keyof typeof choosers;

/** How often each kind comes, by weight: what makes a study grow comes more often than what takes away. */
export const actWeights: Readonly<Record<ActKind, number>> = {
  ...nameActWeights,
  ...quoteActWeights,
  import: 3,
  code: 8,
  uncode: 2,
  extracts: 2,
  createCode: 3,
  changeCode: 2,
  removeCode: 2,
  codeMany: 2,
  recode: 2,
  resize: 2,
  split: 2,
  moveCode: 2,
  mergeCodes: 1,
  retireCode: 1,
  keyOfCode: 1,
  editText: 3,
  memo: 3,
  changeMemo: 2,
  read: 2,
  goTo: 1,
  createTheme: 3,
  changeTheme: 2,
  themeCodes: 2,
  themeOutcomes: 2,
  writeTheme: 2,
  arrangeThemes: 2,
  moveThemeCodes: 2,
  mergeThemes: 2,
  splitTheme: 2,
  discardTheme: 3,
  removeDiscarded: 1,
  markExtract: 3,
  judgeExtract: 3,
  relateThemes: 2,
  adviseTheme: 1,
  placeThemes: 2,
  quoteOutcome: 2,
  removeOutcome: 1,
  frameworks: 2,
  removeTheme: 1,
  orderThemes: 1,
  orderOutcome: 1,
  outcomes: 1,
  facts: 2,
  speaker: 1,
  removeSource: 1,
  rename: 1,
  undo: 6,
  redo: 3,
};

/** Does an act. @returns the code of its refusal, or null. */
export async function perform(scene: Scene, act: Act): Promise<string | null> {
  const chosen = await choosers[act.kind](scene, act);
  if (!chosen) return null;
  const answer = await scene.client.raw(chosen.name, { study: scene.study, ...chosen.input });
  return answer.ok ? null : `${answer.error.code}: ${chosen.name}: ${answer.error.message}`;
}
