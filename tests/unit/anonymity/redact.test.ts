import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { leaksIn } from '../../builders/leaks.ts';
import { entries, interview, names, redactionActs } from '../../builders/redaction.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
let source: SourceId;
let trust: Code;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source(interview, {}, 'Kezia interview.txt');
  trust = await w.code('Trust');
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const { redact, makeKey, undo, redo } = redactionActs(() => w);
const text = async () => (await w.read(source)).text;

describe('replacing words', () => {
  test('is one act: every place in every source and note, and codings stay on their words', async () => {
    await makeKey();
    await w.mark(source, 'Mr Oyelaran does', [trust.id]);
    await w.mark(source, 'my real name', [trust.id]);
    await call(w.client, 'memo.create', {
      ...w.on(),
      about: { kind: 'journal' },
      title: 'On Kezia',
      body: 'Kezia is calm.',
    });
    const done = await redact();
    expect(done).toMatchObject({ places: 7, sources: 1, changed: [] });
    expect(await text()).toBe(
      [
        'Who helps you, [young person]?',
        "[mentor] does. [young person]’s not my real name, it's [young person]. I met [mentor] at [school].",
        '[young person] they shouted. Grace said so too. Say grace first. Kezai, some wrote.',
      ].join('\n\n'),
    );
    const { codings, source: facts } = await w.read(source);
    expect(codings.map(coding => coding.quoted)).toEqual(['[mentor] does', 'my real name']);
    expect(facts.fileName).toBe('[young person] interview.txt');
    const [memo] = await call(w.client, 'memo.list', w.on());
    expect(memo).toMatchObject({ title: 'On [young person]', body: '[young person] is calm.' });
    expect(await call(w.client, 'replacement.list', w.on())).toMatchObject([
      { label: '[mentor]', uses: 2, terms: ['Mr Oyelaran', 'Oyelaran'] },
      { label: '[school]', uses: 1 },
      { label: '[young person]', uses: 4 },
    ]);
  });

  test('leaves no word in the file that stood by itself, such as a source’s title or a code’s name', async () => {
    await w.source('Interviewer: Who?\n\nCYP2: Kezia.\n', {}, 'kezia.txt');
    await w.code('oyelaran');
    await makeKey();
    await redact();
    expect(leaksIn(w.path, names)).toEqual([]);
  });

  test('leaves no word in the file: not in the journal, the index, the original, free pages or the log', async () => {
    await w.mark(source, 'Kezia Brannigan-Holt', [trust.id]);
    await w.mark(source, 'Holt. I met', [trust.id]);
    await makeKey();
    await redact();
    expect(leaksIn(w.path, names)).toEqual([]);
    const { hits } = await call(w.client, 'search.find', { ...w.on(), text: 'oyelaran' });
    expect(hits).toEqual([]);
    await w.restart();
    expect(leaksIn(w.path, names)).toEqual([]);
  });

  test('is undone and done again with the key, also what was done before it', async () => {
    const before = await w.read(source);
    await w.mark(source, 'Kezia Brannigan-Holt', [trust.id]);
    const coded = await w.read(source);
    await makeKey();
    await redact();
    const printed = await w.read(source);
    await undo();
    expect(await w.read(source)).toEqual(coded);
    expect(await w.check()).toEqual([]);
    await redo();
    expect(await w.read(source)).toEqual(printed);
    expect(leaksIn(w.path, names)).toEqual([]);
    await undo();
    await undo();
    expect(await w.read(source)).toEqual(before);
    await redo();
    await redo();
    expect(await w.read(source)).toEqual(printed);
    expect(leaksIn(w.path, names)).toEqual([]);
  });

  test('can’t be undone while the key is closed, and says why', async () => {
    await makeKey();
    await redact();
    await call(w.client, 'key.close', w.on());
    expect(await w.refused('history.undo', {})).toMatchObject({ code: 'key-needed' });
    expect(await w.refused('source.spoken', { source })).toMatchObject({ code: 'key-needed' });
    expect(await call(w.client, 'replacement.list', w.on())).toMatchObject([
      { terms: null },
      { terms: null },
      { terms: null },
    ]);
    expect(await w.refused('key.open', { passphrase: 'loud harbour' })).toMatchObject({ code: 'passphrase-wrong' });
    await call(w.client, 'key.open', { ...w.on(), passphrase: 'quiet harbour' });
    await undo();
    expect(await text()).toContain('Mr Oyelaran does');
  });

  test('for good keeps nothing, and nothing before it can be undone', async () => {
    await w.mark(source, 'Kezia Brannigan-Holt', [trust.id]);
    await redact({ keep: 'nothing' });
    expect(leaksIn(w.path, names)).toEqual([]);
    expect(existsSync(`${w.path}-key`)).toBe(false);
    expect(await w.refused('history.undo', {})).toMatchObject({ code: 'nothing-to-undo' });
    expect((await w.read(source)).codings.map(coding => coding.quoted)).toEqual(['[young person]']);
  });

  test('a coding whose edge lies inside a name takes in the label, and is to be looked at again', async () => {
    await makeKey();
    const id = await w.mark(source, 'Holt. I met', [trust.id]);
    expect(await redact()).toMatchObject({ changed: [id] });
    expect((await w.read(source)).codings).toMatchObject([
      { quoted: '[young person]. I met', review: 'words-changed' },
    ]);
  });

  test('codings of one code that come to stand on one label become one, with both notes, and that is told', async () => {
    await makeKey();
    await w.mark(source, 'Kezia Brannigan-Holt', [trust.id]);
    await w.mark(source, 'Brannigan', [trust.id]);
    const before = (await w.read(source)).codings;
    const done = await redact();
    const { codings } = await w.read(source);
    expect(codings).toMatchObject([{ quoted: '[young person]', review: 'words-changed' }]);
    expect(done).toMatchObject({
      changed: [codings[0]!.id],
      merged: [{ codeName: 'Trust', quoted: 'Brannigan' }],
    });
    await undo();
    expect((await w.read(source)).codings).toEqual(before);
  });

  test('places that were found before the words were mended are refused', async () => {
    await makeKey();
    const { places } = await call(w.client, 'replacement.find', { ...w.on(), terms: ['Kezia'] });
    const { turns, text: before } = await w.read(source);
    const mended = turns.map(({ id, speaker, start, end }) => ({
      turn: id,
      speaker,
      text: before.slice(start, end).replace('Who helps', 'And who helped'),
    }));
    await call(w.client, 'source.edit', { ...w.on(), source, turns: mended });
    const stale = places.map(({ start, end, found }) => ({ source, start, end, words: found }));
    const refused = await w.refused('replacement.apply', {
      entries: [{ label: '[yp]', terms: ['Kezia'], places: stale }],
      keep: 'key',
    });
    expect(refused).toMatchObject({ code: 'superseded' });
    expect(refused.message).toContain('was changed after “Kezia” was found in it');
    expect(await call(w.client, 'replacement.list', w.on())).toEqual([]);
  });

  test('only the places that were ticked; a near spelling that was ticked is of the table from then on', async () => {
    await makeKey();
    const found = await call(w.client, 'replacement.find', { ...w.on(), terms: ['Kezia'], near: true });
    const near = found.places.find(place => place.how === 'near');
    expect(near).toMatchObject({ found: 'Kezai', sure: false });
    const { start, end } = near!;
    await redact({ entries: [{ ...entries[0], terms: ['Kezia'], places: [{ source, start, end, words: 'Kezai' }] }] });
    expect(await text()).toContain('[young person], some wrote');
    expect(await text()).toContain('Who helps you, Kezia?');
    expect(await call(w.client, 'replacement.list', w.on())).toMatchObject([{ uses: 1, terms: ['Kezia', 'Kezai'] }]);
  });

  test('an everyday word in lower case is offered and not replaced unasked', async () => {
    await makeKey();
    await redact({ entries: [{ label: '[friend]', terms: ['Grace'] }] });
    expect(await text()).toContain('[friend] said so too. Say grace first.');
  });

  test('refuses overlaps, labels that name, two labels for one thing, and places outside', async () => {
    await makeKey();
    const full = interview.indexOf('Kezia Brannigan-Holt') - interview.indexOf('Who');
    expect(full).toBeGreaterThan(0);
    const at = (await text()).indexOf('Kezia Brannigan-Holt');
    const words = 'Kezia Brannigan-Holt';
    const place = { source, start: at, end: at + words.length, words };
    const overlap = [
      { label: '[a]', terms: ['Kezia Brannigan-Holt'], places: [place] },
      { label: '[b]', terms: ['Holt'], places: [{ ...place, start: place.end - 4, words: 'Holt' }] },
    ];
    const refused = await w.refused('replacement.apply', { entries: overlap, keep: 'key' });
    expect(refused).toMatchObject({ code: 'invalid-input' });
    expect(refused.message).toContain('overlap at “Kezia Brannigan-Holt”');
    expect(
      await w.refused('replacement.apply', { entries: [{ label: '[Kezia’s friend]', terms: ['Kezia'] }], keep: 'key' }),
    ).toMatchObject({ code: 'label-names' });
    const two = [
      { label: '[a]', terms: ['Kezia'] },
      { label: '[b]', terms: ['Kezia'] },
    ];
    expect(await w.refused('replacement.apply', { entries: two, keep: 'key' })).toMatchObject({
      code: 'invalid-input',
    });
    const outside = [{ label: '[a]', terms: ['x'], places: [{ source, start: 5_000, end: 5_001, words: 'x' }] }];
    expect(await w.refused('replacement.apply', { entries: outside, keep: 'key' })).toMatchObject({
      code: 'superseded',
    });
    expect(await text()).toContain('Who helps you, Kezia?');
  });

  test('words are put back at one place, and a label is changed everywhere', async () => {
    await makeKey();
    await redact();
    const [first] = (await call(w.client, 'bracket.list', { ...w.on(), source })).filter(
      one => one.words === '[mentor]',
    );
    await call(w.client, 'replacement.restore', { ...w.on(), brackets: [first!.id!] });
    expect(await text()).toContain('Mr Oyelaran does');
    const mentor = first!.replacement!;
    await call(w.client, 'replacement.update', { ...w.on(), replacement: mentor, label: '[support worker]' });
    expect(await text()).toContain('I met [support worker] at [school]');
    expect(await w.refused('replacement.update', { replacement: mentor, label: '[school]' })).toMatchObject({
      code: 'name-taken',
    });
    expect(await w.refused('replacement.remove', { replacement: mentor })).toMatchObject({ code: 'refused' });
    await undo();
    await undo();
    expect(await text()).toContain('[mentor] does');
  });
});

