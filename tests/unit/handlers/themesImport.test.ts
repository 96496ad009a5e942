import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { utf8 } from '../../contract/material.ts';

let work: Workspace;
beforeEach(async () => {
  work = await newWorkspace();
  await work.code('Trust');
  await work.code('Fear');
});
afterEach(() => work.close());

const take = (text: string, name = 'themes.csv') =>
  call(work.client, 'theme.import', { ...work.on(), file: { name, bytes: utf8(text) } });
const themes = () => call(work.client, 'theme.list', work.on());

it('makes and changes themes by name, with codes, outcomes, parents and a reason for their status', async () => {
  const rows = await take(
    'name,concept,scope,is not,status,codes,outcomes,parent,role\nRely,Someone stays,All,None,reviewed,Trust; Fear,4;3,Wide,pull\nWide,,,,,,,,\n',
  );
  expect(rows.map(row => row.status)).toEqual(['made', 'made']);
  const [rely, wide] = await themes();
  const codes = await work.codes();
  const { outcomes } = await call(work.client, 'framework.get', work.on());
  expect(rely).toMatchObject({
    concept: 'Someone stays',
    definition: 'All',
    isNot: 'None',
    status: 'reviewed',
    statusReason: 'As themes.csv has it',
    codes: codes.map(code => code.id),
    outcomes: [outcomes[3]!.id, outcomes[2]!.id],
    parent: wide!.id,
    role: 'pull',
  });
  const again = await take('name,concept,parent\nRely,Somebody stays,\nWide,,\n');
  expect(again.map(row => [row.status, row.message])).toEqual([
    ['changed', 'Changed: concept, place.'],
    ['same', ''],
  ]);
  expect((await themes())[0]).toMatchObject({ concept: 'Somebody stays', parent: null, isNot: 'None', role: 'pull' });
  await call(work.client, 'history.undo', work.on());
  expect((await themes())[0]).toEqual(rely);
});

it('leaves out rows that name what is not there, and says which and why', async () => {
  const { id } = await call(work.client, 'theme.create', { ...work.on(), name: 'Old' });
  await call(work.client, 'theme.discard', { ...work.on(), theme: id, reason: 'Empty.' });
  const rows = await take(
    [
      'name,status,codes,outcomes,parent',
      'A,,Trust; Hope,,',
      'B,,,4; 12,',
      'C,done,,,',
      'D,,,,Nowhere',
      ',,,,',
      'Old,,,,',
      'E,,,four,',
      'F,,,,G',
      'G,,,,F',
      'F,,,,',
    ].join('\n'),
  );
  expect(rows.map(row => [row.row, row.name, row.status])).toEqual([
    [2, 'A', 'rejected'],
    [3, 'B', 'rejected'],
    [4, 'C', 'rejected'],
    [5, 'D', 'rejected'],
    [6, 'Old', 'rejected'],
    [7, 'E', 'rejected'],
    [8, 'F', 'made'],
    [9, 'G', 'made'],
    [10, 'F', 'rejected'],
  ]);
  const messages = rows.map(row => row.message);
  expect(messages[0]).toBe('There is no code “Hope” in this study.');
  expect(messages[1]).toContain('There is no outcome 12');
  expect(messages[2]).toContain('candidate, reviewed, defined');
  expect(messages[3]).toContain('“Nowhere”');
  expect(messages[4]).toContain('has been discarded');
  expect(messages[7]).toContain('It was left where it is');
  expect(messages[8]).toContain('twice');
  const [f, g] = await themes();
  expect([f!.parent, g!.parent]).toEqual([g!.id, null]);
  expect(await work.check()).toEqual([]);
});

it('takes JSON as the command line prints it, and refuses what is neither', async () => {
  const entry = { name: 'Rely', status: 'candidate', codes: ['Trust'], outcomes: [2], evidence: { extracts: 9 } };
  expect(await take(JSON.stringify([entry, { name: 'Two', codes: 'Trust' }]), 't.json')).toMatchObject([
    { row: 1, status: 'made' },
    { row: 2, status: 'rejected', message: 'Its codes should be a list of names of codes.' },
  ]);
  const refused = (text: string) => work.refused('theme.import', { file: { name: 't.json', bytes: utf8(text) } });
  expect(await refused('[{]')).toMatchObject({ code: 'csv-broken', message: expect.stringContaining('not JSON') });
  expect(await refused('{"a": 1}')).toMatchObject({ code: 'csv-broken' });
  expect(await refused('code,theme\nx,y\n')).toMatchObject({ code: 'csv-columns' });
  expect(await themes()).toHaveLength(1);
});
