import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Theme } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
let source: SourceId;
let theme: Theme;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source('Interviewer: Well?\n\nCYP1: I trust Sal. She waits for me.\n', {
    kind: 'interview',
    group: 'CYP',
    phase: 1,
    participant: 'CYP1',
  });
  const code = await w.code('Trust');
  await w.mark(source, 'I trust Sal.', [code.id]);
  theme = await make('Rely', { codes: [code.id] });
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const make = (name: string, input: object = {}): Promise<Theme> =>
  call(w.client, 'theme.create', { ...w.on(), name, ...input });
const boxes = () => call(w.client, 'caseStudy.list', w.on());
const recommendations = () => call(w.client, 'recommendation.list', w.on());
const draft = () => call(w.client, 'findings.draft', w.on());
const undo = () => call(w.client, 'history.undo', w.on());
const outcomes = async () => (await call(w.client, 'framework.get', w.on())).outcomes;
const keyOf = async (words: string) => {
  const { text } = await w.read(source);
  const start = text.indexOf(words);
  return `${source}:${start}-${start + words.length}`;
};
const live = async (words: string) => `[Quote:](ninefold:extract/${await keyOf(words)})`;
const newBox = (input: object = {}) => call(w.client, 'caseStudy.create', { ...w.on(), title: 'A story', ...input });
const newRecommendation = (input: object = {}) => call(w.client, 'recommendation.create', { ...w.on(), ...input });

describe('case studies', () => {
  it('are made, changed, ordered and removed, each in one act that can be undone', async () => {
    const one = await newBox({ theme: theme.id, body: 'Told.\r\nAgain.', disclaimer: 'Changed.' });
    expect(one).toMatchObject({ title: 'A story', body: 'Told.\nAgain.', outcome: null, theme: theme.id });
    const two = await newBox({ title: 'Another' });
    await call(w.client, 'caseStudy.order', { ...w.on(), order: [two.id] });
    expect((await boxes()).map(box => box.title)).toEqual(['Another', 'A story']);
    const [{ id: outcome }] = [(await outcomes())[1]!];
    await call(w.client, 'caseStudy.update', { ...w.on(), caseStudy: one.id, theme: null, outcome });
    expect((await boxes())[1]).toMatchObject({ theme: null, outcome });
    await call(w.client, 'caseStudy.remove', { ...w.on(), caseStudy: two.id });
    await w.restart('Ada');
    expect(await boxes()).toHaveLength(1);
    for (let step = 0; step < 5; step++) await undo();
    expect(await boxes()).toEqual([]);
    expect(await w.refused('caseStudy.update', { caseStudy: one.id, title: 'x' })).toMatchObject({ code: 'not-found' });
  });

  it('go with their theme where it is merged, and stand in the report where their place is removed', async () => {
    const other = await make('Wait');
    const box = await newBox({ theme: theme.id });
    await call(w.client, 'theme.merge', { ...w.on(), from: [theme.id], into: other.id, reason: 'One idea.' });
    expect((await boxes())[0]?.theme).toBe(other.id);
    await call(w.client, 'theme.remove', { ...w.on(), theme: other.id });
    expect((await boxes())[0]).toMatchObject({ id: box.id, theme: null, outcome: null });
    await undo();
    await undo();
    expect((await boxes())[0]?.theme).toBe(theme.id);
    const [first, ...rest] = await outcomes();
    await call(w.client, 'caseStudy.update', { ...w.on(), caseStudy: box.id, theme: null, outcome: first!.id });
    await call(w.client, 'framework.update', {
      ...w.on(),
      title: 'The same',
      outcomes: rest.map(({ id, number, title, statement }) => ({ id, number, title, statement })),
    });
    expect((await boxes())[0]?.outcome).toBe(null);
  });

  it('keep their quotes on the same words when the transcript is mended', async () => {
    await newBox({ body: `So: ${await live('I trust Sal.')}` });
    const { turns, text } = await w.read(source);
    await call(w.client, 'source.edit', {
      ...w.on(),
      source,
      turns: turns.map(({ id, speaker, start, end }, index) => ({
        turn: id,
        speaker,
        text: index === 0 ? 'Well then, how is it?' : text.slice(start, end),
      })),
    });
    expect((await boxes())[0]?.body).toBe(`So: ${await live('I trust Sal.')}`);
    expect((await draft()).boxes[0]?.blocks[1]).toMatchObject({ kind: 'quote', quote: { words: 'I trust Sal.' } });
  });
});

