import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText, secondText } from '../../contract/material.ts';

let w: Workspace;
let trust: Code;
let hope: Code;
let one: SourceId;
let two: SourceId;
beforeEach(async () => {
  w = await newWorkspace();
  [trust, hope] = [await w.code('Trust'), await w.code('=Hope')];
  one = await w.source(interviewText, { group: 'CYP', phase: 2, participant: 'CYP1', kind: 'interview' });
  two = await w.source(secondText, { group: 'Staff', phase: 1 });
  await w.mark(one, 'Sal showed me how to measure twice', [trust.id]);
  await w.mark(one, 'measure twice', [hope.id]);
  await w.mark(two, 'They argue less', [trust.id]);
});
afterEach(() => w.close());

const people = () => call(w.client, 'people.list', w.on());

describe('the filter of the study', () => {
  test('narrows the extracts of a code by source, person, coder and theme', async () => {
    const total = async (filter: object) =>
      (await call(w.client, 'extract.page', { ...w.on(), code: trust.id, group: 'none', filter, offset: 0, limit: 10 }))
        .total;
    const { participants } = await people();
    const theme = await call(w.client, 'theme.create', { ...w.on(), name: 'Hoping', codes: [hope.id] });
    const [coder] = await call(w.client, 'study.coders', w.on());
    expect(await total({})).toBe(2);
    expect(await total({ groups: ['CYP'] })).toBe(1);
    expect(await total({ phases: [1, 2] })).toBe(2);
    expect(
      await total({ participants: participants.filter(person => person.label === 'CYP1').map(({ id }) => id) }),
    ).toBe(1);
    expect(await total({ coders: [coder!.id] })).toBe(2);
    expect(await total({ coders: [one] })).toBe(0);
    expect(await total({ themes: [theme.id] })).toBe(0);
  });

  test('narrows the sources, and by people to those in which they speak', async () => {
    const within = (filter: object) => call(w.client, 'source.within', { ...w.on(), filter });
    const { participants } = await people();
    const attribute = await call(w.client, 'attribute.create', { ...w.on(), name: 'Months', kind: 'number' });
    const person = participants.find(found => found.label === 'CYP1')!;
    await call(w.client, 'people.setValue', {
      ...w.on(),
      participant: person.id,
      attribute: attribute.id,
      value: '3',
    });
    const months = (...values: string[]) => within({ attributes: [{ attribute: attribute.id, values }] });
    expect(await within({})).toEqual([one, two]);
    expect(await within({ kinds: ['interview'], groups: ['CYP'] })).toEqual([one]);
    expect(await within({ participants: [person.id] })).toEqual([one]);
    expect(await months('3')).toEqual([one]);
    expect(await months('')).toEqual([two]);
    expect(await months('9')).toEqual([]);
  });

  test('is named in quotes that leave, and in the name of their file', async () => {
    const filter = { within: { groups: ['CYP'] } };
    const { fileName, items } = await call(w.client, 'quote.export', { ...w.on(), filter, format: 'json' });
    expect([fileName, items]).toEqual(['Harbour study - quotes, filtered.json', 2]);
    const open = await call(w.client, 'quote.export', { ...w.on(), filter: { within: {} }, format: 'json' });
    expect([open.fileName, open.items]).toEqual(['Harbour study - quotes.json', 3]);
  });
});

describe('codes together', () => {
  const places = (relation: 'overlap' | 'inside' | 'around' | 'near', a: Code, b: Code) =>
    call(w.client, 'analysis.places', { ...w.on(), a: a.id, b: b.id, relation, near: 5, offset: 0, limit: 10 });

  test('each place gives one extract of either code, in the order asked for', async () => {
    const { total, places: found } = await places('around', trust, hope);
    expect(total).toBe(1);
    expect(found[0]).toMatchObject({
      a: { text: 'Sal showed me how to measure twice', source: one, speaker: 'Robin' },
      b: { text: 'measure twice', codes: [hope.id] },
    });
    expect((await places('inside', trust, hope)).total).toBe(0);
    expect((await places('inside', hope, trust)).total).toBe(1);
    expect((await places('near', hope, trust)).total).toBe(0);
  });

  test('a code that is gone is refused by name', async () => {
    await call(w.client, 'code.remove', { ...w.on(), code: hope.id });
    const error = await w.refused('analysis.places', {
      a: trust.id,
      b: hope.id,
      relation: 'overlap',
      offset: 0,
      limit: 1,
    });
    expect(error).toMatchObject({ code: 'not-found' });
  });
});

test('a matrix leaves as a table with its totals, safe for spreadsheets', async () => {
  const asked = { rows: 'codes', columns: 'group', count: 'extracts', format: 'csv' } as const;
  const { bytes, fileName, items } = await call(w.client, 'analysis.export', { ...w.on(), ...asked });
  expect([fileName, items]).toEqual(['Harbour study - codes by group, extracts.csv', 2]);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes!);
  expect(text).toBe("\uFEFFCode,CYP,Staff,All\r\nTrust,1,1,2\r\n'=Hope,1,0,1\r\nAll,2,1,3\r\n");
  const filtered = await call(w.client, 'analysis.export', { ...w.on(), ...asked, filter: { groups: ['CYP'] } });
  expect(filtered.fileName).toBe('Harbour study - codes by group, extracts, filtered.csv');
});
