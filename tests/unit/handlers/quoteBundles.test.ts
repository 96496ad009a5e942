import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/api/methods.ts';
import { usualSettings } from '../../../shared/model/printStyles.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call, refusal } from '../../contract/client.ts';

let work: Workspace;
const texts = {
  first: 'Interviewer: What about trust?\n\nRobin: Well. I trust Sal, she waits. So I went.\n',
  second: 'Interviewer: And here?\n\nKim: Nobody shouts any more.\n\nMentor: He laughs again.\n',
};

beforeEach(async () => {
  work = await newWorkspace();
  const facts = { kind: 'interview', group: 'CYP' } as const;
  const first = await work.source(texts.first, { ...facts, participant: 'CYP1', phase: 1 }, 'first.txt');
  const second = await work.source(texts.second, { ...facts, participant: 'CYP2' }, 'second.txt');
  for (const [source, said] of [
    [first, 'I trust Sal, she waits.'],
    [second, 'Nobody shouts any more.'],
  ] as const) {
    const { text } = await work.read(source);
    const start = text.indexOf(said);
    const span = { source, start, end: start + said.length };
    await call(work.client, 'coding.apply', { ...on(), ...span, codes: [], newCodes: [`On ${said}`] });
  }
});
afterEach(async () => {
  expect(await work.check()).toEqual([]);
  await work.close();
});

const on = () => work.on();
async function bundle(format: InputOf<'quote.export'>['format'], more: Partial<InputOf<'quote.export'>> = {}) {
  const { bytes, findings } = await call(work.client, 'quote.export', { ...on(), filter: {}, format, ...more });
  return { text: new TextDecoder().decode(bytes!), findings };
}
const last = async () => (await call(work.client, 'history.list', { ...on(), limit: 1 }))[0]!;
async function prepare(said: string, input: object) {
  const source = (await call(work.client, 'source.list', on())).find(one =>
    one.fileName.startsWith(said.startsWith('I ') ? 'first' : 'second'),
  )!;
  const { text } = await work.read(source.id);
  const start = text.indexOf(said);
  const extracts = [{ source: source.id, start, end: start + said.length }];
  return call(work.client, 'quote.prepare', { ...on(), extracts, ...input });
}

describe('quotes made ready, in bundles', () => {
  it('are printed with their words and lead-in; the passage stays beside them', async () => {
    await prepare('I trust Sal, she waits.', { printed: 'I trust Sal …', leadIn: 'One said:' });
    const { text } = await bundle('md');
    expect(text).toContain('One said:\n\n> I trust Sal \\[…\\]\n');
    const [quote] = JSON.parse((await bundle('json')).text);
    expect(quote).toMatchObject({ text: 'I trust Sal, she waits.', printed: 'I trust Sal […]' });
    expect(await call(work.client, 'quote.list', { ...on(), filter: {} })).toEqual(
      JSON.parse((await bundle('json')).text),
    );
  });

  it('are left out where they are held back, and lead by their order', async () => {
    await prepare('Nobody shouts any more.', { state: 'held' });
    expect((await bundle('csv')).text).not.toContain('Nobody shouts');
    expect(await call(work.client, 'quote.list', { ...on(), filter: {} })).toHaveLength(1);
    const chapters = await call(work.client, 'quote.chapters', { ...on(), filter: {} });
    expect(chapters.flatMap(one => one.sections.flatMap(section => section.quotes))).toMatchObject([
      { state: null },
      { state: 'held' },
    ]);
  });
});

