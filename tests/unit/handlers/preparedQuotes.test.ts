import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { leaksIn } from '../../builders/leaks.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let work: Workspace;
let source: SourceId;
const words = 'He kept turning up, same van, same time. You can’t stay angry at that.';
beforeEach(async () => {
  work = await newWorkspace();
  source = await work.source(
    `Interviewer: What about trust?\n\nCYP1: Well. ${words} So I went.\n\nCYP2: Nobody trusts the rota.\n`,
    { group: 'CYP', phase: 1 },
  );
});
afterEach(() => work.close());

const on = () => work.on();
const prepared = () => call(work.client, 'quote.prepared', on());
const undo = () => call(work.client, 'history.undo', on());
const summary = async () => (await call(work.client, 'history.list', { ...on(), limit: 1 }))[0]!.summary;
async function place(said: string, of = source) {
  const { text } = await work.read(of);
  const start = text.indexOf(said);
  return { source: of, start, end: start + said.length };
}
const prepare = async (said: string, input: object) =>
  call(work.client, 'quote.prepare', { ...on(), extracts: [await place(said)], ...input });
/** Does an act, undoes it and does it again: nothing may be left of it in between. */
async function thenBack<T>(act: () => Promise<T>): Promise<T> {
  const before = await prepared();
  const result = await act();
  const after = await prepared();
  await undo();
  expect(await prepared()).toEqual(before);
  await call(work.client, 'history.redo', on());
  expect(await prepared()).toEqual(after);
  expect(await work.check()).toEqual([]);
  return result;
}

describe('a quote made ready', () => {
  it('has its words, lead-in, state and star; each act is one step, and it is kept over a restart', async () => {
    await thenBack(() => prepare(words, { printed: 'He kept turning up … angry at [him].' }));
    expect(await summary()).toBe(
      'Redid: Edited the words of the quote “He kept turning up, same van, same time. You …”',
    );
    await thenBack(() => prepare(words, { state: 'chosen' }));
    await thenBack(() => prepare(words, { vivid: true }));
    expect(await summary()).toMatch(/Starred the quote/);
    await thenBack(() => prepare(words, { leadIn: ' One said: ' }));
    await work.restart('Ada');
    expect(await prepared()).toEqual([
      expect.objectContaining({
        ...(await place(words)),
        bounds: { start: expect.any(Number), end: expect.any(Number) },
        passage: words,
        printed: 'He kept turning up […] angry at [him].',
        leadIn: 'One said:',
        state: 'chosen',
        vivid: true,
        again: null,
      }),
    ]);
  });

  it('is none any more when nothing is left of it, and no act is kept that changes nothing', async () => {
    await prepare(words, { vivid: true });
    const entries = await call(work.client, 'history.list', { ...on(), limit: 9 });
    await prepare(words, { vivid: true });
    expect(await call(work.client, 'history.list', { ...on(), limit: 9 })).toEqual(entries);
    expect(await thenBack(() => prepare(words, { vivid: false }))).toEqual([]);
    expect(await prepared()).toEqual([]);
    await prepare(words, { printed: `  ${words} ` });
    expect(await prepared()).toEqual([]);
  });

  it('refuses words that are not those of the passage, with the places', async () => {
    const refused = await work.refused('quote.prepare', {
      extracts: [await place(words)],
      printed: 'He always kept turning up […] happy at that.',
    });
    expect(refused.code).toBe('invalid-input');
    expect(refused.message).toMatch(/“always” is not in the passage here.*There are 1 more/);
    expect(refused.details.errors).toEqual([
      expect.objectContaining({ kind: 'added', start: 3, end: 9, words: 'always' }),
      expect.objectContaining({ kind: 'changed', words: 'happy', passage: 'angry' }),
    ]);
    expect(await prepared()).toEqual([]);
    expect((await work.refused('quote.prepare', { extracts: [await place(words)], printed: '…' })).code).toBe(
      'invalid-input',
    );
  });

  it('can be several at once, but only one can be given words', async () => {
    const extracts = [await place(words), await place('Nobody trusts the rota.')];
    await call(work.client, 'quote.prepare', { ...on(), extracts, state: 'held' });
    expect(await summary()).toBe('Held back 2 quotes');
    expect(await prepared()).toHaveLength(2);
    expect((await work.refused('quote.prepare', { extracts, printed: null })).code).toBe('invalid-input');
    expect((await work.refused('quote.prepare', { extracts: [{ source, start: 1, end: 9999 }] })).code).toBe(
      'selection-outside',
    );
  });

  it('takes in more or less than its extract; the coding stays', async () => {
    const code = await work.code('Trust');
    await work.mark(source, words, [code.id]);
    const codings = (await work.read(source)).codings;
    const wider = await place(`Well. ${words} So I went.`);
    const extract = await place(words);
    await thenBack(() => call(work.client, 'quote.adjust', { ...on(), extract, ...wider }));
    expect(await prepared()).toEqual([
      expect.objectContaining({
        ...extract,
        bounds: { start: wider.start, end: wider.end },
        printed: `Well. ${words} So I went.`,
      }),
    ]);
    expect((await work.read(source)).codings).toEqual(codings);
    await prepare(words, { printed: '[…] So I went.' });
    const narrow = await place('He kept turning up');
    const refused = await work.refused('quote.adjust', { extract, start: narrow.start, end: narrow.end });
    expect(refused.message).toContain('not those of the passage');
    await thenBack(() =>
      call(work.client, 'quote.adjust', { ...on(), extract, start: narrow.start, end: narrow.end, printed: null }),
    );
    expect((await prepared())[0]).toMatchObject({ printed: 'He kept turning up' });
    await call(work.client, 'quote.adjust', { ...on(), extract, start: extract.start, end: extract.end });
    expect(await prepared()).toEqual([]);
  });
});

