import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaksIn } from '../../builders/leaks.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
  await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour' });
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

type Entries = readonly { readonly label: string; readonly terms: string[] }[];
const redact = (...entries: Entries) =>
  call(w.client, 'replacement.apply', { ...w.on(), entries: [...entries], keep: 'key' });
const find = (...terms: string[]) => call(w.client, 'replacement.find', { ...w.on(), terms });
const copyPath = () => join(w.path, '..', 'copy.ninefold');
const copy = (more: object = {}) => call(w.client, 'study.copy', { ...w.on(), path: copyPath(), ...more });
const talk = (words: string) => `Interviewer: Who?\n\nCYP1: ${words}\n`;
const sources = () => call(w.client, 'source.list', w.on());
const person = { label: '[young person]', terms: ['Kezia', 'Brannigan'] };

describe('names of files and what people are called', () => {
  test.each(['Interview_Kezia_2.txt', 'Kezia_Brannigan.txt', 'KeziaInterview.txt', 'kezia-07.txt', '02Brannigan.txt'])(
    '%s keeps no name, nor does the journal or a copy',
    async name => {
      await w.source(talk('Kezia came.'), {}, name);
      await redact(person);
      expect((await sources())[0]).toMatchObject({ fileName: expect.stringContaining('[young person]') });
      expect(leaksIn(w.path, ['Kezia', 'Brannigan'])).toEqual([]);
      expect(await copy()).toMatchObject({ checkedFor: 2, left: [] });
      expect(leaksIn(copyPath(), ['Kezia', 'Brannigan'])).toEqual([]);
    },
  );

  test('a name written as one with another word is told, and replaced once it is of the table', async () => {
    await w.source(talk('Kezia came.'), {}, 'keziainterview.txt');
    expect((await find('Kezia')).doubtful).toMatchObject([
      { where: 'what is known of a source', found: 'keziainterview' },
      { where: 'what is known of a source', found: 'keziainterview' },
    ]);
    await redact(person);
    expect((await copy()).left).toEqual([
      { where: 'what is known of a source', found: 'keziainterview', label: '[young person]', count: 2 },
    ]);
    await redact({ label: '[young person]', terms: ['keziainterview'] });
    expect((await sources())[0]).toMatchObject({ fileName: '[young person].txt' });
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
  });

  test('groups, participants and speakers', async () => {
    await w.source(talk('Thornwick helped.'), { group: 'Thornwick_B' });
    await redact({ label: '[school]', terms: ['Thornwick'] });
    expect((await sources())[0]).toMatchObject({ group: '[school]_B' });
    expect(leaksIn(w.path, ['Thornwick'])).toEqual([]);
  });
});

