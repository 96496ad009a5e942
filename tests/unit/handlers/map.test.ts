import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call, refusal } from '../../contract/client.ts';
import { interviewText } from '../../contract/material.ts';

let w: Workspace;
let known: ThemeId;
let steady: ThemeId;
beforeEach(async () => {
  w = await newWorkspace();
  const source = await w.source(interviewText, {}, 'interview-CYP2.txt');
  const { text } = await call(w.client, 'source.get', { ...w.on(), source });
  const at = text.indexOf('I trust Sal');
  await call(w.client, 'coding.apply', {
    ...w.on(),
    ...{ source, start: at, end: at + 12, codes: [], newCodes: ['Trust'] },
  });
  const [code] = await call(w.client, 'code.list', w.on());
  const { outcomes } = await call(w.client, 'framework.get', w.on());
  const made = await call(w.client, 'theme.create', {
    ...w.on(),
    ...{ name: 'Being known', concept: 'Known first.', codes: [code!.id], outcomes: [outcomes[4]!.id] },
  });
  known = made.id;
  steady = (await call(w.client, 'theme.create', { ...w.on(), name: 'Turning up' })).id;
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const map = (filter: object = {}) => call(w.client, 'map.get', { ...w.on(), filter });
const placeOf = async (theme: ThemeId) => (await map()).themes.find(one => one.id === theme)?.place;

describe('places by hand', () => {
  test('are kept, changed, given back, and undone one by one', async () => {
    await call(w.client, 'map.place', { ...w.on(), theme: known, place: { x: 250, y: 400 } });
    await call(w.client, 'map.place', { ...w.on(), theme: known, place: { x: 300, y: 400 } });
    expect(await placeOf(known)).toEqual({ x: 300, y: 400 });
    await call(w.client, 'history.undo', w.on());
    expect(await placeOf(known)).toEqual({ x: 250, y: 400 });
    await call(w.client, 'map.place', { ...w.on(), theme: known, place: null });
    expect(await placeOf(known)).toBeNull();
    await call(w.client, 'history.undo', w.on());
    expect(await placeOf(known)).toEqual({ x: 250, y: 400 });
    expect((await call(w.client, 'history.state', w.on())).undo).toBe('Moved “Being known” on the map');
  });

  test('are all given back at once', async () => {
    for (const theme of [known, steady])
      await call(w.client, 'map.place', { ...w.on(), theme, place: { x: 10, y: 10 } });
    await call(w.client, 'map.arrange', w.on());
    expect((await map()).themes.map(theme => theme.place)).toEqual([null, null]);
    await call(w.client, 'history.undo', w.on());
    expect(await placeOf(steady)).toEqual({ x: 10, y: 10 });
  });

  test('lie within the area, in whole numbers, and belong to a theme', async () => {
    for (const place of [
      { x: 1001, y: 0 },
      { x: 0, y: -1 },
      { x: 1.5, y: 0 },
    ]) {
      const refused = await refusal(w.client, 'map.place', { ...w.on(), theme: known, place });
      expect(refused.code).toBe('invalid-input');
    }
    const nobody = '01890000-0000-7000-8000-000000000001' as ThemeId;
    expect(await refusal(w.client, 'map.place', { ...w.on(), theme: nobody, place: null })).toMatchObject({
      code: 'not-found',
    });
  });
});

test("each view has a title of the researcher's own, which can be taken off again", async () => {
  await call(w.client, 'map.title', { ...w.on(), view: 'flow', title: 'Trust carries it' });
  expect((await map()).titles).toEqual({ flow: 'Trust carries it' });
  const svg = await call(w.client, 'map.export', { ...w.on(), format: 'svg' });
  expect(new TextDecoder().decode(svg.bytes!)).toContain('Trust carries it');
  await call(w.client, 'map.title', { ...w.on(), view: 'flow', title: null });
  expect((await map()).titles).toEqual({});
});

test('relations are taken along, but not those of a discarded theme', async () => {
  await call(w.client, 'relation.create', { ...w.on(), from: known, to: steady, kind: 'leads to' });
  expect((await map()).relations).toEqual([{ from: known, to: steady, kind: 'leads to' }]);
  await call(w.client, 'theme.discard', { ...w.on(), theme: steady, reason: 'A topic only' });
  const after = await map();
  expect(after.themes.map(theme => theme.id)).toEqual([known]);
  expect(after.relations).toEqual([]);
});

test('the filter of the study holds for the map as well, beside its own, and is told in words', async () => {
  const whole = await map();
  const [first] = whole.sources;
  const outside = await map({ within: { sources: [] } });
  expect(whole.themes.map(theme => theme.extracts)).not.toEqual([0, 0]);
  expect(outside.themes.map(theme => theme.extracts)).toEqual([0, 0]);
  expect(outside.sources).toEqual([]);
  const inside = await map({ within: { sources: [first!.id] }, statuses: ['candidate'] });
  expect(inside.themes.map(theme => theme.extracts)).toEqual(whole.themes.map(theme => theme.extracts));
  expect(inside.sources.map(source => source.id)).toEqual([first!.id]);
  expect(inside.filter).toBe(`${first!.title}; candidate themes`);
  expect((await map({ within: {} })).filter).toBeNull();
  const one = await map({ within: { themes: [known] } });
  expect(one.themes.map(theme => theme.id)).toEqual([known]);
});

test('a view leaves the study in every format, with the same bytes each time', async () => {
  for (const view of ['map', 'flow', 'grid'] as const) {
    for (const format of ['svg', 'png', 'pdf', 'html', 'json'] as const) {
      const one = await call(w.client, 'map.export', { ...w.on(), view, format });
      const two = await call(w.client, 'map.export', { ...w.on(), view, format });
      expect(one.fileName.endsWith(`.${format}`)).toBe(true);
      expect(one.items).toBe(2);
      expect(Buffer.from(two.bytes!).equals(Buffer.from(one.bytes!))).toBe(true);
    }
  }
});

test('the page takes quotes along, with their attribution', async () => {
  const page = await call(w.client, 'map.export', { ...w.on(), view: 'map', format: 'html' });
  const html = new TextDecoder().decode(page.bytes!);
  expect(html).toContain('I trust Sal.');
  expect(html).toContain('Known first.');
});

test('a filter narrows the map and the picture, and refuses to draw nothing', async () => {
  expect((await map({ outcomes: [5] })).themes.map(theme => theme.id)).toEqual([known]);
  expect((await map({ least: 1 })).themes.map(theme => theme.id)).toEqual([known]);
  const refused = await refusal(w.client, 'map.export', {
    ...w.on(),
    format: 'svg',
    filter: { groups: ['Staff'], least: 1 },
  });
  expect(refused).toMatchObject({ code: 'nothing-to-export' });
  expect(refused.message).toContain('only Staff; themes with 1 source or more');
});

describe('letters that the fonts of a picture lack', () => {
  const unset = async (format: 'pdf' | 'png' | 'svg' | 'html') =>
    (await call(w.client, 'map.export', { ...w.on(), view: 'grid', format })).unset;

  test('are named with the file that shows boxes for them, and not where letters are left to the reader', async () => {
    expect(await unset('pdf')).toBe('');
    await call(w.client, 'theme.update', { ...w.on(), theme: steady, name: 'الثقة – “łódź” naïve' });
    expect(await unset('pdf')).toBe('الثقة');
    expect(await unset('png')).toBe('الثقة');
    expect(await unset('svg')).toBe('');
    expect(await unset('html')).toBe('');
  });
});