describe('an order by hand', () => {
  const rota = 'Nobody trusts the rota.';
  /** What stands under each heading: "Trust: rota, words". */
  const shown = async () =>
    (await call(work.client, 'quote.chapters', { ...on(), filter: {} })).flatMap(({ outcome, sections }) =>
      sections.map(({ theme, quotes, byHand }) => {
        const told = quotes.map(quote => quote.text.split(' ')[0]).join(', ');
        return `${theme?.name ?? outcome?.number ?? 'none'}: ${told}${byHand ? ' (by hand)' : ''}`;
      }),
    );
  const filled = async () => (await shown()).filter(one => !one.endsWith(': '));
  const theme = async (name: string, codes: readonly Code[]) =>
    (await call(work.client, 'theme.create', { ...on(), name, codes: codes.map(one => one.id) })).id;
  const setUp = async () => {
    const [trust, time] = [await work.code('Trust'), await work.code('Time')];
    const themes = { trust: await theme('Trust', [trust]), time: await theme('Time', [time]) };
    for (const said of [words, rota]) await work.mark(source, said, [trust.id, time.id]);
    return { ...themes, order: [await place(rota), await place(words)] };
  };
  const order = (input: object) => call(work.client, 'quote.order', { ...on(), ...input } as never);
  const inStep = async (act: () => Promise<unknown>, after: readonly string[]) => {
    const before = await filled();
    await act();
    expect(await filled()).toEqual(after);
    await undo();
    expect(await filled()).toEqual(before);
    await call(work.client, 'history.redo', on());
    expect(await filled()).toEqual(after);
    expect(await work.check()).toEqual([]);
  };

  it('is of a quote under one theme: under its other theme it stays where it is', async () => {
    const { trust, time, order: extracts } = await setUp();
    expect(await filled()).toEqual(['Trust: He, Nobody', 'Time: He, Nobody']);
    await inStep(() => order({ theme: trust, extracts }), ['Trust: Nobody, He (by hand)', 'Time: He, Nobody']);
    expect(await summary()).toBe('Redid: Changed the order of 2 quotes under “Trust”');
    expect(await prepared()).toEqual([]);
    await work.restart('Ada');
    expect((await call(work.client, 'quote.list', { ...on(), filter: { theme: trust } })).map(one => one.text)).toEqual(
      [rota, words],
    );
    await inStep(
      () => order({ theme: trust, extracts: [], ordered: false }),
      ['Trust: He, Nobody', 'Time: He, Nobody'],
    );
    await order({ theme: time, extracts });
    await inStep(
      () => call(work.client, 'theme.remove', { ...on(), theme: time, reason: 'one is enough' }),
      ['Trust: He, Nobody'],
    );
  });

  it('is of a quote straight under one outcome, or among those in no theme', async () => {
    const { order: extracts, trust } = await setUp();
    const { outcomes } = await call(work.client, 'framework.get', on());
    const [first, second] = outcomes;
    for (const one of [first!, second!])
      await call(work.client, 'outcome.quote', {
        ...on(),
        outcome: one.id,
        extracts: extracts.toReversed(),
        placed: true,
      });
    const rest = ['Trust: He, Nobody', 'Time: He, Nobody'];
    await inStep(() => order({ outcome: second!.id, extracts }), ['1: He, Nobody', '2: Nobody, He (by hand)', ...rest]);
    await inStep(
      () => order({ outcome: second!.id, extracts: [], ordered: false }),
      ['1: He, Nobody', '2: He, Nobody', ...rest],
    );
    const loose = (await work.code('Loose')).id;
    for (const said of ['Well.', 'So I went.']) await work.mark(source, said, [loose]);
    await inStep(
      () => place('So I went.').then(one => order({ extracts: [one] })),
      ['1: He, Nobody', '2: He, Nobody', ...rest, 'none: So, Well. (by hand)'],
    );
    expect((await work.refused('quote.order', { theme: trust, outcome: first!.id, extracts })).code).toBe(
      'invalid-input',
    );
    expect((await work.refused('quote.order', { theme: source, extracts })).code).toBe('not-found');
  });

  it('moves with its words, and prints findings and theme book in it', async () => {
    const { trust, order: extracts } = await setUp();
    await order({ theme: trust, extracts });
    const { turns, text } = await work.read(source);
    await call(work.client, 'source.edit', {
      ...on(),
      source,
      turns: turns.map(turn => ({
        turn: turn.id,
        speaker: turn.speaker,
        text: text.slice(turn.start, turn.end).replace('What about trust?', 'What, then, about trust?'),
      })),
      reason: 'misheard',
    });
    expect(await filled()).toEqual(['Trust: Nobody, He (by hand)', 'Time: He, Nobody']);
    for (const said of [words, rota]) await prepare(said, { state: 'chosen' });
    const draft = await call(work.client, 'findings.draft', on());
    const chosen = draft.chapters.flatMap(chapter => chapter.themes.map(one => one.chosen.map(quote => quote.words)));
    expect(chosen).toEqual([
      [rota, words],
      [words, rota],
    ]);
    expect(await work.check()).toEqual([]);
  });

  it('moves with words that are replaced, of which nothing is left in the file', async () => {
    const { trust, order: extracts } = await setUp();
    await order({ theme: trust, extracts });
    await call(work.client, 'key.make', { ...on(), passphrase: 'an older harbour' });
    const entries = [{ label: '[vehicle]', terms: ['same van'] }];
    await call(work.client, 'replacement.apply', { ...on(), entries, keep: 'key' });
    expect(await filled()).toEqual(['Trust: Nobody, He (by hand)', 'Time: He, Nobody']);
    expect(leaksIn(work.path, ['same van'])).toEqual([]);
    expect(await work.check()).toEqual([]);
    await undo();
    expect(await filled()).toEqual(['Trust: Nobody, He (by hand)', 'Time: He, Nobody']);
    expect(await work.check()).toEqual([]);
  });
});

