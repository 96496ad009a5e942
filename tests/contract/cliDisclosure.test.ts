import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorkspace, type Workspace } from '../builders/workspace.ts';
import { json, ninefold } from './cli.ts';
import { call } from './client.ts';
import { fileOf } from './material.ts';

/** Each command is a process of its own, which takes its time on a busy machine. */
const slow = 120_000;

let w: Workspace;
const at = (name: string) => join(dirname(w.path), name);
const run = (...args: string[]) => ninefold(dirname(w.path), args);
const runJson = (...args: string[]) => json(dirname(w.path), args);
const study = 'study.ninefold';

async function coded(table: string): Promise<void> {
  const file = fileOf('x.csv', `id,source,speaker,extract,code,theme,outcome\n${table}\n`);
  await call(w.client, 'extract.import', { ...w.on(), file });
}

beforeEach(async () => {
  w = await newWorkspace();
  const group = 'Parent 1: My son comes home on time.\n\nParent 2: We eat together.\n\nParent 3: It is quieter.\n';
  await w.source(group, { kind: 'focus group', group: 'Parent/Carer', phase: 1 }, 'fg.txt');
  await w.source('CYP1: I trust Sal Harker.\n', { kind: 'interview', group: 'CYP', participant: 'CYP1' }, 'cyp1.txt');
  await coded('Q1,fg.txt,,My son comes home on time.,Home,Calm,4\nQ2,cyp1.txt,,I trust Sal Harker.,Trust,Rely,3');
});
afterEach(() => w.close());

const closed = () => call(w.client, 'study.close', w.on());

it('tells what it finds, what to do, and what it can’t see; advice alone is exit code 0', {
  timeout: slow,
}, async () => {
  await closed();
  const told = await run('disclosure', study);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toContain('Harbour study: nothing blocks, 4 to think about, 0 accepted.');
  expect(told.stdout).toContain('“Parent/Carer FG phase 1” is carried by 3 people');
  expect(told.stdout).toContain('Q1 (fg.txt 0–26)');
  expect(told.stdout).toContain('This check can’t see');
  const { code, document } = await runJson('disclosure', study);
  expect(code).toBe(0);
  expect(document).toMatchObject({
    counts: { blocking: 0, advice: 4, accepted: 0 },
    checked: { quotes: 2, sources: 2 },
    least: 5,
    findings: [
      { kind: 'likely-name' },
      { kind: 'unchecked-source' },
      { kind: 'small-label', level: 'advice', place: { quotes: [{ id: 'Q1' }] } },
      { kind: 'gender-other' },
    ],
  });
  expect(document.unseen[0]).toContain('the key is closed or there is none');
  expect((await runJson('disclosure', study, '--least', '3')).document.counts.advice).toBe(3);
  expect((await runJson('disclosure', study, '--theme', 'Rely')).document.counts.advice).toBe(2);
});

it('lists advice on stderr while quotes are written all the same', { timeout: slow }, async () => {
  await closed();
  const wrote = await run('quotes', study, '--format', 'csv', '--out', 'q.csv');
  expect(wrote.code).toBe(0);
  expect(wrote.stderr).toContain('Advice: “Parent/Carer FG phase 1” is carried by 3 people');
  expect(readFileSync(at('q.csv'), 'utf8')).toContain('My son comes home');
});

it('a name that came in after the redaction blocks until it is accepted by a file, with a reason', {
  timeout: slow,
}, async () => {
  await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour morning' });
  const entries = [{ label: '[worker]', terms: ['Sal Harker'] }];
  await call(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key' });
  const late = 'CYP2: Sal Harker stayed on.\n';
  await w.source(late, { kind: 'interview', group: 'CYP', participant: 'CYP2' }, 'late.txt');
  await coded('Q3,late.txt,,Sal Harker stayed on.,Trust,Rely,3');
  await closed();
  writeFileSync(at('pass'), 'quiet harbour morning\n');

  const found = await runJson('disclosure', study, '--key-passphrase-file', 'pass');
  expect(found.code).toBe(1);
  const [finding] = found.document.findings;
  expect(finding).toMatchObject({ kind: 'leftover-name', level: 'blocking', place: { quotes: [{ id: 'Q3' }] } });

  const quotes = ['quotes', study, '--format', 'csv', '--out', 'q.csv', '--key-passphrase-file', 'pass'];
  const blocked = await run(...quotes);
  expect(blocked.code).toBe(1);
  expect(blocked.stderr).toContain(finding.key);
  expect(existsSync(at('q.csv'))).toBe(false);
  writeFileSync(at('accept.json'), JSON.stringify([{ finding: finding.key, reason: 'Sal asked to be named.' }]));
  expect(await run(...quotes, '--accept', 'accept.json')).toMatchObject({ code: 0 });
  expect(existsSync(at('q.csv'))).toBe(true);
  const after = await runJson('disclosure', study, '--key-passphrase-file', 'pass');
  expect(after.code).toBe(0);
  expect(after.document.counts.accepted).toBe(1);
  expect(after.document.findings[0].accepted).toMatchObject({ reason: 'Sal asked to be named.' });
});

it('what is printed or drawn is checked as exports are, and says so where names were not looked for', {
  timeout: slow * 2,
}, async () => {
  await call(w.client, 'key.make', { ...w.on(), passphrase: 'quiet harbour morning' });
  const entries = [{ label: '[worker]', terms: ['Sal Harker'] }];
  await call(w.client, 'replacement.apply', { ...w.on(), entries, keep: 'key' });
  const [code] = await w.codes();
  await call(w.client, 'code.update', { ...w.on(), code: code!.id, name: 'Sal Harker’s help' });
  const [theme] = await call(w.client, 'theme.list', w.on());
  await call(w.client, 'theme.update', { ...w.on(), theme: theme!.id, name: 'Sal Harker' });
  await closed();
  writeFileSync(at('pass'), 'quiet harbour morning\n');
  const key = ['--key-passphrase-file', 'pass'];
  for (const args of [
    ['map', study, '--format', 'json'],
    ['map', study, '--format', 'svg', '--out', 'x'],
    ['matrix', study],
    ['matrix', study, '--rows', 'themes', '--out', 'x'],
    ['themes', study],
    ['codebook', study],
    ['codebook', study, '--out', 'x'],
    ['themebook', study, '--out', 'x'],
    ['findings', study, '--out', 'x'],
    ['quotes', study, '--format', 'json'],
  ]) {
    const name = args.join(' ');
    const blocked = await run(...args, ...key);
    expect(blocked, name).toMatchObject({ code: 1, stdout: '' });
    expect(blocked.stderr, name).toContain('is in the table of replacements and would be printed');
    expect(existsSync(at('x')), name).toBe(false);
    const unseen = await run(...args);
    expect(unseen.code, name).toBe(0);
    expect(unseen.stderr, name).toContain('Unseen: Leftover names: the key is closed or there is none');
    rmSync(at('x'), { force: true });
  }
});