describe('notes', () => {
  test('an unsure word is told with what stands around it, and told again by a copy', async () => {
    await w.source(talk('Will came.'), {}, 'one.txt');
    await w.code('Will you trust');
    await call(w.client, 'memo.create', {
      ...w.on(),
      about: { kind: 'journal' },
      title: 'Who will come',
      body: 'Then Will-Anne came.',
    });
    const { notes, doubtful } = await find('Will');
    expect(notes).toEqual([]);
    expect(doubtful).toMatchObject([
      { where: 'a code', found: 'Will', after: ' you trust' },
      { where: 'a memo', found: 'Will', before: 'Then ', after: '-Anne came.' },
    ]);
    await redact({ label: '[brother]', terms: ['Will'] });
    expect((await copy()).left).toEqual([
      { where: 'a code', found: 'Will', label: '[brother]', count: 1 },
      { where: 'a memo', found: 'Will', label: '[brother]', count: 1 },
    ]);
  });

  test('what is not sure in a transcript is told by a copy, too', async () => {
    await w.source(talk('Brannigan came with Brannigan-Holt and Brannigan-Holt.'), {}, 'one.txt');
    await redact({ label: '[mentor]', terms: ['Brannigan'] });
    expect((await copy()).left).toEqual([{ where: '“one”', found: 'Brannigan', label: '[mentor]', count: 2 }]);
  });

  test('templates of attributions, kinds of sensitive matter, and JSON of any white space', async () => {
    const source = await w.source(
      'Title: One\nAttendees: Kezia\tOyelaran\nDate: 1 May\n---\n\nInterviewer: Who?\n\nCYP1: Oyelaran of Thornwick did.\n',
      {},
      'one.txt',
    );
    await call(w.client, 'style.save', {
      ...w.on(),
      kind: 'attribution',
      name: 'Ours',
      template: '{method} at Thornwick{phase|", Thornwick"}',
    });
    const { text } = await w.read(source);
    await call(w.client, 'sensitive.mark', {
      ...w.on(),
      extract: { source, start: 0, end: text.length },
      kind: 'The Thornwick riot',
    });
    await redact({ label: '[mentor]', terms: ['Oyelaran'] }, { label: '[school]', terms: ['Thornwick'] });
    expect(leaksIn(w.path, ['Oyelaran', 'Thornwick'])).toEqual([]);
    const [style] = (await call(w.client, 'style.list', w.on())).filter(one => one.kind === 'attribution');
    expect(style).toMatchObject({ template: '{method} at {"[school]"}{phase|", [school]"}' });
  });

  test('the words of a memo that are gone from the text', async () => {
    const source = await w.source(talk('Kezia helped me. And then it was over.'), {}, 'one.txt');
    await w.source(talk('Kezia came.'), {}, 'two.txt');
    const read = await w.read(source);
    const at = read.text.indexOf('Kezia helped me');
    await call(w.client, 'memo.create', {
      ...w.on(),
      about: { kind: 'extract', source, start: at, end: at + 15 },
      title: 'Help',
      body: '',
    });
    const [first] = read.turns;
    const turns = [{ turn: first!.id, speaker: first!.speaker, text: read.text.slice(first!.start, first!.end) }];
    await call(w.client, 'source.edit', { ...w.on(), source, turns });
    await redact(person);
    expect(await call(w.client, 'memo.list', w.on())).toMatchObject([{ quoted: '[young person] helped me' }]);
    expect(leaksIn(w.path, ['Kezia'])).toEqual([]);
  });
});

describe('a copy while the key is closed', () => {
  test('is refused while words were replaced, unless it is wanted unchecked', async () => {
    await w.source(talk('Kezia came.'), {}, 'one.txt');
    await redact(person);
    await call(w.client, 'key.close', w.on());
    expect(await w.refused('study.copy', { path: copyPath() })).toMatchObject({ code: 'key-needed' });
    expect(existsSync(copyPath())).toBe(false);
    expect(await copy({ unchecked: true })).toMatchObject({ checkedFor: null, left: [] });
  });

  test('is made where nothing was replaced', async () => {
    await call(w.client, 'key.close', w.on());
    expect(await copy()).toMatchObject({ checkedFor: null });
  });
});

describe('labels', () => {
  beforeEach(() => w.source(talk('Kezia came with Grace.'), {}, 'one.txt'));

  test.each(['[kezia]', '[friend of kezia]', '[kezia_b]', '[O’Kezia]', '[Kezia-Ann]', '[keziafriend]', '[grace]'])(
    '%s names somebody',
    async label => {
      const entries = [{ label, terms: ['Kezia', 'Grace'] }];
      expect(await w.refused('replacement.apply', { entries, keep: 'key' })).toMatchObject({ code: 'label-names' });
    },
  );

  test('an everyday word names nobody', async () => {
    await redact({ label: '[friend, by grace]', terms: ['Grace'] });
    expect((await w.read((await sources())[0]!.id)).text).toContain('Kezia came with [friend, by grace].');
  });

  test('one name has one label, in any capitals, unless its places are ticked', async () => {
    const two = [
      { label: '[a]', terms: ['Kezia'] },
      { label: '[b]', terms: ['kezia'] },
    ];
    const refused = { code: 'invalid-input' };
    expect(await w.refused('replacement.apply', { entries: two, keep: 'key' })).toMatchObject(refused);
    await redact(two[0]!);
    const other = await w.source(talk('Another Kezia came.'), {}, 'two.txt');
    expect(await w.refused('replacement.apply', { entries: [two[1]], keep: 'key' })).toMatchObject(refused);
    const start = (await w.read(other)).text.indexOf('Kezia');
    const places = [{ source: other, start, end: start + 5, words: 'Kezia' }];
    await call(w.client, 'replacement.apply', {
      ...w.on(),
      entries: [{ label: '[c]', terms: ['Kezia'], places }],
      keep: 'key',
    });
    expect((await w.read(other)).text).toContain('Another [c] came.');
    await redact(two[0]!);
  });
});
