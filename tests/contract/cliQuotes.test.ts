import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFolder } from '../../electron/node/folders.ts';
import { inOrderIn, linesOf } from '../builders/printed.ts';
import { tempFolder } from '../builders/studies.ts';
import { json, ninefold } from './cli.ts';
import { call } from './client.ts';
import { interviewText, secondText } from './material.ts';
import { problemsOf } from './schema.ts';
import { inProcess } from './transports.ts';

const groupText = `Interviewer: And at home?
Parent: He comes home hungry. That is new.
`;

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const run = (...args: string[]) => ninefold(folder.path, args);
const quotes = (...args: string[]) => run('quotes', 's.ninefold', ...args);
const bytes = (name: string) => new Uint8Array(readFileSync(at(name)));

beforeAll(async () => {
  folder = tempFolder();
  writeFileSync(at('robin.txt'), interviewText);
  writeFileSync(at('sal.txt'), secondText);
  writeFileSync(
    at('sources.csv'),
    'file,method,group,participant,phase\nrobin.txt,interview,CYP,CYP1,1\nsal.txt,interview,CYP,CYP2,\ngroup.txt,focus group,Parent/Carer,,2\n',
  );
  writeFileSync(
    at('x.csv'),
    'id,source,speaker,extract,theme,outcome\nQ1,robin,Robin,I trust Sal.,Someone to rely on,3\nQ3,sal,Sal,nobody shouts any more,Calm,4\nQ4,group,Parent,He comes home hungry.,Calm,4\n',
  );
  writeFileSync(at('group.txt'), groupText);
  await run('new', 's.ninefold', '--title', 'Boat shed', '--coder', 'Ada');
  await run('import', 's.ninefold', 'robin.txt', 'sal.txt', 'group.txt', '--sources', 'sources.csv');
  await run('code-extracts', 's.ninefold', 'x.csv');
}, 60_000);
afterAll(() => folder.remove());

/** What is printed of each quote, in report order: outcomes before themes, themes before words, words before labels. */
const inOrder = [
  ...['3. Interventions', 'Someone to rely on', 'I trust Sal.', 'Interview CYP1 phase 1'],
  ...['Calm', 'nobody shouts any more', 'Interview CYP2', 'He comes home hungry.', 'Parent/Carer FG phase 2'],
];
const headings = ['3. Interventions', 'Someone to rely on', 'Calm'];
const tables: readonly string[] = ['xlsx', 'csv', 'json'];

describe('quotes in every format', () => {
  it.each(['docx', 'xlsx', 'csv', 'md', 'html', 'json'] as const)(
    '%s is written in report order, each with its label; advice is on stderr, the exit code 0',
    async format => {
      const { code, stdout, stderr } = await quotes('--format', format, '--out', `q.${format}`);
      expect({ code, stdout }).toEqual({ code: 0, stdout: `Wrote 3 quotes to ${at(`q.${format}`)}.\n` });
      expect(stderr).toMatch(/^Advice: /);
      const wanted = tables.includes(format) ? inOrder.filter(one => !headings.includes(one)) : inOrder;
      const lines = linesOf(bytes(`q.${format}`), format);
      const body = tables.includes(format)
        ? lines
        : lines.slice(lines.findLastIndex(one => one.includes(headings[0]!)));
      expect(inOrderIn(body, wanted)).toEqual(wanted);
    },
    30_000,
  );

  it('--state and --vivid take what was made ready, and the heading says so', async () => {
    const client = await inProcess({ dataFolder: at('.core'), studiesFolder: folder.path });
    const { handle: study } = await call(client, 'study.open', { path: at('s.ninefold') });
    const all = await call(client, 'quote.chapters', { study, filter: {} });
    const [first] = all.flatMap(chapter => chapter.sections.flatMap(section => section.quotes));
    await call(client, 'quote.prepare', { study, extracts: [first!.key], state: 'chosen', vivid: true });
    await client.close();
    expect((await quotes('--state', 'chosen', '--vivid', '--format', 'md', '--out', 'chosen.md')).code).toBe(0);
    const lines = linesOf(bytes('chosen.md'), 'md');
    expect(lines).toContain('1 quote in report order: only chosen, starred as vivid');
    expect(lines).toContain('> I trust Sal.');
    const { document } = await json(folder.path, ['quotes', 's.ninefold', '--state', 'candidate']);
    expect(document.map((one: { id: string }) => one.id)).toEqual(['Q3', 'Q4']);
    expect(await quotes('--state', 'held')).toMatchObject({ code: 2 });
  }, 60_000);

  it('JSON is as its schema says', async () => {
    const schema = JSON.parse(readFileSync(join(programFolder(), 'docs', 'quotes.schema.json'), 'utf8'));
    const { document } = await json(folder.path, ['quotes', 's.ninefold']);
    expect(document).toHaveLength(3);
    expect(problemsOf(schema, document)).toEqual([]);
    expect(Object.keys(document[0]).filter(key => !(key in schema.items.properties))).toEqual([]);
    const { text: _text, ...without } = document[0];
    expect(problemsOf(schema, [without, { ...document[0], phase: 'one' }])).toHaveLength(2);
  });
});

