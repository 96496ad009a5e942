import { bracketKinds } from '../../../shared/model/anonymity.ts';
import { type Client, call } from '../../contract/client.ts';
import type { Scene } from './acts.ts';

type Numbers = { readonly a: number; readonly b: number; readonly c: number };
type Choice = {
  readonly name:
    | 'replacement.apply'
    | 'replacement.update'
    | 'replacement.restore'
    | 'replacement.remove'
    | 'name.check'
    | 'bracket.classify';
  readonly input: Readonly<Record<string, unknown>>;
} | null;

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];
const passphrase = 'boat shed key';

/** Opens the study's key if there is one: it has to be open for undo to reach what was replaced. */
export async function openKeyOf(client: Client, study: string): Promise<void> {
  const { state } = await call(client, 'key.state', { study });
  if (state === 'closed') await call(client, 'key.open', { study, passphrase });
}

async function sourceOf({ client, study }: Scene, number: number) {
  const source = pick(await call(client, 'source.list', { study }), number);
  return source ? call(client, 'source.get', { study, source: source.id }) : null;
}

/** What may be done about words that identify. */
export const nameActs = {
  redact: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const { client, study } = scene;
    const found = await sourceOf(scene, a);
    const words = (found?.text.match(/\p{L}+/gu) ?? []).filter(word => word.length > 3);
    const first = pick(words, b);
    if (!first) return null;
    if ((await call(client, 'key.state', { study })).state === 'none')
      await call(client, 'key.make', { study, passphrase });
    const label = `[${pick(['thing', 'place', 'one'], c)} ${scene.number++}]`;
    return { name: 'replacement.apply', input: { entries: [{ label, terms: [first] }], keep: 'key' } };
  },
  relabel: async ({ client, study, ...scene }: Scene, { a }: Numbers): Promise<Choice> => {
    const one = pick(await call(client, 'replacement.list', { study }), a);
    return one
      ? { name: 'replacement.update', input: { replacement: one.id, label: `[other ${scene.number + 7000 + a}]` } }
      : null;
  },
  restoreWords: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const found = await sourceOf(scene, a);
    if (!found) return null;
    const { client, study } = scene;
    const made = (await call(client, 'bracket.list', { study, source: found.source.id })).filter(
      one => one.replacement !== null,
    );
    const brackets = [...new Set([pick(made, b)?.id, pick(made, c)?.id])].filter(id => typeof id === 'string');
    return brackets.length === 0 ? null : { name: 'replacement.restore', input: { brackets } };
  },
  forgetReplacement: async ({ client, study }: Scene, { a }: Numbers): Promise<Choice> => {
    const unused = (await call(client, 'replacement.list', { study })).filter(one => one.uses === 0);
    const one = pick(unused, a);
    return one ? { name: 'replacement.remove', input: { replacement: one.id } } : null;
  },
  checkNames: async (scene: Scene, { a, b }: Numbers): Promise<Choice> => {
    const found = await sourceOf(scene, a);
    return found ? { name: 'name.check', input: { source: found.source.id, checked: b % 3 > 0 } } : null;
  },
  classifyBracket: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const found = await sourceOf(scene, a);
    if (!found) return null;
    const { client, study } = scene;
    const given = (await call(client, 'bracket.list', { study, source: found.source.id })).filter(
      one => one.replacement === null,
    );
    const one = pick(given, b);
    const kind = pick(bracketKinds, c);
    const source = found.source.id;
    return one ? { name: 'bracket.classify', input: { source, start: one.start, end: one.end, kind } } : null;
  },
};

/** How often each kind comes. */
export const nameActWeights = {
  redact: 3,
  relabel: 1,
  restoreWords: 1,
  forgetReplacement: 1,
  checkNames: 1,
  classifyBracket: 1,
} as const;
