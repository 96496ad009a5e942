import { quoteStates } from '../../../shared/model/preparedQuotes.ts';
import { call } from '../../contract/client.ts';
import type { Scene } from './acts.ts';

type Numbers = { readonly a: number; readonly b: number; readonly c: number };
type Choice = {
  readonly name: 'quote.prepare' | 'quote.adjust' | 'quote.order';
  readonly input: Readonly<Record<string, unknown>>;
} | null;

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

async function codingsOf({ client, study }: Scene, number: number) {
  const source = pick(await call(client, 'source.list', { study }), number);
  return source ? call(client, 'source.get', { study, source: source.id }) : null;
}

/** What may be done with quotes made ready for print. */
export const quoteActs = {
  prepareQuote: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const coding = pick((await codingsOf(scene, a))?.codings ?? [], b);
    if (!coding) return null;
    const { source, start, end, quoted } = coding;
    const said = /\p{L}/u.test(quoted);
    const printed = said ? pick([null, `${quoted} [he said]`, `… ${quoted}`, undefined], c) : undefined;
    const input = { state: pick(quoteStates, b), vivid: c % 2 === 0, leadIn: c % 3 ? '' : 'One said:' };
    return { name: 'quote.prepare', input: { extracts: [{ source, start, end }], printed, ...input } };
  },
  adjustQuote: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const found = await codingsOf(scene, a);
    const coding = pick(found?.codings ?? [], b);
    const turn = found?.turns.find(one => coding && one.start <= coding.start && coding.end <= one.end);
    if (!coding || !turn) return null;
    const bounds = c % 3 ? { start: turn.start, end: turn.end } : { start: coding.start, end: coding.end };
    const { source, start, end } = coding;
    return { name: 'quote.adjust', input: { extract: { source, start, end }, ...bounds, printed: null } };
  },
  orderQuotes: async (scene: Scene, { a, b, c }: Numbers): Promise<Choice> => {
    const codings = (await codingsOf(scene, a))?.codings ?? [];
    const extracts = [pick(codings, b), pick(codings, c)].flatMap(one =>
      one ? { source: one.source, start: one.start, end: one.end } : [],
    );
    const theme = pick(await call(scene.client, 'theme.list', { study: scene.study }), a)?.id;
    return extracts.length === 0
      ? null
      : { name: 'quote.order', input: { ...(a % 3 !== 0 && { theme }), extracts, ordered: a % 4 !== 0 } };
  },
};

/** How often each kind comes. */
export const quoteActWeights = { prepareQuote: 4, adjustQuote: 2, orderQuotes: 1 } as const;
