import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Methods } from '../../../shared/api/methods.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';
import { interviewText, secondText } from '../../contract/material.ts';

let w: Workspace;
let source: SourceId;
beforeEach(async () => {
  w = await newWorkspace();
  source = await w.source(interviewText);
});
afterEach(() => w.close());

type Input = z.output<Methods['autocode.find']['input']>;
const find = (look: Input['look'], rest: Partial<Input> = {}) =>
  call(w.client, 'autocode.find', { ...w.on(), look, mark: 'match', ...rest });
const texts = async (look: Input['look'], rest: Partial<Input> = {}) =>
  (await find(look, rest)).hits.map(hit => hit.text);

describe('autocoding by words', () => {
  test('finds whole words in any case and spelling, outside interviewers’ turns', async () => {
    await w.source(
      'Interviewer: Where?\nSal: The café. A CAFE, cafes; the Café’s owner said cafe\u0301.\nInterviewer: So?\nSal: Yes.',
    );
    expect(await texts({ kind: 'words', text: 'cafe sal' })).toEqual([
      'Sal',
      'Sal',
      'café',
      'CAFE',
      'Café',
      'cafe\u0301',
    ]);
    expect(await texts({ kind: 'words', text: 'Café', caseMatters: true })).toEqual(['Café']);
    expect(await texts({ kind: 'words', text: 'different' })).toEqual([]);
    expect(await texts({ kind: 'words', text: 'different' }, { interviewers: true })).toEqual(['different']);
  });

  test('finds phrases over any white space and apostrophe', async () => {
    await w.source("Sal: I don't\n   know. I don’t know!");
    expect(await texts({ kind: 'phrase', text: "don't know" })).toEqual(["don't\n   know", 'don’t know']);
    expect(await texts({ kind: 'phrase', text: 'to be honest.' })).toEqual(['to be honest.']);
  });

  test('gives context, place and attribution', async () => {
    const { hits, total, cut } = await find({ kind: 'words', text: 'sal' }, { limit: 1 });
    expect({ total, cut, count: hits.length }).toEqual({ total: 2, cut: true, count: 1 });
    const { text } = await w.read(source);
    const hit = hits[0]!;
    expect(text.slice(hit.start, hit.end)).toBe(hit.text);
    expect(text).toContain(`${hit.before}${hit.text}${hit.after}`);
    expect(hit.turn).toBe(4);
  });

  test('widens to sentences and turns, each once', async () => {
    expect(await texts({ kind: 'words', text: 'Sal we boat' }, { mark: 'sentence' })).toEqual([
      'We built a rowing boat from nothing, and Sal showed me how to measure twice and cut once.',
      'I trust Sal.',
    ]);
    expect(await texts({ kind: 'words', text: 'Sal we boat' }, { mark: 'turn' })).toHaveLength(1);
  });

  test('looks in the sources and speakers chosen', async () => {
    const other = await w.source(secondText);
    expect(
      (await find({ kind: 'words', text: 'they the' }, { sources: [other] })).hits.every(hit => hit.source === other),
    ).toBe(true);
    expect(await texts({ kind: 'words', text: 'the' }, { speakers: ['Robin'] })).toEqual([]);
    expect(await texts({ kind: 'words', text: 'they' }, { speakers: ['Sal'] })).toEqual(['They', 'they']);
    expect((await find({ kind: 'words', text: 'they' }, { sources: [] })).total).toBe(0);
  });
});

describe('autocoding by regular expression', () => {
  test('works turn by turn', async () => {
    expect(await texts({ kind: 'regex', text: '^I \\w+' })).toEqual(['I turn']);
    expect(await texts({ kind: 'regex', text: 'x*' })).toEqual([]);
    expect(await texts({ kind: 'regex', text: '\u{1F6A3}' })).toEqual(['\u{1F6A3}']);
  });

  test('says what is wrong with a broken one', async () => {
    const error = await w.refused('autocode.find', { look: { kind: 'regex', text: '(boat' }, mark: 'match' });
    expect(error.code).toBe('pattern-broken');
    expect(error.message).toContain('Unterminated group');
  });

  test('stops one that runs away, while other calls are answered', async () => {
    await w.source(`Sal: ${'a'.repeat(60)}!`);
    const runaway = w.client.raw('autocode.find', {
      ...w.on(),
      look: { kind: 'regex', text: '(a+)+$' },
      mark: 'match',
    });
    const order: string[] = [];
    await Promise.all([
      runaway.then(envelope => order.push(envelope.ok ? 'found' : envelope.error.code)),
      w.codes().then(() => order.push('codes')),
    ]);
    expect(order).toEqual(['codes', 'pattern-too-slow']);
  });
});

describe('autocoding by speaker and question', () => {
  test('gives whole turns of a speaker', async () => {
    expect(await texts({ kind: 'speakers' }, { speakers: ['Robin'] })).toHaveLength(3);
    expect((await find({ kind: 'speakers' }, { interviewers: true })).total).toBe(6);
  });

  test('gives all answers up to the next question', async () => {
    const group = await w.source('Interviewer: Who came?\nSal: I did.\nRobin: And me.\nInterviewer: Why?\nSal: Boats.');
    const { turns } = await w.read(group);
    expect(await texts({ kind: 'question', source: group, turn: turns[0]!.id })).toEqual(['I did.', 'And me.']);
    expect(await texts({ kind: 'question', source: group, turn: turns[0]!.id }, { speakers: ['Robin'] })).toEqual([
      'And me.',
    ]);
    const look = { kind: 'question', source: group, turn: turns[1]!.id };
    expect(await w.refused('autocode.find', { look, mark: 'turn' })).toMatchObject({ code: 'refused' });
  });
});
