import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';
import { interviewText, secondText } from './material.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
beforeEach(() => {
  folder = tempFolder();
  writeFileSync(at('robin.txt'), interviewText);
  writeFileSync(at('sal.txt'), secondText);
});
afterEach(() => folder.remove());

const run = (...args: string[]) => ninefold(folder.path, args);
const runJson = (...args: string[]) => json(folder.path, args);

const extracts = `id,source,speaker,extract,theme,outcome,remark
Q1,robin,Robin,I trust Sal.,Someone to rely on,3,first
Q2,robin.txt,Robin,"We built a rowing  boat from nothing, and Sal showed me",Someone to rely on,3,
Q3,sal,Sal,nobody shouts any more,Calm,4,
`;

async function coded() {
  expect(await run('new', 's.ninefold', '--title', 'Boat shed', '--coder', 'Ada')).toMatchObject({ code: 0 });
  expect(await run('import', 's.ninefold', 'robin.txt', 'sal.txt', '--kind', 'interview')).toMatchObject({ code: 0 });
  writeFileSync(at('x.csv'), extracts);
  return runJson('code-extracts', 's.ninefold', 'x.csv');
}

describe('new', () => {
  it('makes a study beside the user, and says what it made', async () => {
    const { code, document, stderr } = await runJson('new', 'first.ninefold', '--coder', 'Ada');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(document).toMatchObject({ title: 'first', path: at('first.ninefold'), coder: { name: 'Ada' } });
    expect(document.counts.outcomes).toBe(9);
    expect(document).not.toHaveProperty('handle');
    expect(existsSync(at('first.ninefold.lock'))).toBe(false);
    expect(readFileSync(at('first.ninefold')).readUInt32BE(68)).toBe(0x4e494e45);
  });

  it('speaks to people without --json', async () => {
    const { code, stdout } = await run('new', 'a.ninefold', '--title', 'Boat shed', '--coder', 'Ada');
    expect(code).toBe(0);
    expect(stdout).toContain('Boat shed');
    expect(stdout).toContain('9 outcomes');
  });

  it('takes outcomes from a file', async () => {
    writeFileSync(at('f.json'), JSON.stringify([{ number: 2, title: 'Craft', statement: 'What they make.' }]));
    const { document } = await runJson('new', 'a.ninefold', '--framework', 'f.json');
    expect(document.counts.outcomes).toBe(1);
  });

  it('leaves a file that is there as it is', async () => {
    writeFileSync(at('notes.txt'), 'mine');
    const { code, stderr } = await run('new', 'notes.txt');
    expect(code).toBe(1);
    expect(stderr).toContain(at('notes.txt'));
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('import', () => {
  beforeEach(async () => {
    await run('new', 's.ninefold');
  });

  it('gives a row for each file, in the order of the paths', async () => {
    const { code, document } = await runJson('import', 's.ninefold', 'sal.txt', 'robin.txt', '--phase', '2');
    expect(code).toBe(0);
    expect(document).toMatchObject([
      { file: 'sal.txt', status: 'imported', phase: 2, turns: 2 },
      { file: 'robin.txt', status: 'imported', phase: 2, turns: 6 },
    ]);
    expect(Object.keys(document[1]).sort()).toEqual(
      'characters file group kind participant phase speakers status title turns warnings words'.split(' '),
    );
    expect(document[1].speakers).toEqual([
      { label: 'Interviewer', turns: 3 },
      { label: 'Robin', turns: 3 },
    ]);
  });

  it('skips the same bytes, also under another name, and that is no failure', async () => {
    await run('import', 's.ninefold', 'robin.txt');
    writeFileSync(at('copy.txt'), interviewText);
    const { code, document } = await runJson('import', 's.ninefold', 'robin.txt', 'copy.txt');
    expect(code).toBe(0);
    expect(document.map((row: { status: string }) => row.status)).toEqual(['skipped', 'skipped']);
    expect((await runJson('stats', 's.ninefold')).document.sources).toBe(1);
  });

  it('writes nothing in a dry run', async () => {
    await run('import', 's.ninefold', 'sal.txt');
    const before = readFileSync(at('s.ninefold'));
    const { code, document } = await runJson('import', 's.ninefold', 'robin.txt', 'sal.txt', '--dry-run');
    expect(code).toBe(0);
    expect(document).toMatchObject([
      { file: 'robin.txt', status: 'imported', turns: 6, speakers: [{ label: 'Interviewer', turns: 3 }, {}] },
      { file: 'sal.txt', status: 'skipped' },
    ]);
    expect(readFileSync(at('s.ninefold')).equals(before)).toBe(true);
    expect((await runJson('stats', 's.ninefold')).document.sources).toBe(1);
  });

  it('takes facts from a table, and options only where the table is silent', async () => {
    writeFileSync(
      at('sources.csv'),
      'file,method,group,participant,phase\nrobin.txt,interview,CYP,CYP7,1\nsal.txt,focus group,Staff,,\n',
    );
    const args = ['import', 's.ninefold', '--sources', 'sources.csv', '--phase', '2', 'robin.txt', 'sal.txt'];
    expect((await runJson(...args)).document).toMatchObject([
      { kind: 'interview', group: 'CYP', participant: 'CYP7', phase: 1 },
      { kind: 'focus group', group: 'Staff', participant: null, phase: 2 },
    ]);
  });

  it('takes a folder with all below it', async () => {
    mkdirSync(at('all/deep'), { recursive: true });
    writeFileSync(at('all/Talk 10.txt'), interviewText);
    writeFileSync(at('all/Talk 2.md'), secondText);
    writeFileSync(at('all/deep/x.txt'), `${secondText}Interviewer: Thank you.\n`);
    writeFileSync(at('all/sources.csv'), 'file\n');
    const { code, document } = await runJson('import', 's.ninefold', 'all');
    expect(code).toBe(0);
    expect(document.map((row: { file: string }) => row.file)).toEqual(['x.txt', 'Talk 2.md', 'Talk 10.txt']);
  });

  it('imports nine of ten and says which one is bad', async () => {
    const names = Array.from({ length: 9 }, (_, number) => `talk-${number}.txt`);
    for (const [number, name] of names.entries()) writeFileSync(at(name), `${interviewText}Robin: Number ${number}.\n`);
    writeFileSync(at('bad.txt'), '');
    const given = [...names.slice(0, 4), 'bad.txt', ...names.slice(4)];
    const { code, document, stderr } = await runJson('import', 's.ninefold', ...given);
    expect(code).toBe(1);
    expect(document.map((row: { file: string }) => row.file)).toEqual(given);
    expect(document.filter((row: { status: string }) => row.status === 'imported')).toHaveLength(9);
    expect(document[4]).toMatchObject({
      file: 'bad.txt',
      status: 'rejected',
      title: 'bad.txt',
      kind: 'unknown',
      group: null,
      turns: 0,
      speakers: [],
      warnings: [{ code: 'file-empty' }],
    });
    expect(stderr).toContain('bad.txt');
    expect((await runJson('stats', 's.ninefold')).document.sources).toBe(9);
  });
});

describe('code-extracts', () => {
  it('finds extracts, codes them and puts them into themes', async () => {
    const { code, document } = await coded();
    expect(code).toBe(0);
    expect(document.map((row: { id: string; status: string }) => [row.id, row.status])).toEqual([
      ['Q1', 'exact'],
      ['Q2', 'normalised'],
      ['Q3', 'exact'],
    ]);
    expect(document[0]).toMatchObject({ score: 1, source: 'robin', quoted: 'I trust Sal.' });
    expect(document[1].quoted).toBe('We built a rowing boat from nothing, and Sal showed me');
    expect(document[0].end - document[0].start).toBe('I trust Sal.'.length);
    const stats = await runJson('stats', 's.ninefold');
    expect(stats.document).toMatchObject({ sources: 2, codings: 3, codes: 2, themes: 2, outcomes: 9 });
  });

  it('does not code what is not there, and says so', async () => {
    await coded();
    writeFileSync(at('y.csv'), 'id,source,extract,code\nQ9,robin,I flew to the moon on a purple swan,Flight\n');
    const { code, document, stderr } = await runJson('code-extracts', 's.ninefold', 'y.csv');
    expect(code).toBe(1);
    expect(document).toMatchObject([{ id: 'Q9', status: 'not-found', start: null, end: null, quoted: null }]);
    expect(stderr).toContain('Q9');
    expect((await runJson('stats', 's.ninefold')).document.codings).toBe(3);
  });
});

describe('quotes', () => {
  beforeEach(async () => {
    await coded();
  });

  it('gives them in report order with the fields of the contract', async () => {
    const { code, document } = await runJson('quotes', 's.ninefold', '--format', 'json');
    expect(code).toBe(0);
    expect(document.map((quote: { id: string }) => quote.id)).toEqual(['Q1', 'Q2', 'Q3']);
    expect(Object.keys(document[0]).sort()).toEqual(
      'attribution codes end group id outcomes participant phase source speaker start text themes'.split(' '),
    );
    expect(document[0]).toMatchObject({ text: 'I trust Sal.', themes: ['Someone to rely on'], outcomes: [3] });
  });

  it('prints JSON without --json, too', async () => {
    const { code, stdout } = await run('quotes', 's.ninefold', '--format', 'json', '--outcome', '4');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'Q3' }]);
  });

  it('narrows by theme, group, phase and participant', async () => {
    const ids = async (...args: string[]) => {
      const { document } = await runJson('quotes', 's.ninefold', ...args);
      return document.map((quote: { id: string }) => quote.id);
    };
    expect(await ids('--theme', 'Calm')).toEqual(['Q3']);
    expect(await ids('--phase', '9')).toEqual([]);
    expect(await ids('--group', 'Nobody')).toEqual([]);
  });

  it.each(['docx', 'csv', 'json'])('writes %s', async format => {
    const out = at(`quotes.${format}`);
    const { code, stdout } = await run('quotes', 's.ninefold', '--format', format, '--out', `quotes.${format}`);
    expect(code).toBe(0);
    expect(stdout).toContain('3 quotes');
    const bytes = readFileSync(out);
    if (format === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString()).toContain('nobody shouts any more');
    if (format === 'json') expect(JSON.parse(bytes.toString())).toHaveLength(3);
  });

  it('prints the quotes also where it writes them, with --json', async () => {
    const { document } = await runJson('quotes', 's.ninefold', '--format', 'csv', '--out', 'q.csv');
    expect(document).toHaveLength(3);
    expect(existsSync(at('q.csv'))).toBe(true);
  });

  it('leaves nothing half written where it can not write', async () => {
    mkdirSync(at('taken.csv'));
    const { code, stderr } = await run('quotes', 's.ninefold', '--format', 'csv', '--out', 'taken.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('taken.csv');
    const missing = await run('quotes', 's.ninefold', '--format', 'csv', '--out', 'nowhere/q.csv');
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere') });
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

describe('map, stats and check', () => {
  it('draw and tell a coded study', async () => {
    await coded();
    expect(await run('map', 's.ninefold', '--format', 'svg', '--out', 'm.svg')).toMatchObject({ code: 0 });
    expect(readFileSync(at('m.svg'), 'utf8')).toContain('<svg');
    expect(await run('map', 's.ninefold', '--format', 'png', '--out', 'm.png')).toMatchObject({ code: 0 });
    expect(readFileSync(at('m.png')).subarray(1, 4).toString()).toBe('PNG');
    const map = await runJson('map', 's.ninefold', '--format', 'json', '--out', 'm.json');
    expect(map.document.outcomes).toHaveLength(9);
    expect(map.document.themes).toHaveLength(2);
    expect(JSON.parse(readFileSync(at('m.json'), 'utf8'))).toEqual(map.document);

    const check = await runJson('check', 's.ninefold');
    expect(check).toMatchObject({ code: 0, stderr: '', document: { ok: true, findings: [] } });
    expect(await run('check', 's.ninefold')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing is wrong'),
    });

    const stats = await run('stats', 's.ninefold');
    expect(stats.stdout).toMatch(/^Sources +2$/m);
    expect((await runJson('stats', 's.ninefold')).document).toMatchObject({ sources: 2, turns: 8, codings: 3 });
  }, 60_000);
});

describe('a passphrase', () => {
  it('is the first line of its file', async () => {
    writeFileSync(at('pass'), 'tide and oar\r\nnot this\n');
    const made = await runJson('new', 's.ninefold', '--passphrase-file', 'pass');
    expect(made).toMatchObject({ code: 0, document: { encrypted: true } });
    expect(await runJson('stats', 's.ninefold', '--passphrase-file', 'pass')).toMatchObject({ code: 0 });
    writeFileSync(at('same'), 'tide and oar');
    expect(await runJson('stats', 's.ninefold', '--passphrase-file', 'same')).toMatchObject({ code: 0 });
  });
});
