import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText, secondText } from '../../contract/material.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const names = async () => (await w.codes()).map(code => code.name);
const undo = () => call(w.client, 'history.undo', w.on());
const move = (codes: readonly CodeId[], parent: CodeId | null, before?: CodeId | null) =>
  call(w.client, 'code.move', { ...w.on(), codes: [...codes], parent, before });

describe('the tree of codes', () => {
  test('lists codes depth first, in the order of their places', async () => {
    const a = await w.code('A');
    const b = await w.code('B');
    await w.code('A1', a.id);
    await w.code('B1', b.id);
    const a2 = await w.code('A2', a.id);
    await w.code('A2x', a2.id);
    expect(await names()).toEqual(['A', 'A1', 'A2', 'A2x', 'B', 'B1']);
    expect((await w.codes()).map(code => code.parent)).toEqual([null, a.id, a.id, a2.id, null, b.id]);
  });

  test('moves several codes before a sibling, or to the end, and undo puts them back', async () => {
    const [a, b, c, d] = [await w.code('A'), await w.code('B'), await w.code('C'), await w.code('D')];
    await move([d.id, c.id], null, a.id);
    expect(await names()).toEqual(['D', 'C', 'A', 'B']);
    await move([a.id], b.id);
    expect(await names()).toEqual(['D', 'C', 'B', 'A']);
    await move([d.id], null);
    expect(await names()).toEqual(['C', 'B', 'A', 'D']);
    for (let time = 0; time < 3; time++) await undo();
    expect(await names()).toEqual(['A', 'B', 'C', 'D']);
  });

  test('keeps the order through hundreds of moves to one place', async () => {
    const all: CodeId[] = [];
    for (let n = 0; n < 5; n++) all.push((await w.code(`C${n}`)).id);
    let expected = ['C0', 'C1', 'C2', 'C3', 'C4'];
    for (let time = 0; time < 120; time++) {
      const [from, to] = [(time % 4) + 1, 1 + ((time * 3) % 4)];
      if (from === to) continue;
      await move([all[from]!], null, all[to]!);
      expected = expected.filter(name => name !== `C${from}`);
      expected.splice(expected.indexOf(`C${to}`), 0, `C${from}`);
    }
    expect(await names()).toEqual(expected);
  });

  test('takes a code along with its parent', async () => {
    const [a, b] = [await w.code('A'), await w.code('B')];
    const child = await w.code('A1', a.id);
    await move([child.id, a.id], b.id);
    expect((await w.codes()).map(code => [code.name, code.parent])).toEqual([
      ['B', null],
      ['A', b.id],
      ['A1', a.id],
    ]);
  });

  test('refuses a ring, in words, and changes nothing', async () => {
    const a = await w.code('A');
    const b = await w.code('B', a.id);
    const c = await w.code('C', b.id);
    const error = await w.refused('code.move', { codes: [a.id], parent: c.id });
    expect(error).toMatchObject({ code: 'refused' });
    expect(error.message).toContain("“A” can't go under “C”, which stands under it");
    expect((await w.refused('code.move', { codes: [a.id], parent: a.id })).message).toContain('under itself');
    expect(await names()).toEqual(['A', 'B', 'C']);
  });

  test('moves the children of a removed code to its place', async () => {
    const [a, b] = [await w.code('A'), await w.code('B')];
    await w.code('Z');
    await w.code('B1', b.id);
    await w.code('B2', b.id);
    await call(w.client, 'code.remove', { ...w.on(), code: b.id });
    expect(await names()).toEqual(['A', 'B1', 'B2', 'Z']);
    expect((await w.codes()).every(code => code.parent === null)).toBe(true);
    await undo();
    expect(await names()).toEqual(['A', 'B', 'B1', 'B2', 'Z']);
    expect(a.parent).toBeNull();
  });
});

