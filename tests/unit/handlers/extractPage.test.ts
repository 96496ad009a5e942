import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText, secondText } from '../../contract/material.ts';

let w: Workspace;
let trust: Code;
let one: SourceId;
let two: SourceId;
beforeEach(async () => {
  w = await newWorkspace();
  trust = await w.code('Trust');
  one = await w.source(interviewText, { group: 'CYP', phase: 2, participant: 'CYP1', kind: 'interview' });
  two = await w.source(secondText, { group: 'Staff', phase: 1 });
  const hope = await w.code('Hope');
  await w.mark(one, 'I trust Sal', [trust.id, hope.id]);
  await w.mark(one, 'And was it?', [trust.id]);
  await w.mark(two, 'They argue less', [trust.id]);
  await w.mark(one, 'I turn up', [hope.id]);
});
afterEach(() => w.close());

type Group = 'source' | 'speaker' | 'group' | 'phase' | 'none';
const page = (group: Group, offset = 0, limit = 100) =>
  call(w.client, 'extract.page', { ...w.on(), code: trust.id, group, offset, limit });

describe('a page of extracts', () => {
  test('shows each stretch once, in context, with all codings on it', async () => {
    const { total, rows } = await page('none');
    expect(total).toBe(3);
    expect(rows.map(row => row.text)).toEqual(['And was it?', 'I trust Sal', 'They argue less']);
    const { text } = await w.read(one);
    const row = rows[1]!;
    expect(text).toContain(`${row.before}${row.text}${row.after}`);
    expect(row.codings.map(coding => coding.code)).toEqual(row.codes);
    expect(row).toMatchObject({ speaker: 'Robin', turn: 4, source: one, attribution: 'Interview CYP1 phase 2' });
    expect(row.codes).toHaveLength(2);
  });

  test('groups by source, speaker, group and phase', async () => {
    const groups = async (by: Group) => (await page(by)).groups.map(group => [group.label, group.count]);
    expect(await groups('source')).toEqual([
      [(await w.read(one)).source.attribution, 2],
      [(await w.read(two)).source.attribution, 1],
    ]);
    expect(await groups('speaker')).toEqual([
      ['Interviewer', 1],
      ['CYP1', 1],
      ['Sal', 1],
    ]);
    expect(await groups('group')).toEqual([
      ['CYP', 2],
      ['Staff', 1],
    ]);
    expect(await groups('phase')).toEqual([
      ['Phase 1', 1],
      ['Phase 2', 2],
    ]);
  });

  test('cuts pages across groups', async () => {
    const all = (await page('phase')).rows.map(row => row.key);
    const parts = await Promise.all([0, 1, 2, 3].map(offset => page('phase', offset, 1)));
    expect(parts.map(part => part.rows[0]?.key)).toEqual([...all, undefined]);
    expect(parts.every(part => part.total === 3)).toBe(true);
    expect(parts[1]?.rows[0]?.group).toBe('2');
  });

  test('leaves the interviewer’s words out of a theme', async () => {
    const theme = await call(w.client, 'theme.create', { ...w.on(), name: 'People', codes: [trust.id] });
    const { rows, total } = await call(w.client, 'extract.page', {
      ...w.on(),
      theme: theme.id,
      group: 'none',
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(2);
    expect(rows.map(row => row.text)).toEqual(['I trust Sal', 'They argue less']);
  });

  test('wants a code or a theme, and one that is there', async () => {
    expect(await w.refused('extract.page', { group: 'none', offset: 0, limit: 10 })).toMatchObject({
      code: 'invalid-input',
    });
    await call(w.client, 'code.remove', { ...w.on(), code: trust.id });
    expect(await w.refused('extract.page', { code: trust.id, group: 'none', offset: 0, limit: 10 })).toMatchObject({
      code: 'not-found',
    });
  });
});
