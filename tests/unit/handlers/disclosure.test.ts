import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../shared/model/disclosure.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

let w: Workspace;
beforeEach(async () => {
  w = await newWorkspace();
});
afterEach(async () => {
  expect(await w.check()).toEqual([]);
  await w.close();
});

const group = `Interviewer: What has changed?

Parent 1: My son comes home on time now, and he talks.

Parent 2: We eat together. As a mother I notice.

Parent 3: It is quieter.
`;
const interview = `Interviewer: And you?

CYP1: I carried a knife for a year, and then I stopped because of the shed.
`;

/** A focus group of three and an interview, with a quote of each, both read for names. */
async function heard(): Promise<{ readonly fg: SourceId; readonly cyp1: SourceId }> {
  const { id } = await w.code('Change');
  const fg = await w.source(group, { group: 'Parent/Carer', phase: 1, kind: 'focus group' });
  const cyp1 = await w.source(interview, { group: 'CYP', participant: 'CYP1', kind: 'interview' });
  await w.mark(fg, 'My son comes home on time now, and he talks.', [id]);
  await w.mark(fg, 'As a mother I notice.', [id]);
  await w.mark(cyp1, 'I carried a knife for a year', [id]);
  for (const source of [fg, cyp1]) await call(w.client, 'name.check', { ...w.on(), source, checked: true });
  return { fg, cyp1 };
}

const check = (input: object = {}) => call(w.client, 'disclosure.check', { ...w.on(), ...input });
const kinds = async (input: object = {}): Promise<readonly FindingKind[]> =>
  (await check(input)).findings.map(one => one.kind);

async function placeOf(source: SourceId, words: string) {
  const start = (await w.read(source)).text.indexOf(words);
  return { source, start, end: start + words.length };
}

/** The interview's last words are coded and those before them marked as sensitive. */
async function beside() {
  const { id } = await w.code('After');
  const text = `Interviewer: And you?\n\nCYP1: He carried a knife to school.\n\nInterviewer: Oh.\n\nCYP1: Then it was all fine again.\n`;
  const source = await w.source(text, { kind: 'interview', participant: 'CYP1' });
  await w.mark(source, 'it was all fine again', [id]);
  const extract = await placeOf(source, 'He carried a knife');
  await call(w.client, 'sensitive.mark', { ...w.on(), extract, kind: 'weapons' });
  return { source, from: extract.start, quote: await placeOf(source, 'it was all fine again') };
}

const exported = (more: object = {}) =>
  w.client.raw('quote.export', { ...w.on(), filter: {}, format: 'docx', ...more }) as Promise<{
    readonly ok: boolean;
    readonly error: { readonly message: string };
  }>;

describe('sensitive words need their second yes', () => {
  test('also where they are printed around a quote', async () => {
    await beside();
    expect(await exported({ context: 1 })).toMatchObject({ ok: true });
    const { ok, error } = await exported({ context: 3 });
    expect(ok).toBe(false);
    expect(error.message).toContain('marked as sensitive (weapons)');
    expect(await exported()).toMatchObject({ ok: true });
  });

  test('but not where a format or the chosen columns print nothing around it', async () => {
    await beside();
    expect(await exported({ context: 3, format: 'json' })).toMatchObject({ ok: true });
    expect(await exported({ context: 3, format: 'csv', columns: ['text'] })).toMatchObject({ ok: true });
    expect(await exported({ context: 3, format: 'csv', columns: ['text', 'before'] })).toMatchObject({ ok: false });
    expect(await exported({ context: 3, format: 'csv' })).toMatchObject({ ok: false });
  });

  test('also where a passage was widened over them', async () => {
    const { source, from, quote } = await beside();
    await call(w.client, 'quote.adjust', { ...w.on(), extract: quote, start: from, end: quote.end });
    for (const format of ['docx', 'csv']) {
      expect((await exported({ format })).error.message).toContain('marked as sensitive (weapons)');
    }
    expect(await kinds()).toContain('sensitive');
    expect(source).toBe(quote.source);
  });
});