describe('quotes --style', () => {
  it('takes a template from a file, as text or as JSON', async () => {
    writeFileSync(at('style.txt'), '{method}[ with {participant}][, {phase}]\n');
    expect(await quotes('--format', 'json', '--style', 'style.txt')).toMatchObject({ code: 0 });
    const { document } = await json(folder.path, ['quotes', 's.ninefold', '--style', 'style.txt']);
    expect(document.map((one: { attribution: string }) => one.attribution)).toEqual([
      'Interview with CYP1, phase 1',
      'Interview with CYP2',
      'FG, phase 2',
    ]);
    writeFileSync(at('style.json'), JSON.stringify({ name: 'Ours', template: '{participant} ({group})' }));
    await quotes('--format', 'md', '--style', 'style.json', '--out', 'styled.md');
    expect(strFromU8(bytes('styled.md'))).toContain('> **CYP1 (CYP)**');
  }, 30_000);

  it('says where a template is wrong, and writes nothing', async () => {
    writeFileSync(at('bad.txt'), '{method} {participent}');
    const { code, stderr } = await quotes('--format', 'docx', '--style', 'bad.txt', '--out', 'bad.docx');
    expect(code).toBe(2);
    expect(stderr).toContain('at character 11: There is no field “participent”. Did you mean “participant”?');
    expect(existsSync(at('bad.docx'))).toBe(false);
    writeFileSync(at('bad.json'), '{"name": "x"}');
    expect(await quotes('--format', 'json', '--style', 'bad.json')).toMatchObject({ code: 2 });
    const missing = await quotes('--format', 'json', '--style', 'House of Fraser');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('None is saved in this study.');
  }, 30_000);

  it('refuses one label for different people, unless that is accepted with a reason', async () => {
    writeFileSync(at('groups.txt'), '{group}');
    const refused = await json(folder.path, [
      ...['quotes', 's.ninefold', '--format', 'csv', '--style', 'groups.txt', '--out', 'group.csv'],
    ]);
    expect(refused.code).toBe(1);
    expect(refused.document.error.code).toBe('disclosure');
    expect(refused.document.error.message).toContain('“CYP” for 2 different people');
    expect(existsSync(at('group.csv'))).toBe(false);
    const [{ key }] = refused.document.error.details.findings;
    writeFileSync(at('accept.json'), JSON.stringify([{ finding: key }]));
    const unsaid = await quotes(
      ...['--format', 'csv', '--style', 'groups.txt', '--out', 'group.csv', '--accept', 'accept.json'],
    );
    expect(unsaid.code).toBe(2);
    expect(unsaid.stderr).toContain('a reason for each');
    writeFileSync(at('accept.json'), JSON.stringify([{ finding: key, reason: 'The board asked for groups alone.' }]));
    const accepted = await quotes(
      ...['--format', 'csv', '--style', 'groups.txt', '--out', 'group.csv', '--accept', 'accept.json'],
    );
    expect(accepted.code).toBe(0);
    expect(strFromU8(bytes('group.csv'))).toContain(',CYP,');
    const again = await quotes('--format', 'md', '--style', 'groups.txt', '--out', 'group.md');
    expect(again.code).toBe(0);
  }, 60_000);
});

describe('quotes with more or less around them', () => {
  it('have the turns before and after', async () => {
    await quotes('--format', 'md', '--context', '1', '--out', 'context.md');
    expect(strFromU8(bytes('context.md'))).toMatch(/> \*\w[^\n]*\*\n/);
    const columns = ['--columns', 'id, before,attribution'];
    await quotes('--format', 'csv', '--context', '1', ...columns, '--out', 'context.csv');
    expect(strFromU8(bytes('context.csv'))).toMatch(/^id,before,attribution\r\n/);
    const wrong = await quotes('--format', 'csv', '--columns', 'id,shoe', '--out', 'wrong.csv');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('there are id, printed, text');
  }, 30_000);
});

describe('quotes --as-spoken', () => {
  it('are refused without a key; with it they are marked and journalled', async () => {
    const refused = await quotes('--format', 'docx', '--as-spoken', '--out', 'spoken.docx');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Nothing was written');
    expect(existsSync(at('spoken.docx'))).toBe(false);

    writeFileSync(at('table.csv'), 'original,label\nSal,[mentor]\n');
    writeFileSync(at('key.txt'), 'a passphrase for the key\n');
    const key = ['--key-passphrase-file', 'key.txt'];
    expect(await run('redact', 's.ninefold', '--table', 'table.csv', ...key)).toMatchObject({ code: 0 });
    const printed = await quotes('--format', 'md', '--out', 'printed.md');
    expect(printed.code).toBe(0);
    expect(strFromU8(bytes('printed.md'))).toContain('I trust \\[mentor\\].');
    expect(strFromU8(bytes('printed.md'))).not.toContain('Sal');
    expect(await quotes('--format', 'docx', '--as-spoken', '--out', 'spoken.docx')).toMatchObject({ code: 1 });
    const spoken = await quotes('--format', 'docx', '--as-spoken', ...key, '--out', 'spoken.docx');
    expect(spoken.code).toBe(0);
    const files = unzipSync(bytes('spoken.docx'));
    expect(strFromU8(files['word/document.xml']!)).toContain('I trust Sal.');
    expect(strFromU8(files['word/header1.xml']!)).toContain('As spoken');
  }, 60_000);
});