describe('saved styles', () => {
  const template = '{method} with {participant}[, {phase}]';
  const save = (name: string, more: object = {}) =>
    call(work.client, 'style.save', { ...on(), kind: 'attribution', name, template, ...more });

  it('are kept, changed, removed, and each is one step back', async () => {
    const style = await save('Ours');
    expect((await last()).summary).toBe('Saved the attribution style “Ours”');
    expect(await call(work.client, 'style.list', on())).toEqual([
      { id: style.id, kind: 'attribution', name: 'Ours', template },
    ]);
    await save('Theirs', { style: style.id, template: '{participant}' });
    expect(await call(work.client, 'style.list', on())).toMatchObject([{ name: 'Theirs', template: '{participant}' }]);
    await call(work.client, 'history.undo', on());
    expect(await call(work.client, 'style.list', on())).toMatchObject([{ name: 'Ours' }]);
    await call(work.client, 'style.remove', { ...on(), style: style.id });
    expect(await call(work.client, 'style.list', on())).toEqual([]);
    await call(work.client, 'history.undo', on());
    expect(await call(work.client, 'style.list', on())).toHaveLength(1);
  });

  it('are refused under a name that is taken, and with a template that cannot be read', async () => {
    await save('Ours');
    const fields = { ...on(), kind: 'attribution', template };
    expect(await refusal(work.client, 'style.save', { ...fields, name: 'ours' })).toMatchObject({ code: 'name-taken' });
    expect(await refusal(work.client, 'style.save', { ...fields, name: 'B', template: '{x}' })).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('character 2'),
    });
  });

  it('print the attributions of a bundle, by themselves and by a saved choice; house style without', async () => {
    const style = await save('Ours');
    expect((await bundle('md', { style: style.id })).text).toContain('**Interview with CYP1, phase 1**');
    const saved = await call(work.client, 'style.save', {
      ...on(),
      kind: 'bundle',
      name: 'Board',
      settings: { ...usualSettings, style: style.id, parts: ['notes'], columns: ['id', 'attribution'] },
    });
    const { text } = await bundle('md', { template: saved.id });
    expect(text).toContain('**Interview with CYP2**');
    expect(text).not.toContain('## Sources');
    expect((await bundle('csv', { template: saved.id })).text).toMatch(/^\uFEFF?id,attribution\r\n/);
    expect((await bundle('md', { template: saved.id, style: null })).text).toContain('**Interview CYP1 phase 1**');
    await call(work.client, 'style.remove', { ...on(), style: style.id });
    expect((await bundle('md', { template: saved.id })).text).toContain('**Interview CYP1 phase 1**');
    expect(
      await refusal(work.client, 'quote.export', { ...on(), filter: {}, format: 'md', template: style.id }),
    ).toMatchObject({ code: 'not-found' });
  });

  it('are shown before they are used, with what they would confuse', async () => {
    const preview = (given: string | null) =>
      call(work.client, 'style.preview', { ...on(), template: given, filter: {} });
    expect(await preview('{participant}, {phase}')).toEqual({
      problem: null,
      shared: [],
      examples: expect.arrayContaining([{ house: 'Interview CYP1 phase 1', printed: 'CYP1, phase 1' }]),
    });
    expect(await preview('{group}')).toMatchObject({ shared: [{ label: 'CYP', people: ['CYP1', 'CYP2'] }] });
    expect(await preview('{grop}')).toMatchObject({ problem: { at: 2 } });
    expect(await preview(null)).toMatchObject({ problem: null, shared: [] });
  });
});

describe('what the disclosure check finds in a bundle', () => {
  it('blocks one label for different people until it is accepted, which is journalled', async () => {
    const asked = { ...on(), filter: {}, format: 'md', style: { template: '{group}' } } as const;
    const refused = await refusal(work.client, 'quote.export', asked);
    expect(refused.code).toBe('disclosure');
    const [{ key }] = (refused.details as { findings: [{ key: string }] }).findings;
    await bundle('md', { style: asked.style, accept: [{ finding: key, reason: 'Asked for' }] });
    expect(await last()).toMatchObject({
      summary: 'Accepted 1 finding of the disclosure check to export quotes',
    });
    expect((await bundle('md', { style: asked.style })).text).toContain('**CYP**');
  });
});

describe('a bundle as spoken', () => {
  it('needs the key, holds the original words, and is remembered', async () => {
    expect(
      await refusal(work.client, 'quote.export', { ...on(), filter: {}, format: 'md', spoken: true }),
    ).toMatchObject({
      code: 'key-needed',
    });
    await call(work.client, 'key.make', { ...on(), passphrase: 'a long passphrase' });
    await call(work.client, 'replacement.apply', {
      ...on(),
      entries: [{ label: '[mentor]', terms: ['Sal'] }],
      keep: 'key',
    });
    expect((await bundle('md')).text).toContain('I trust \\[mentor\\], she waits.');
    const before = (await last()).summary;
    const { text } = await bundle('md', { spoken: true, context: 1 });
    expect(text).toContain('I trust Sal, she waits.');
    expect(text).toContain('**As spoken');
    expect(before).not.toContain('as spoken');
    expect((await last()).summary).toBe('Exported 2 quotes as spoken (md: quotes)');
    await call(work.client, 'history.undo', on());
    expect((await bundle('md')).text).toContain('Sal');
  });
});

describe('the check of a bundle', () => {
  it('finds exactly what the export tells of, and nothing of what the format does not print', async () => {
    const { id } = await call(work.client, 'attribute.create', { ...on(), name: 'School', kind: 'text', choices: [] });
    expect(id).toBeTruthy();
    for (const format of ['docx', 'xlsx', 'csv'] as const) {
      const report = await call(work.client, 'quote.check', { ...on(), filter: {}, format });
      const keys = report.findings.map(one => one.key);
      expect(keys).toEqual((await bundle(format)).findings.map(one => one.key));
      expect(report.checked.quotes).toBe(2);
      expect(report.unseen.some(one => one.startsWith('Attributes'))).toBe(format !== 'xlsx');
    }
  });
});