describe('recommendations', () => {
  it('are made, changed, ordered and removed, with what they rest on', async () => {
    const one = await newRecommendation({ addressee: 'Funders', body: 'Pay.', themes: [theme.id] });
    const two = await newRecommendation({ body: 'Stay.' });
    expect(two).toMatchObject({ addressee: '', themes: [] });
    await call(w.client, 'recommendation.update', { ...w.on(), recommendation: two.id, themes: [theme.id, theme.id] });
    await call(w.client, 'recommendation.order', { ...w.on(), order: [two.id, one.id] });
    expect((await recommendations()).map(item => [item.body, item.themes])).toEqual([
      ['Stay.', [theme.id]],
      ['Pay.', [theme.id]],
    ]);
    await call(w.client, 'recommendation.remove', { ...w.on(), recommendation: two.id });
    for (let step = 0; step < 5; step++) await undo();
    expect(await recommendations()).toEqual([]);
  });

  it('are unsupported while their theme is discarded, and rest on what it was merged into', async () => {
    const other = await make('Wait');
    const one = await newRecommendation({ body: 'Pay.', themes: [theme.id] });
    await call(w.client, 'theme.discard', { ...w.on(), theme: theme.id, reason: 'Thin.' });
    expect((await recommendations())[0]?.themes).toEqual([]);
    expect(await w.refused('recommendation.create', { themes: [theme.id] })).toMatchObject({ code: 'refused' });
    await call(w.client, 'recommendation.update', { ...w.on(), recommendation: one.id, themes: [] });
    await call(w.client, 'theme.restore', { ...w.on(), theme: theme.id });
    expect((await recommendations())[0]?.themes).toEqual([theme.id]);
    await call(w.client, 'recommendation.update', { ...w.on(), recommendation: one.id, themes: [theme.id, other.id] });
    await call(w.client, 'theme.merge', { ...w.on(), from: [theme.id], into: other.id, reason: 'One idea.' });
    expect((await recommendations())[0]?.themes).toEqual([other.id]);
    await call(w.client, 'theme.remove', { ...w.on(), theme: other.id });
    expect((await recommendations())[0]?.themes).toEqual([]);
  });
});

describe('the findings', () => {
  it('print the words that were made ready, never an interviewer’s, and not the names of files', async () => {
    const [first] = await outcomes();
    await call(w.client, 'theme.setOutcomes', { ...w.on(), theme: theme.id, outcomes: [first!.id] });
    await call(w.client, 'theme.update', { ...w.on(), theme: theme.id, narrative: await live('I trust Sal.') });
    const [chapter] = (await draft()).chapters;
    expect(chapter?.themes[0]?.blocks[0]).toMatchObject({
      kind: 'quote',
      quote: { words: 'I trust Sal.', attribution: 'Interview CYP1 phase 1', state: null },
    });
    expect(chapter?.themes[0]?.extracts).toBe(1);
    const out = join(dirname(w.path), 'findings.docx');
    const made = await call(w.client, 'findings.export', { ...w.on(), format: 'docx', out });
    expect(made).toMatchObject({ path: out, items: 1, bytes: null });
    const xml = strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('I trust Sal.');
    expect(xml).not.toContain('file-1');
  });

  it('and the theme book are attributed in the style that is asked for, and refused where it misleads', async () => {
    const second = await w.source('CYP2: I trust the boat.\n', {
      kind: 'interview',
      group: 'CYP',
      participant: 'CYP2',
    });
    const code = await w.code('Boat');
    await w.mark(second, 'I trust the boat.', [code.id]);
    await call(w.client, 'theme.moveCodes', { ...w.on(), theme: theme.id, add: [code.id] });
    const book = (style: object) =>
      call(w.client, 'themebook.export', { ...w.on(), format: 'md', ...style }).then(made =>
        new TextDecoder().decode(made.bytes ?? new Uint8Array()),
      );
    expect(await book({})).toContain('— Interview CYP2');
    expect(await book({ style: { template: 'Young person {participant}' } })).toContain('— Young person CYP2');
    const style = { style: { template: 'Young person' } };
    const refused = await w.refused('themebook.export', { format: 'md', ...style });
    expect(refused).toMatchObject({ code: 'disclosure', details: { findings: [{ kind: 'shared-label' }] } });
    const { key } = (refused.details as { findings: { key: string }[] }).findings[0]!;
    expect(await book({ ...style, accept: [{ finding: key, reason: 'Meant so.' }] })).toContain('— Young person\n');
    const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    expect(entry?.command).toBe('disclosure.accept');
  });

  it('are not written while a sensitive extract that they print waits for its second yes', async () => {
    await call(w.client, 'sensitive.mark', { ...w.on(), extract: await keyOf('I trust Sal.'), kind: 'abuse' });
    await call(w.client, 'findings.export', { ...w.on(), format: 'docx' });
    await call(w.client, 'theme.update', { ...w.on(), theme: theme.id, narrative: await live('I trust Sal.') });
    expect(await w.refused('findings.export', { format: 'docx' })).toMatchObject({ code: 'disclosure' });
    const report = await call(w.client, 'report.check', { ...w.on(), report: 'findings' });
    expect(report.counts.blocking).toBe(1);
    expect(report.checked.quotes).toBe(1);
  });

  it('of an empty study are nothing to export', async () => {
    await call(w.client, 'theme.remove', { ...w.on(), theme: theme.id });
    expect(await w.refused('findings.export', { format: 'docx' })).toMatchObject({ code: 'nothing-to-export' });
    expect(await w.refused('themebook.export', { format: 'docx' })).toMatchObject({ code: 'nothing-to-export' });
  });
});