describe('what is known of a code', () => {
  test('is changed field by field', async () => {
    const made = await call(w.client, 'code.create', { ...w.on(), name: 'Trust', inclusion: 'if said', hue: 7 });
    expect(made).toMatchObject({
      inclusion: 'if said',
      exclusion: '',
      example: '',
      hue: 7,
      retired: false,
      favourite: null,
      participants: 0,
      parent: null,
    });
    await call(w.client, 'code.update', { ...w.on(), code: made.id, exclusion: 'not hope', hue: 3 });
    expect((await w.codes())[0]).toMatchObject({ name: 'Trust', inclusion: 'if said', exclusion: 'not hope', hue: 3 });
    await call(w.client, 'code.update', { ...w.on(), code: made.id, name: 'Faith' });
    const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    expect(entry?.summary).toBe('Renamed the code “Trust” to “Faith”');
    expect(await w.refused('code.update', { code: made.id, hue: 13 })).toMatchObject({ code: 'invalid-input' });
  });

  test('counts extracts, sources and people, without interviewers', async () => {
    const one = await w.source(interviewText, { participant: 'CYP1', kind: 'interview' });
    const two = await w.source(secondText);
    const trust = await w.code('Trust');
    const other = await w.code('Other');
    await w.mark(one, 'I trust Sal', [trust.id, other.id]);
    await w.mark(one, 'I turn up', [trust.id]);
    await w.mark(two, 'They argue less', [trust.id]);
    await w.mark(one, 'And was it?', [other.id]);
    expect(await w.codes()).toMatchObject([
      { name: 'Trust', extracts: 3, sources: 2, participants: 2 },
      { name: 'Other', extracts: 2, sources: 1, participants: 1 },
    ]);
  });

  test('a number key belongs to one code', async () => {
    const [a, b] = [await w.code('A'), await w.code('B')];
    await call(w.client, 'code.favourite', { ...w.on(), code: a.id, place: 1 });
    await call(w.client, 'code.favourite', { ...w.on(), code: b.id, place: 1 });
    expect((await w.codes()).map(code => code.favourite)).toEqual([null, 1]);
    await undo();
    expect((await w.codes()).map(code => code.favourite)).toEqual([1, null]);
  });

  test('codes are retired together and come back', async () => {
    const [a, b] = [await w.code('A'), await w.code('B')];
    await call(w.client, 'code.retire', { ...w.on(), codes: [a.id, b.id], retired: true, reason: 'too wide' });
    expect((await w.codes()).map(code => code.retired)).toEqual([true, true]);
    const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    expect(entry).toMatchObject({ summary: 'Retired “A”, “B”', reason: 'too wide' });
    await call(w.client, 'code.retire', { ...w.on(), codes: [a.id], retired: false });
    expect((await w.codes()).map(code => code.retired)).toEqual([false, true]);
  });
});

describe('merging codes', () => {
  test('moves codings, folds doubles into the older, keeps themes and children', async () => {
    const source = await w.source(interviewText);
    const [into, from, third] = [await w.code('Trust'), await w.code('Faith'), await w.code('Belief')];
    const child = await w.code('Faith in Sal', from.id);
    const older = await w.mark(source, 'I trust Sal', [from.id]);
    await w.mark(source, 'I trust Sal', [into.id]);
    await w.mark(source, 'I turn up', [from.id]);
    await w.mark(source, 'I turn up', [third.id]);
    const theme = await call(w.client, 'theme.create', { ...w.on(), name: 'People', codes: [from.id, third.id] });
    const input = { ...w.on(), from: [from.id, third.id], into: into.id };
    expect(await call(w.client, 'code.mergePreview', input)).toEqual({ moved: 1, doubles: 2, themes: ['People'] });
    expect(await call(w.client, 'code.merge', { ...input, reason: 'same' })).toEqual({ moved: 1, doubles: 2 });
    const { codings } = await w.read(source);
    expect(codings.map(coding => [coding.quoted, coding.code])).toEqual([
      ['I trust Sal', into.id],
      ['I turn up', into.id],
    ]);
    expect(codings[0]?.id).toBe(older);
    const [kept, below] = await w.codes();
    expect(kept).toMatchObject({ id: into.id, themes: [theme.id], extracts: 2 });
    expect(below).toMatchObject({ id: child.id, parent: into.id });
    await undo();
    expect((await w.read(source)).codings).toHaveLength(4);
    expect(await names()).toEqual(['Trust', 'Faith', 'Faith in Sal', 'Belief']);
  });

  test('keeps a code that stood under one that goes', async () => {
    const a = await w.code('A');
    const b = await w.code('B', a.id);
    const c = await w.code('C', b.id);
    await w.code('A2', a.id);
    await call(w.client, 'code.merge', { ...w.on(), from: [a.id, b.id], into: c.id });
    expect((await w.codes()).map(code => [code.name, code.parent])).toEqual([
      ['C', null],
      ['A2', c.id],
    ]);
    await undo();
    expect(await names()).toEqual(['A', 'B', 'C', 'A2']);
  });

  test('is refused into itself', async () => {
    const a = await w.code('A');
    expect(await w.refused('code.merge', { from: [a.id], into: a.id })).toMatchObject({ code: 'refused' });
  });
});

describe('near-duplicates', () => {
  test('are found by name and by what they stand on', async () => {
    const source = await w.source(interviewText);
    const [a, b, c, d] = [
      await w.code('Being trusted'),
      await w.code('being Trusted!'),
      await w.code('Workers'),
      await w.code('Craft'),
    ];
    await w.code('Phase 1 talk');
    await w.code('Phase 2 talk');
    await w.mark(source, 'how to measure twice and cut once', [c.id]);
    await w.mark(source, 'me how to measure twice and cut once', [d.id]);
    const pairs = await call(w.client, 'code.similar', w.on());
    expect(pairs).toHaveLength(2);
    expect(pairs[0]).toMatchObject({ by: 'name', score: 1 });
    expect([pairs[0]?.a, pairs[0]?.b].sort()).toEqual([a.id, b.id].sort());
    expect(pairs[1]).toMatchObject({ by: 'extracts' });
    expect(pairs[1]?.score).toBeCloseTo(33 / 36);
  });
});
