import type { MethodName } from '../../../shared/api/methods.ts';
import { type Client, call } from '../../contract/client.ts';
import { utf8 } from '../../contract/material.ts';

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
  import: async scene => {
    const { client, study } = scene;
    const number = scene.number++;
    const text = `Interviewer: What is it like?\n\nCYP${number % 4}: It is number ${number} \u{1F6A3} – “good”, I’d say.\n\nMentor (supporting CYP${number % 4}): It is.\n`;
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
    const csv = `id,source,speaker,extract,code,theme,outcome,memo\nQ${number},${found.source.fileName},,"“good"", I'd say",Found ${a % 3},Theme of found,${(a % 9) + 1},n\n`;
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
    return { name: 'theme.update', input: { ...input, status: pick(['candidate', 'reviewed', 'defined'], b) } };
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
    const kept = outcomes.filter((outcome, index) => outcome.themes.length > 0 || index !== a % outcomes.length);
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

export type ActKind = keyof typeof choosers;

/** How often each kind comes, by weight: what makes a study grow comes more often than what takes away. */
export const actWeights: Readonly<Record<ActKind, number>> = {
  import: 3,
  code: 8,
  uncode: 2,
  extracts: 2,
  createCode: 3,
  changeCode: 2,
  removeCode: 2,
  createTheme: 3,
  changeTheme: 2,
  themeCodes: 2,
  themeOutcomes: 2,
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