describe('putting words back', () => {
  test('and taking that back leaves none of them in the file, and can be done again', async () => {
    await makeKey();
    await redact();
    const brackets = (await call(w.client, 'bracket.list', { ...w.on(), source })).flatMap(one => one.id ?? []);
    await call(w.client, 'replacement.restore', { ...w.on(), brackets });
    const restored = await w.read(source);
    expect(restored.text).toContain('Thornwick Academy');
    const turns = restored.turns.map(turn => ({
      turn: turn.id,
      speaker: turn.speaker,
      text: restored.text.slice(turn.start, turn.end).replace('Thornwick Academy', 'Thornwick School'),
    }));
    await call(w.client, 'source.edit', { ...w.on(), source, turns });
    const mended = await w.read(source);
    await undo();
    await undo();
    expect(leaksIn(w.path, names)).toEqual([]);
    await redo();
    await redo();
    expect(await w.read(source)).toEqual(mended);
    await undo();
    await undo();
    expect(leaksIn(w.path, names)).toEqual([]);
    await call(w.client, 'key.close', w.on());
    expect(await w.refused('history.redo', {})).toMatchObject({ code: 'key-needed' });
  });
});

describe('as spoken', () => {
  test('gives the words as they were, with codings on the same ones', async () => {
    await makeKey();
    const before = await text();
    await w.mark(source, 'I met mr oyelaran at Thornwick Academy', [trust.id]);
    await redact();
    const spoken = await call(w.client, 'source.spoken', { ...w.on(), source });
    expect(spoken.text).toBe(before);
    expect(spoken.codings).toMatchObject([{ quoted: 'I met mr oyelaran at Thornwick Academy' }]);
    expect(spoken.marks.map(mark => spoken.text.slice(mark.start, mark.end))).toContain('Thornwick Academy');
    expect(spoken.turns.map(turn => spoken.text.slice(turn.start, turn.end)).join('\n\n')).toBe(before);
  });

  test('a mended transcript keeps its labels and their words', async () => {
    await makeKey();
    await redact();
    const { turns, text: printed } = await w.read(source);
    await call(w.client, 'source.edit', {
      ...w.on(),
      source,
      turns: turns.map(turn => ({
        turn: turn.id,
        speaker: turn.speaker,
        text: printed.slice(turn.start, turn.end).replace('I met [mentor]', 'Later I met [mentor]'),
      })),
    });
    const spoken = await call(w.client, 'source.spoken', { ...w.on(), source });
    expect(spoken.text).toContain('Later I met mr oyelaran at Thornwick Academy');
  });
});

describe('the state of a source', () => {
  test('says who checked it, and that words were added since', async () => {
    expect(await call(w.client, 'name.checks', w.on())).toEqual([{ source, by: null, at: null, current: false }]);
    await makeKey();
    await call(w.client, 'name.check', { ...w.on(), source, checked: true });
    await redact();
    expect(await call(w.client, 'name.checks', w.on())).toMatchObject([{ by: 'Ada', current: true }]);
    const { turns } = await w.read(source);
    await call(w.client, 'source.edit', {
      ...w.on(),
      source,
      turns: turns.map((turn, index) => ({ turn: turn.id, speaker: turn.speaker, text: `Turn ${index} anew` })),
    });
    expect(await call(w.client, 'name.checks', w.on())).toMatchObject([{ by: 'Ada', current: false }]);
  });
});