describe('when the transcript changes', () => {
  const edit = async (change: (turn: string) => string) => {
    const { text, turns } = await work.read(source);
    await call(work.client, 'source.edit', {
      ...on(),
      source,
      turns: turns.map(turn => ({
        turn: turn.id,
        speaker: turn.speaker,
        text: change(text.slice(turn.start, turn.end)),
      })),
      reason: 'misheard',
    });
  };

  it('a quote moves with its words, and its wider passage with it', async () => {
    const wider = await place(`Well. ${words}`);
    await call(work.client, 'quote.adjust', { ...on(), extract: await place(words), ...wider });
    await prepare(words, { printed: 'Well. […] at that.' });
    await edit(turn => turn.replace('What about trust?', 'What, then, about trust?'));
    const after = await place(`Well. ${words}`);
    expect(await prepared()).toEqual([
      expect.objectContaining({ ...(await place(words)), bounds: { start: after.start, end: after.end }, again: null }),
    ]);
    expect(await work.check()).toEqual([]);
  });

  it('words that no longer check are to be looked at again, and are never printed silently', async () => {
    const code = await work.code('Trust');
    await work.mark(source, words, [code.id]);
    await prepare(words, { printed: 'He kept turning up […]' });
    await edit(turn => turn.replace('turning up', 'coming by'));
    const [quote] = await prepared();
    expect(quote).toMatchObject({ printed: 'He kept turning up […]', again: expect.stringContaining('“turning up”') });
    expect(await work.check()).toEqual([expect.objectContaining({ code: 'quote-printed', id: quote!.id })]);
    const bundle = { filter: {}, format: 'csv' };
    const blocked = await work.refused('quote.export', bundle);
    expect(blocked.code).toBe('disclosure');
    const accept = (blocked.details.findings as readonly { readonly key: string }[]).map(({ key }) => ({
      finding: key,
      reason: 'known',
    }));
    const refused = await work.refused('quote.export', { ...bundle, accept });
    expect(refused.code).toBe('integrity');
    expect(refused.message).toContain('Nothing was written');
    const board = await call(work.client, 'quote.board', on());
    expect(board.again).toEqual([`${source}:${quote!.start}-${quote!.end}`]);
    await undo();
    expect((await prepared())[0]).toMatchObject({ again: null });
  });

  it('a quote goes with its source, and comes back with it', async () => {
    await prepare(words, { vivid: true });
    await thenBack(() => call(work.client, 'source.remove', { ...on(), source }));
    expect(await prepared()).toEqual([]);
  });
});

