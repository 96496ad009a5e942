import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodingId, SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText, secondText } from '../../contract/material.ts';

let w: Workspace;
let source: SourceId;
let trust: Code;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source(interviewText);
  trust = await w.code('Trust');
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const words = async () => (await w.read(source)).codings.map(coding => coding.quoted);
const last = async () => (await call(w.client, 'history.list', { ...w.on(), limit: 1 }))[0]?.summary;

describe('coding many selections', () => {
  test('is one act, and leaves what stands there', async () => {
    const other = await w.source(secondText);
    const { text } = await w.read(source);
    await w.mark(source, 'I turn up', [trust.id]);
    const spans = ['I turn up', 'I trust Sal'].map(one => ({
      source,
      start: text.indexOf(one),
      end: text.indexOf(one) + one.length,
    }));
    const input = {
      ...w.on(),
      spans: [...spans, { source: other, start: 0, end: 4 }],
      codes: [trust.id],
      newCodes: ['Hope'],
    };
    expect(await call(w.client, 'coding.applyMany', input)).toEqual({ made: 5, already: 1 });
    expect(await last()).toBe('Coded 3 extracts as “Trust”, “Hope”');
    await call(w.client, 'history.undo', w.on());
    expect(await words()).toEqual(['I turn up']);
    expect((await w.codes()).map(code => code.name)).toEqual(['Trust']);
  });

  test('refuses all if one can’t be coded', async () => {
    const spans = [
      { source, start: 0, end: 4 },
      { source, start: 0, end: 999_999 },
    ];
    expect(await w.refused('coding.applyMany', { spans, codes: [trust.id] })).toMatchObject({
      code: 'selection-outside',
    });
    expect(await w.refused('coding.applyMany', { spans: spans.slice(0, 1), codes: [] })).toMatchObject({
      code: 'invalid-input',
    });
    expect(await words()).toEqual([]);
  });
});

describe('recoding', () => {
  test('gives codings another code, made if it is new, and folds doubles', async () => {
    const hope = await w.code('Hope');
    const ids = [
      await w.mark(source, 'I turn up', [trust.id]),
      await w.mark(source, 'I trust Sal', [trust.id]),
    ] as CodingId[];
    await w.mark(source, 'I turn up', [hope.id]);
    expect(await call(w.client, 'coding.recode', { ...w.on(), codings: ids, code: hope.id })).toEqual({
      moved: 1,
      doubles: 1,
    });
    expect(await last()).toBe('Recoded 2 extracts from “Trust” to “Hope”');
    const { codings } = await w.read(source);
    expect(codings.map(coding => [coding.quoted, coding.code])).toEqual([
      ['I trust Sal', hope.id],
      ['I turn up', hope.id],
    ]);
    expect(codings[1]?.id).toBe(ids[0]);
    await call(w.client, 'coding.recode', { ...w.on(), codings: [codings[0]!.id], newCode: 'Sal' });
    expect((await w.codes()).map(code => code.name)).toEqual(['Trust', 'Hope', 'Sal']);
    expect(await w.refused('coding.recode', { codings: ids })).toMatchObject({ code: 'invalid-input' });
  });
});

describe('the words of a coding', () => {
  test('are extended and shrunk, without outer white space', async () => {
    const coding = (await w.mark(source, 'I trust', [trust.id])) as CodingId;
    const { start } = (await w.read(source)).codings[0]!;
    await call(w.client, 'coding.resize', { ...w.on(), coding, start: start - 1, end: start + 'I trust Sal'.length });
    expect(await words()).toEqual(['I trust Sal']);
    await w.mark(source, 'Sal', [trust.id], 2);
    const at = (await w.read(source)).text.indexOf('Sal', start);
    expect(await w.refused('coding.resize', { coding, start: at, end: at + 3 })).toMatchObject({ code: 'refused' });
    expect(await w.refused('coding.resize', { coding, start: 0, end: 99_999 })).toMatchObject({
      code: 'selection-outside',
    });
    await call(w.client, 'history.undo', w.on());
    await call(w.client, 'history.undo', w.on());
    expect(await words()).toEqual(['I trust']);
  });

  test('are split in two', async () => {
    const quoted = 'showed me how to measure twice and cut once';
    const coding = (await w.mark(source, quoted, [trust.id])) as CodingId;
    const { start } = (await w.read(source)).codings[0]!;
    const parts = await call(w.client, 'coding.split', { ...w.on(), coding, at: start + quoted.indexOf(' and') });
    expect(await words()).toEqual(['showed me how to measure twice', 'and cut once']);
    expect(parts[0]).toBe(coding);
    expect((await w.read(source)).codings.map(one => one.id)).toEqual(parts);
    expect(await w.refused('coding.split', { coding, at: start })).toMatchObject({ code: 'selection-outside' });
    await call(w.client, 'history.undo', w.on());
    expect(await words()).toEqual([quoted]);
  });

  test('say in the history from how many extracts a code was removed', async () => {
    const ids = [await w.mark(source, 'I turn up', [trust.id]), await w.mark(source, 'I trust Sal', [trust.id])];
    await call(w.client, 'coding.remove', { ...w.on(), codings: ids as CodingId[] });
    expect(await last()).toBe('Removed “Trust” from 2 extracts');
    expect(await w.refused('coding.remove', { codings: ids })).toMatchObject({ code: 'not-found' });
  });
});