describe('the check', () => {
  test('finds the focus group of three and gender under its label, with the quotes they stand in', async () => {
    const { fg } = await heard();
    const report = await check();
    expect(report.findings.map(one => one.kind)).toEqual(['small-label', 'gender-speaker', 'gender-other']);
    expect(report.findings[0]).toMatchObject({
      message: expect.stringContaining('“Parent/Carer FG phase 1” is carried by 3 people'),
      place: { label: 'Parent/Carer FG phase 1', quotes: [{ source: fg }, { source: fg }] },
    });
    expect(report).toMatchObject({
      counts: { blocking: 0, advice: 3, accepted: 0 },
      checked: { quotes: 3, sources: 2, labels: 2 },
    });
    expect(await kinds({ least: 3 })).not.toContain('small-label');
    expect(await kinds({ filter: { group: 'CYP' } })).toEqual([]);
  });

  test('tells of sources that nobody has read for names, and of words in them that may be names', async () => {
    const { cyp1 } = await heard();
    await call(w.client, 'name.check', { ...w.on(), source: cyp1, checked: false });
    expect(await kinds()).toContain('unchecked-source');
    const late = await w.source('CYP2: I told Keziah about it.\n', { kind: 'interview', participant: 'CYP2' });
    const [code] = await w.codes();
    await w.mark(late, 'I told Keziah about it.', [code!.id]);
    const { findings } = await check();
    expect(findings.find(one => one.kind === 'likely-name')?.message).toContain('“Keziah”');
    expect(findings.find(one => one.kind === 'unchecked-source')?.message).toContain('2 quotes are from 2 sources');
  });

  test('sees words of the table that came in afterwards, while the key is open', async () => {
    await heard();
    await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour morning' });
    await call(w.client, 'replacement.apply', {
      ...w.on(),
      entries: [{ label: '[worker]', terms: ['Sal Harker'] }],
      keep: 'key',
    });
    const late = await w.source('CYP2: I trust Sal Harker with it.\n', { kind: 'interview', participant: 'CYP2' });
    const [code] = await w.codes();
    await w.mark(late, 'I trust Sal Harker', [code!.id]);
    expect((await check()).findings[0]).toMatchObject({
      kind: 'leftover-name',
      place: { words: await placeOf(late, 'Sal Harker') },
    });
    expect(await kinds({ asSpoken: true })).not.toContain('leftover-name');
    await call(w.client, 'key.close', w.on());
    const closed = await check();
    expect(closed.findings.map(one => one.kind)).not.toContain('leftover-name');
    expect(closed.unseen[0]).toContain('the key is closed');
  });

  test('finds names in narratives, and quotes there whose source is gone', async () => {
    const { cyp1 } = await heard();
    const theme = await call(w.client, 'theme.create', { ...w.on(), name: 'Home', codes: [] });
    const { start, end } = await placeOf(cyp1, 'I stopped because of the shed');
    const narrative = `They stopped: [one](ninefold:extract/${cyp1}:${start}-${end}).`;
    await call(w.client, 'theme.update', { ...w.on(), theme: theme.id, narrative });
    expect(await kinds()).not.toContain('no-source');
    await call(w.client, 'source.remove', { ...w.on(), source: cyp1 });
    expect((await check()).findings[0]).toMatchObject({ kind: 'no-source', level: 'blocking' });
    expect(await kinds({ filter: {} })).not.toContain('no-source');
  });
});