describe('the board', () => {
  it('shows balance, one voice heard too much, words printed elsewhere, length and vivid quotes not used', async () => {
    const [trust, anger] = [await work.code('Trust'), await work.code('Anger')];
    const more = 'One. Two words. Three little words. Four.';
    const other = await work.source(`CYP1: ${more}\n`, { group: 'CYP', phase: 2, participant: 'CYP1' });
    await work.mark(source, words, [trust.id]);
    await work.mark(source, 'You can’t stay angry', [anger.id]);
    for (const said of ['One.', 'Two words.', 'Three little words.']) await work.mark(other, said, [trust.id]);
    const theme = await call(work.client, 'theme.create', {
      ...on(),
      name: 'Someone who keeps turning up',
      codes: [trust.id],
    });
    const second = await call(work.client, 'theme.create', { ...on(), name: 'Calm', codes: [anger.id] });
    await prepare(words, { printed: '[…] same time. […]', vivid: true });
    const board = await call(work.client, 'quote.board', { ...on(), theme: theme.id });
    expect(board.quotes.map(quote => [quote.text, quote.words, quote.passageWords])).toEqual([
      [words, 2, 14],
      ['One.', 1, 1],
      ['Two words.', 2, 2],
      ['Three little words.', 3, 3],
    ]);
    expect(board.quotes[0]!.elsewhere).toEqual([
      expect.objectContaining({ theme: { id: second.id, name: 'Calm' }, outcome: null, words: 4, whole: true }),
    ]);
    expect(board.balance.groups).toEqual([{ name: 'CYP', count: 4 }]);
    expect(board.balance.phases).toEqual([
      { name: '2', count: 3 },
      { name: '1', count: 1 },
    ]);
    expect(board.advice).toEqual(['3 of 4 quotes here are from CYP1. Readers hear one person more than all others.']);
    expect(board.unusedVivid).toEqual([board.quotes[0]!.key]);
    await prepare(words, { state: 'held' });
    const held = await call(work.client, 'quote.board', { ...on(), theme: theme.id });
    expect(held.balance.groups).toEqual([{ name: 'CYP', count: 3 }]);
    expect(held.unusedVivid).toEqual([]);
    expect(held.quotes).toHaveLength(4);
    expect((await work.refused('quote.board', { theme: source })).code).toBe('not-found');
  });
});

it('quotes are asked for by state and star, on the page and in a bundle; those held back are in no bundle', async () => {
  const code = await work.code('Trust');
  await work.mark(source, words, [code.id]);
  await work.mark(source, 'Nobody trusts the rota.', [code.id]);
  await prepare(words, { state: 'chosen', vivid: true });
  const texts = async (filter: object) =>
    (await call(work.client, 'quote.list', { ...on(), filter })).map(quote => quote.text);
  expect(await texts({ state: 'chosen' })).toEqual([words]);
  expect(await texts({ state: 'candidate' })).toEqual(['Nobody trusts the rota.']);
  expect(await texts({ vivid: true })).toEqual([words]);
  await prepare(words, { state: 'held' });
  expect(await texts({})).toEqual(['Nobody trusts the rota.']);
  const shown = await call(work.client, 'quote.chapters', { ...on(), filter: { state: 'held' } });
  expect(shown.flatMap(chapter => chapter.sections.flatMap(section => section.quotes)).map(one => one.text)).toEqual([
    words,
  ]);
});
