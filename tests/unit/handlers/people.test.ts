import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkValue, kindOfValues } from '../../../shared/model/people.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call, refusal } from '../../contract/client.ts';
import { fileOf, interviewText } from '../../contract/material.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const people = () => call(w.client, 'people.list', w.on());
const csv = (text: string) => call(w.client, 'people.import', { ...w.on(), file: fileOf('people.csv', text) });

describe('participants', () => {
  test('are made, changed and removed; sources stay, and undo brings all of it back', async () => {
    const source = await w.source(interviewText, {}, 'interview-CYP2.txt');
    await call(w.client, 'source.update', { ...w.on(), source, facts: { participant: 'CYP2', group: 'CYP' } });
    const [person] = (await people()).participants;
    expect(person).toMatchObject({ label: 'CYP2', sources: [source], speakers: [] });
    await call(w.client, 'people.update', { ...w.on(), participant: person!.id, role: 'young person', phase: 2 });
    await call(w.client, 'people.remove', { ...w.on(), participant: person!.id });
    expect((await people()).participants).toEqual([]);
    expect(await call(w.client, 'source.list', w.on())).toMatchObject([{ id: source, participant: null }]);
    await call(w.client, 'history.undo', w.on());
    expect((await people()).participants).toMatchObject([
      { label: 'CYP2', role: 'young person', phase: 2, sources: [source] },
    ]);
  });

  test('one label is one person, whatever its case and spaces', async () => {
    await call(w.client, 'people.create', { ...w.on(), label: 'CYP 2' });
    expect(await refusal(w.client, 'people.create', { ...w.on(), label: 'cyp2' })).toMatchObject({
      code: 'name-taken',
    });
  });

  test('a speaker can be said to be a participant', async () => {
    const source = await w.source(interviewText);
    const { speakers } = await call(w.client, 'source.get', { ...w.on(), source });
    const person = await call(w.client, 'people.create', { ...w.on(), label: 'P1' });
    await call(w.client, 'speaker.bind', { ...w.on(), speaker: speakers[0]!.id, participant: person.id });
    expect((await people()).participants).toMatchObject([{ speakers: [speakers[0]!.id] }]);
  });
});

describe('attributes', () => {
  test('take values of their kind alone, in one form', async () => {
    const person = await call(w.client, 'people.create', { ...w.on(), label: 'P1' });
    const months = await call(w.client, 'attribute.create', { ...w.on(), name: 'Months', kind: 'number' });
    const set = { ...w.on(), participant: person.id, attribute: months.id };
    await call(w.client, 'people.setValue', { ...set, value: ' 4,5 ' });
    expect((await people()).participants[0]!.values[months.id]).toBe('4.5');
    const refused = await refusal(w.client, 'people.setValue', { ...set, value: 'some' });
    expect(refused).toMatchObject({ code: 'invalid-input' });
    expect(refused.message).toContain('a number');
    await call(w.client, 'people.setValue', { ...set, value: null });
    expect((await people()).participants[0]!.values).toEqual({});
  });

  test('a choice in use can’t be left out', async () => {
    const person = await call(w.client, 'people.create', { ...w.on(), label: 'P1' });
    const school = await call(w.client, 'attribute.create', {
      ...w.on(),
      name: 'School',
      kind: 'choice',
      choices: ['In school', 'Excluded'],
    });
    await call(w.client, 'people.setValue', {
      ...w.on(),
      participant: person.id,
      attribute: school.id,
      value: 'excluded',
    });
    const change = { ...w.on(), attribute: school.id, choices: ['In school'] };
    expect(await refusal(w.client, 'attribute.update', change)).toMatchObject({ code: 'refused' });
    expect((await people()).attributes[0]!.choices).toEqual(['In school', 'Excluded']);
  });
});

describe('a table of participants', () => {
  test('makes people and attributes in one act, and says what it left out', async () => {
    const rows = await csv(
      'participant,group,phase,Age,Started\nP1,CYP,1,14,01/03/2025\nP2,CYP,x,15,\n,CYP,1,9,\nP3,CYP,2,,2025-04-01\n',
    );
    expect(rows.map(row => row.status)).toEqual(['made', 'rejected', 'rejected', 'made']);
    const { participants, attributes } = await people();
    expect(attributes).toMatchObject([
      { name: 'Age', kind: 'number' },
      { name: 'Started', kind: 'date' },
    ]);
    expect(participants.map(({ label, phase }) => [label, phase])).toEqual([
      ['P1', 1],
      ['P3', 2],
    ]);
    expect(participants[0]!.values[attributes[1]!.id]).toBe('2025-03-01');
    await call(w.client, 'history.undo', w.on());
    expect(await people()).toEqual({ participants: [], attributes: [] });
  });

  test('read twice changes nothing; empty cells leave what is known', async () => {
    await csv('label,Age\nP1,14\n');
    expect((await csv('label,Age\nP1,14\n')).map(row => row.status)).toEqual(['same']);
    expect((await csv('label,Age\nP1,\n')).map(row => row.status)).toEqual(['same']);
    const wrong = await csv('label,Age\nP1,old\n');
    expect(wrong[0]!.message).toContain('not a number');
  });

  test('without a column of participants is refused', async () => {
    const input = { ...w.on(), file: fileOf('people.csv', 'age\n14\n') };
    expect(await refusal(w.client, 'people.import', input)).toMatchObject({ code: 'csv-columns' });
  });
});

describe('values', () => {
  test.each([
    ['date', '31/12/2025', '2025-12-31'],
    ['date', '1.2.2025', '2025-02-01'],
    ['date', '30/02/2025', null],
    ['number', '-3', '-3'],
    ['number', '1e5', null],
    ['yes-no', 'Y', 'yes'],
    ['yes-no', 'perhaps', null],
  ] as const)('%s “%s”', (kind, typed, kept) => {
    const checked = checkValue({ kind, choices: [] }, typed);
    expect(checked.ok ? checked.value : null).toBe(kept);
  });

  test('the narrowest kind that fits', () => {
    expect(kindOfValues(['14', '', '9'])).toBe('number');
    expect(kindOfValues(['yes', 'no'])).toBe('yes-no');
    expect(kindOfValues(['01/02/2025'])).toBe('date');
    expect(kindOfValues(['yes', '14 months'])).toBe('text');
    expect(kindOfValues([])).toBe('text');
  });
});