describe('accepting', () => {
  test('takes a finding out of the count, is journalled, and is undone', async () => {
    await heard();
    const [finding] = (await check()).findings;
    const given = { findings: [{ finding: finding!.key, reason: 'All three read it and agreed.' }] };
    expect(await call(w.client, 'disclosure.accept', { ...w.on(), ...given })).toEqual({ accepted: 1 });
    expect(await call(w.client, 'disclosure.accept', { ...w.on(), ...given })).toEqual({ accepted: 0 });
    const report = await check();
    expect(report.counts).toEqual({ blocking: 0, advice: 2, accepted: 1 });
    expect(report.findings[0]!.accepted).toMatchObject({ by: 'Ada', reason: 'All three read it and agreed.' });
    const [entry] = await call(w.client, 'history.list', { ...w.on(), limit: 1 });
    expect(entry).toMatchObject({ reason: 'All three read it and agreed.' });
    await call(w.client, 'disclosure.unaccept', { ...w.on(), finding: finding!.key });
    expect((await check()).counts.accepted).toBe(0);
    await call(w.client, 'history.undo', w.on());
    expect((await check()).counts.accepted).toBe(1);
    expect(await w.refused('disclosure.unaccept', { finding: 'small-label:0000000000000000' })).toMatchObject({
      code: 'not-found',
    });
    expect(await w.refused('disclosure.accept', { findings: [{ finding: 'x', reason: 'y' }] })).toMatchObject({
      code: 'invalid-input',
    });
    expect(await w.refused('disclosure.accept', { findings: [{ finding: finding!.key, reason: ' ' }] })).toMatchObject({
      code: 'invalid-input',
    });
  });

  test('a leftover name counts for those words alone, in one place, also under another passphrase', async () => {
    await heard();
    await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour morning' });
    const entries = [{ label: '[worker]', terms: ['Harker'] }];
    await call(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key' });
    const { id } = await call(w.client, 'theme.create', {
      ...w.on(),
      name: 'Craft',
      codes: [],
      outcomes: [],
      definition: 'Harker as a brand',
    });
    const open = async () =>
      (await check()).findings.filter(one => one.level === 'blocking' && !one.accepted).map(one => one.place.where);
    const [finding] = (await check()).findings;
    await call(w.client, 'disclosure.accept', {
      ...w.on(),
      findings: [{ finding: finding!.key, reason: 'The brand.' }],
    });
    expect(await open()).toEqual([]);
    await call(w.client, 'key.change', { ...w.on(), passphrase: 'another harbour evening' });
    await call(w.client, 'theme.create', { ...w.on(), name: 'Alone', codes: [], outcomes: [], definition: 'Other.' });
    expect(await open()).toEqual([]);
    await call(w.client, 'theme.update', { ...w.on(), theme: id, concept: 'Harker of 5 High Street' });
    expect(await open()).toEqual(['central concept of the theme “Craft”']);
    await call(w.client, 'theme.update', { ...w.on(), theme: id, concept: '', definition: 'Harker of 5 High Street' });
    expect(await open()).toEqual(['definition of the theme “Craft”']);
  });

  test('counts only for what was found then', async () => {
    const { fg } = await heard();
    const [small] = (await check()).findings;
    await call(w.client, 'disclosure.accept', {
      ...w.on(),
      findings: [{ finding: small!.key, reason: 'Agreed.' }],
    });
    const { speakers } = await w.read(fg);
    const two = await call(w.client, 'people.create', { ...w.on(), label: 'PC1' });
    for (const name of ['Parent 1', 'Parent 2'])
      await call(w.client, 'speaker.bind', {
        ...w.on(),
        speaker: speakers.find(speaker => speaker.name === name)!.id,
        participant: two.id,
      });
    const [now] = (await check()).findings;
    expect(now).toMatchObject({ kind: 'small-label', accepted: null, message: expect.stringContaining('2 people') });
  });
});

describe('sensitive extracts', () => {
  test('block until another coder gives the second yes', async () => {
    const { cyp1 } = await heard();
    const extract = await placeOf(cyp1, 'I carried a knife for a year');
    const mark = await call(w.client, 'sensitive.mark', { ...w.on(), extract, kind: 'weapons' });
    expect(mark).toMatchObject({ quoted: 'I carried a knife for a year', kind: 'weapons', by: 'Ada', agreed: null });
    expect(await call(w.client, 'sensitive.mark', { ...w.on(), extract, kind: 'weapons' })).toEqual(mark);
    expect((await check()).findings[0]).toMatchObject({ kind: 'sensitive', level: 'blocking' });
    expect((await check()).counts.blocking).toBe(1);
    expect(await w.refused('sensitive.agree', { mark: mark.id, reason: '' })).toMatchObject({ code: 'invalid-input' });
    await w.restart('Ben');
    const agreed = await call(w.client, 'sensitive.agree', { ...w.on(), mark: mark.id, reason: 'CYP1 wants it told.' });
    expect(agreed.agreed).toMatchObject({ by: 'Ben', sameCoder: false, reason: 'CYP1 wants it told.' });
    expect(await kinds()).not.toContain('sensitive');
    expect(await w.refused('sensitive.agree', { mark: mark.id, reason: 'Again.' })).toMatchObject({ code: 'refused' });
    await call(w.client, 'history.undo', w.on());
    expect((await check()).counts.blocking).toBe(1);
  });

  test('a second yes by the same coder is told; unmarking takes both away', async () => {
    const { cyp1 } = await heard();
    const extract = await placeOf(cyp1, 'I carried a knife');
    const { id } = await call(w.client, 'sensitive.mark', { ...w.on(), extract, kind: 'weapons' });
    const agreed = await call(w.client, 'sensitive.agree', { ...w.on(), mark: id, reason: 'Nobody is named.' });
    expect(agreed.agreed).toMatchObject({ sameCoder: true });
    expect(await kinds()).toContain('same-coder');
    await call(w.client, 'sensitive.unmark', { ...w.on(), mark: id });
    expect(await call(w.client, 'sensitive.list', { ...w.on(), source: cyp1 })).toEqual([]);
    expect(await kinds()).not.toContain('same-coder');
    expect(await w.refused('sensitive.unmark', { mark: id })).toMatchObject({ code: 'not-found' });
  });

  test('go with their source, and come back with it', async () => {
    const { cyp1 } = await heard();
    await call(w.client, 'sensitive.mark', {
      ...w.on(),
      extract: await placeOf(cyp1, 'knife'),
      kind: 'weapons',
    });
    await call(w.client, 'source.remove', { ...w.on(), source: cyp1 });
    expect(await call(w.client, 'sensitive.list', w.on())).toEqual([]);
    await call(w.client, 'history.undo', w.on());
    expect(await call(w.client, 'sensitive.list', w.on())).toMatchObject([{ quoted: 'knife' }]);
  });
});

describe('the three levels of role', () => {
  const person = async () => (await call(w.client, 'people.list', w.on())).participants[0]!;

  test('the precise one is printed only after a decision, which another role takes back', async () => {
    const { id: participant } = await call(w.client, 'people.create', { ...w.on(), label: 'PR1' });
    expect(await w.refused('people.decideRole', { participant, why: 'No risk.' })).toMatchObject({ code: 'refused' });
    await call(w.client, 'people.update', { ...w.on(), participant, role: 'Mentor', roleKind: 'practitioner' });
    expect(await person()).toMatchObject({ role: 'Mentor', roleKind: 'practitioner', roleDecision: null });
    await call(w.client, 'people.decideRole', { ...w.on(), participant, why: 'There are twelve mentors.' });
    expect((await person()).roleDecision).toMatchObject({ reason: 'There are twelve mentors.', by: 'Ada' });
    await call(w.client, 'people.update', { ...w.on(), participant, group: 'Professional' });
    expect((await person()).roleDecision).not.toBeNull();
    await call(w.client, 'people.update', { ...w.on(), participant, role: 'Team leader' });
    expect((await person()).roleDecision).toBeNull();
    await call(w.client, 'history.undo', w.on());
    await call(w.client, 'people.decideRole', { ...w.on(), participant, why: null });
    expect(await person()).toMatchObject({ role: 'Mentor', roleDecision: null });
  });
});
