import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Code, Transcript } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { fileOf, interviewText } from '../../contract/material.ts';

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

const turnsOf = ({ turns, text }: Transcript) =>
  turns.map(turn => ({ turn: turn.id, speaker: turn.speaker, text: text.slice(turn.start, turn.end) }));
const quoted = async () => (await w.read(source)).codings.map(coding => coding.quoted);

/** Edits the words of the source by a replacement in every turn. */
async function mend(from: string | RegExp, to: string, reason?: string) {
  const turns = turnsOf(await w.read(source)).map(turn => ({ ...turn, text: turn.text.replace(from, to) }));
  return call(w.client, 'source.edit', { ...w.on(), source, turns, reason });
}

describe('mending a transcript', () => {
  test('codings travel with their words, the changed are listed for review, undo brings all back', async () => {
    await w.mark(source, 'I trust Sal', [trust.id]);
    await w.mark(source, 'measure twice and cut once', [trust.id]);
    await w.mark(source, 'from nothing', [trust.id]);
    const before = await w.read(source);
    const { changed, lost } = await mend('measure twice and cut', 'measure three times and saw', 'misheard');
    expect(lost).toEqual([]);
    expect(changed).toHaveLength(1);
    expect(await quoted()).toEqual(['from nothing', 'measure three times and saw once', 'I trust Sal']);
    const review = await call(w.client, 'coding.toReview', { ...w.on(), source });
    expect(review).toMatchObject([
      { id: changed[0], quoted: 'measure three times and saw once', turn: 4, review: 'words-changed' },
    ]);
    await call(w.client, 'coding.review', { ...w.on(), codings: [...changed], done: true });
    expect(await call(w.client, 'coding.toReview', w.on())).toEqual([]);
    const [edit, first] = await call(w.client, 'source.revisions', { ...w.on(), source });
    expect(edit).toMatchObject({ kind: 'edit', reason: 'misheard', coder: 'Ada', words: first!.words + 1 });
    expect(first).toMatchObject({ kind: 'import', words: before.source.words });
    await call(w.client, 'history.undo', w.on());
    await call(w.client, 'history.undo', w.on());
    expect(await w.read(source)).toEqual(before);
    expect(await call(w.client, 'source.revisions', { ...w.on(), source })).toHaveLength(1);
  });

  test('a coding whose words are gone is told, removed, and brought back by undo', async () => {
    await w.mark(source, 'I trust Sal', [trust.id]);
    const { lost, changed } = await mend(' I trust Sal.', '');
    expect(changed).toEqual([]);
    expect(lost).toMatchObject([{ codeName: 'Trust', quoted: 'I trust Sal', code: trust.id }]);
    expect(await quoted()).toEqual([]);
    await call(w.client, 'history.undo', w.on());
    expect(await quoted()).toEqual(['I trust Sal']);
  });

  test('turns are split, joined, given to another speaker and put in', async () => {
    await w.mark(source, 'And was it?', [trust.id]);
    await w.mark(source, 'I trust Sal', [trust.id]);
    const { turns, speakers } = await w.read(source);
    const [asks, says] = [speakers[0]!.id, speakers[1]!.id];
    const list = turnsOf(await w.read(source));
    const fourth = list[3]!.text;
    const cut = fourth.indexOf('I trust');
    await call(w.client, 'source.edit', {
      ...w.on(),
      source,
      turns: [
        list[0]!,
        { ...list[1]!, text: `${list[1]!.text} And was it?` },
        { ...list[3]!, text: fourth.slice(0, cut) },
        { turn: null, speaker: asks, text: fourth.slice(cut) },
        { turn: null, speaker: says, text: 'Mm.' },
        ...list.slice(4),
      ],
    });
    const after = await w.read(source);
    expect(after.turns.map(turn => turn.id).slice(0, 3)).toEqual([turns[0]!.id, turns[1]!.id, turns[3]!.id]);
    expect(after.turns.map(turn => turn.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(after.turns[3]).toMatchObject({ speaker: asks });
    expect(await quoted()).toEqual(['And was it?', 'I trust Sal']);
  });

  test('refuses what is not this source’s, and an empty one, and changes nothing', async () => {
    const other = await w.source('Sal: Hello there.');
    const before = await w.read(source);
    const turns = turnsOf(before);
    const edit = (given: unknown) => w.refused('source.edit', { source, turns: given });
    expect(await edit(turnsOf(await w.read(other)))).toMatchObject({ code: 'not-found' });
    expect(await edit([turns[1], turns[0]])).toMatchObject({ code: 'invalid-input' });
    expect(await edit([turns[0], turns[0]])).toMatchObject({ code: 'invalid-input' });
    expect(await edit(turns.map(turn => ({ ...turn, text: ' ' })))).toMatchObject({ code: 'no-words' });
    expect(await w.read(source)).toEqual(before);
  });

  test('an edit that changes nothing leaves no act', async () => {
    const [before] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    await mend('no such words', '');
    expect((await call(w.client, 'history.list', { ...w.on(), limit: 1 }))[0]).toEqual(before);
  });
});

describe('a corrected transcript of the same source', () => {
  const corrected = interviewText
    .replace('I thought it would be dull, to be honest.', 'I thought it would be deadly dull.')
    .replace(' I trust Sal.', '')
    .replace('I turn up. At school', 'I turn up. I trust Sal. At school')
    .replace('Interviewer: And was it?\n', '');

  test('says where codings go, then puts them there; both files are kept', async () => {
    await w.mark(source, 'from nothing', [trust.id]);
    await w.mark(source, 'I trust Sal', [trust.id]);
    await w.mark(source, 'I thought it would be dull, to be honest', [trust.id]);
    await w.mark(source, 'And was it?', [trust.id]);
    const before = await w.read(source);
    const file = fileOf('corrected.txt', corrected.replaceAll('Robin:', 'Robyn:'));
    const preview = await call(w.client, 'source.reimportPreview', { ...w.on(), source, file });
    expect(preview).toMatchObject({
      placed: 2,
      approximate: [{ quoted: 'I thought it would be dull, to be honest', found: 'I thought it would be deadly dull' }],
      lost: [{ quoted: 'And was it?' }],
      newSpeakers: ['Robyn'],
      goneSpeakers: ['Robin'],
      turns: { before: 6, after: 5 },
    });
    expect(await w.read(source)).toEqual(before);
    await call(w.client, 'source.reimport', { ...w.on(), source, draft: preview.draft, reason: 'checked' });
    expect(await quoted()).toEqual(['I thought it would be deadly dull', 'from nothing', 'I trust Sal']);
    const after = await w.read(source);
    expect(after.source.fileName).toBe('corrected.txt');
    expect(after.speakers.map(speaker => speaker.name)).toEqual(['Interviewer', 'Robyn']);
    expect(after.turns[0]?.id).toBe(before.turns[0]?.id);
    expect(await call(w.client, 'coding.toReview', w.on())).toHaveLength(1);
    expect(await w.refused('source.reimport', { source, draft: preview.draft })).toMatchObject({ code: 'draft-gone' });
    await call(w.client, 'history.undo', w.on());
    expect(await w.read(source)).toEqual(before);
    const original = await call(w.client, 'source.original', { ...w.on(), source });
    expect(new TextDecoder().decode(original.bytes)).toBe(interviewText);
  });

  test('a file that can’t be read is refused', async () => {
    const file = fileOf('empty.txt', '');
    expect(await w.refused('source.reimportPreview', { source, file })).toMatchObject({ code: 'file-empty' });
  });
});
