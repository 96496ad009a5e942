import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodName } from '../../shared/api/methods.ts';
import type { Exported } from '../../shared/api/outputs.ts';
import type { Finding } from '../../shared/model/disclosure.ts';
import type { StudyInfo } from '../../shared/model/entities.ts';
import type { CodeId, SourceId } from '../../shared/model/ids.ts';
import { inOrderIn, linesOf, type Printed } from '../builders/printed.ts';
import { tempFolder } from '../builders/studies.ts';
import { type Client, call, nextEvent, refusal, type Transport } from './client.ts';
import { fileOf, interviewText, secondText, utf8 } from './material.ts';
import { childProcess, inProcess, overHttp } from './transports.ts';

contract('in process', inProcess);
contract('over HTTP', overHttp);
contract('in a process of its own', childProcess);

/** What any host of the core keeps to. */
function contract(name: string, transport: Transport): void {
  describe(name, () => {
    const folder = { path: '', remove: () => {} };
    let client: Client;
    let study: StudyInfo;
    beforeEach(async () => {
      Object.assign(folder, tempFolder());
      client = await transport({
        dataFolder: join(folder.path, 'data'),
        studiesFolder: join(folder.path, 'studies'),
      });
      study = await call(client, 'study.create', {
        title: 'Boat shed',
        coder: 'Ada',
        path: join(folder.path, 'boat.ninefold'),
      });
    });
    afterEach(async () => {
      await client.close();
      folder.remove();
    });

    const on = () => ({ study: study.handle });

    async function importText(file: string, text: string): Promise<SourceId> {
      const [item] = await call(client, 'import.preview', { ...on(), files: [fileOf(file, text)] });
      await call(client, 'import.commit', { ...on(), items: [{ draft: item!.draft! }] });
      const sources = await call(client, 'source.list', on());
      return sources.find(source => source.fileName === file)!.id;
    }

    async function codeWords(source: SourceId, words: string, newCode: string) {
      const { text } = await call(client, 'source.get', { ...on(), source });
      const start = text.indexOf(words);
      expect(start).toBeGreaterThanOrEqual(0);
      const end = start + words.length;
      const input = { ...on(), source, start, end, codes: [], newCodes: [newCode] };
      const [coding] = await call(client, 'coding.apply', input);
      return coding!;
    }

    describe('studies', () => {
      it('makes a study with the nine outcomes, as one file that is locked while open', async () => {
        expect(study).toMatchObject({
          title: 'Boat shed',
          path: join(folder.path, 'boat.ninefold'),
          encrypted: false,
          coder: { name: 'Ada' },
          counts: { sources: 0, words: 0, turns: 0, codes: 0, codings: 0, themes: 0, outcomes: 9 },
        });
        expect(readFileSync(study.path).subarray(0, 15).toString()).toBe('SQLite format 3');
        expect(existsSync(`${study.path}.lock`)).toBe(true);
        const framework = await call(client, 'framework.get', on());
        expect(framework.outcomes.map(outcome => outcome.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      });

      it('gives the lock back on closing, and opens again', async () => {
        await call(client, 'study.close', on());
        expect(existsSync(`${study.path}.lock`)).toBe(false);
        expect(await refusal(client, 'study.stats', on())).toMatchObject({ code: 'study-closed' });
        const again = await call(client, 'study.open', { path: study.path });
        expect(again).toMatchObject({ id: study.id, title: 'Boat shed', coder: { name: 'Ada' } });
      });

      it('takes a framework of its own', async () => {
        const framework = await call(client, 'framework.parse', {
          name: 'own.json',
          json: JSON.stringify([{ number: 4, title: 'Craft', statement: 'What they learn to make.' }]),
        });
        const own = await call(client, 'study.create', {
          title: 'Own',
          coder: 'Ada',
          path: join(folder.path, 'own.ninefold'),
          framework,
        });
        const { outcomes } = await call(client, 'framework.get', { study: own.handle });
        expect(outcomes).toMatchObject([{ number: 4, title: 'Craft', statement: 'What they learn to make.' }]);
      });

      it('encrypts with a passphrase', async () => {
        const path = join(folder.path, 'secret.ninefold');
        const made = await call(client, 'study.create', { title: 'S', coder: 'A', path, passphrase: "it's a 'key'" });
        expect(made.encrypted).toBe(true);
        await call(client, 'study.close', { study: made.handle });
        expect(readFileSync(path).includes('SQLite format 3')).toBe(false);
        expect(await refusal(client, 'study.open', { path })).toMatchObject({ code: 'passphrase-needed' });
        const wrong = await refusal(client, 'study.open', { path, passphrase: 'other' });
        expect(wrong).toMatchObject({ code: 'passphrase-wrong', message: expect.stringContaining('secret.ninefold') });
        await call(client, 'study.open', { path, passphrase: "it's a 'key'" });
      });

      it('tells what the app is, and remembers the study', async () => {
        expect(await call(client, 'app.info', {})).toMatchObject({ openStudy: null, version: expect.any(String) });
        const recent = await call(client, 'app.recent', {});
        expect(recent).toMatchObject([{ path: study.path, title: 'Boat shed', present: true }]);
      });
    });

    describe('sources', () => {
      it('previews before anything is stored, then stores', async () => {
        const [item] = await call(client, 'import.preview', { ...on(), files: [fileOf('robin.txt', interviewText)] });
        expect(item).toMatchObject({ file: 'robin.txt', error: null, duplicateOf: null, format: 'txt', turns: 6 });
        expect(item!.speakers.map(({ label, turns }) => [label, turns])).toEqual([
          ['Interviewer', 3],
          ['Robin', 3],
        ]);
        expect(item!.firstTurns[1]?.text).toBe('My cousin went first. I thought it would be dull, to be honest.');
        expect(await call(client, 'source.list', on())).toEqual([]);

        const facts = { title: 'Robin', kind: 'interview', group: 'CYP', phase: 2, participant: 'CYP7' } as const;
        const [row] = await call(client, 'import.commit', { ...on(), items: [{ draft: item!.draft!, facts }] });
        expect(row).toMatchObject({ file: 'robin.txt', status: 'imported', ...facts, turns: 6 });
        const [source] = await call(client, 'source.list', on());
        expect(source).toMatchObject({ ...facts, fileName: 'robin.txt', format: 'txt', turns: 6, codings: 0 });
      });

      it('keeps speech alone as text, in UTF-16 offsets', async () => {
        const source = await importText('robin.txt', interviewText);
        const { text, turns, speakers } = await call(client, 'source.get', { ...on(), source });
        expect(text).not.toContain('Robin:');
        expect(turns).toHaveLength(6);
        expect(text.slice(turns[5]!.start, turns[5]!.end)).toBe(
          'I turn up. At school as well \u{1F6A3} \u2014 most days.',
        );
        expect(speakers.map(speaker => [speaker.label, speaker.role])).toEqual([
          ['Interviewer', 'interviewer'],
          ['Robin', 'participant'],
        ]);
      });

      it('gives the original back byte for byte', async () => {
        const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(interviewText.replaceAll('\n', '\r\n'))]);
        const [item] = await call(client, 'import.preview', { ...on(), files: [{ name: 'bom.txt', bytes }] });
        await call(client, 'import.commit', { ...on(), items: [{ draft: item!.draft! }] });
        const [source] = await call(client, 'source.list', on());
        const original = await call(client, 'source.original', { ...on(), source: source!.id });
        expect(original.fileName).toBe('bom.txt');
        expect(original.bytes).toBeInstanceOf(Uint8Array);
        expect([...original.bytes]).toEqual([...bytes]);
      });

      it('skips the same bytes, and rejects what is no transcript, each by itself', async () => {
        const source = await importText('robin.txt', interviewText);
        const binary = Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 256);
        const items = await call(client, 'import.preview', {
          ...on(),
          files: [
            fileOf('again.txt', interviewText),
            { name: 'empty.txt', bytes: new Uint8Array() },
            { name: 'noise.txt', bytes: binary },
            fileOf('sal.txt', secondText),
          ],
        });
        expect(items.map(item => item.file)).toEqual(['again.txt', 'empty.txt', 'noise.txt', 'sal.txt']);
        expect(items[0]?.duplicateOf).toBe(source);
        expect(items[1]).toMatchObject({ draft: null, error: { code: 'file-empty' } });
        expect(items[2]).toMatchObject({ draft: null, error: { message: expect.stringContaining('noise.txt') } });
        const drafts = items.flatMap(item => (item.draft === null ? [] : [{ draft: item.draft }]));
        const rows = await call(client, 'import.commit', { ...on(), items: drafts });
        expect(rows.map(row => row.status)).toEqual(['skipped', 'imported']);
        expect(await call(client, 'source.list', on())).toHaveLength(2);
      });
    });

    describe('coding', () => {
      it('codes words, and gives them back as they stand', async () => {
        const source = await importText('robin.txt', interviewText);
        const coding = await codeWords(source, 'I trust Sal.', 'Trust');
        expect(coding).toMatchObject({ source, quoted: 'I trust Sal.', coder: study.coder.id });
        const { codings } = await call(client, 'source.get', { ...on(), source });
        expect(codings).toEqual([coding]);
        const codes = await call(client, 'code.list', on());
        expect(codes).toMatchObject([{ id: coding.code, name: 'Trust', extracts: 1, sources: 1 }]);
      });

      it('leaves a code that stands on these words as it is', async () => {
        const source = await importText('robin.txt', interviewText);
        const first = await codeWords(source, 'I trust Sal.', 'Trust');
        const second = await codeWords(source, 'I trust Sal.', 'Trust');
        expect(second.id).toBe(first.id);
        expect(await call(client, 'study.stats', on())).toMatchObject({ codings: 1, codes: 1 });
      });

      it('undoes and redoes, also after closing and opening', async () => {
        const source = await importText('robin.txt', interviewText);
        const coding = await codeWords(source, 'I trust Sal.', 'Trust');
        await call(client, 'study.close', on());
        study = await call(client, 'study.open', { path: study.path });
        const state = await call(client, 'history.undo', on());
        expect(state.redo).toMatch(/Trust/);
        expect(await call(client, 'study.stats', on())).toMatchObject({ codings: 0, codes: 0 });
        await call(client, 'history.redo', on());
        const { codings } = await call(client, 'source.get', { ...on(), source });
        expect(codings).toEqual([coding]);
        expect(await refusal(client, 'history.redo', on())).toMatchObject({ code: 'nothing-to-redo' });
      });

      it('refuses a selection outside the text', async () => {
        const source = await importText('robin.txt', interviewText);
        const { text } = await call(client, 'source.get', { ...on(), source });
        const input = { ...on(), source, start: 0, end: text.length + 1, codes: [], newCodes: ['X'] };
        expect(await refusal(client, 'coding.apply', input)).toMatchObject({ code: 'selection-outside' });
        const empty = { ...input, start: 3, end: 3 };
        expect(await refusal(client, 'coding.apply', empty)).toMatchObject({ code: 'selection-empty' });
        expect(await call(client, 'code.list', on())).toEqual([]);
      });
    });

    describe('themes and quotes', () => {
      async function themed(): Promise<{ source: SourceId; code: CodeId }> {
        const source = await importText('robin.txt', interviewText);
        const { code } = await codeWords(source, 'I trust Sal.', 'Trust');
        const { outcomes } = await call(client, 'framework.get', on());
        await call(client, 'theme.create', {
          ...on(),
          name: 'Someone to rely on',
          codes: [code],
          outcomes: [outcomes[2]!.id],
        });
        return { source, code };
      }

      it('puts codes into themes and themes under outcomes', async () => {
        const { code } = await themed();
        const [theme] = await call(client, 'theme.list', on());
        expect(theme).toMatchObject({ name: 'Someone to rely on', status: 'candidate', codes: [code] });
        expect(theme!.evidence).toMatchObject({ extracts: 1, speakers: 1 });
        const map = await call(client, 'map.get', on());
        expect(map.outcomes).toHaveLength(9);
        expect(map.outcomeLinks).toMatchObject([{ theme: theme!.id, extracts: 1 }]);
      });

      it('gives quotes with attribution, codes, themes and outcomes', async () => {
        await themed();
        const quotes = await call(client, 'quote.list', { ...on(), filter: { outcome: 3 } });
        expect(quotes).toMatchObject([
          { text: 'I trust Sal.', speaker: 'Robin', codes: ['Trust'], themes: ['Someone to rely on'], outcomes: [3] },
        ]);
        expect(quotes[0]!.attribution.length).toBeGreaterThan(0);
        expect(await call(client, 'quote.list', { ...on(), filter: { outcome: 4 } })).toEqual([]);
      });

      it('gives the chapters of a report, and what is in no theme', async () => {
        const { source } = await themed();
        await codeWords(source, 'I turn up.', 'Turning up');
        const chapters = await call(client, 'quote.chapters', { ...on(), filter: {} });
        expect(chapters.map(one => one.outcome?.number ?? null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, null]);
        expect(chapters[2]!.sections).toMatchObject([
          { theme: { name: 'Someone to rely on' }, quotes: [{ text: 'I trust Sal.' }] },
        ]);
        const loose = { ...on(), filter: { unthemed: true } };
        expect(await call(client, 'quote.chapters', loose)).toMatchObject([
          { outcome: null, sections: [{ theme: null, quotes: [{ text: 'I turn up.' }] }] },
        ]);
        const json = await call(client, 'quote.export', { ...loose, format: 'json' });
        expect(json).toMatchObject({ items: 1, fileName: expect.stringContaining('quotes, in no theme.json') });
      });

      it('gives every export as bytes, with its words in order', async () => {
        const { source } = await themed();
        await codeWords(source, 'I turn up.', 'Turning up');
        const [{ attribution: label } = { attribution: '' }] = await call(client, 'quote.list', {
          ...on(),
          filter: {},
        });
        const said = ['I trust Sal.', label, 'I turn up.', label];
        const book = ['Someone to rely on', ...said.slice(0, 2)];
        const draft = ['3. Interventions', 'Someone to rely on', 'Sources', label];
        const wanted: readonly (readonly [MethodName, Printed, readonly string[]])[] = [
          ...(['docx', 'xlsx', 'csv', 'md', 'html', 'json'] as const).map(
            format => ['quote.export', format, said] as const,
          ),
          ...(['csv', 'docx', 'xlsx'] as const).map(
            format => ['codebook.export', format, ['Trust', 'Turning up']] as const,
          ),
          ...(['docx', 'md'] as const).map(format => ['themebook.export', format, book] as const),
          ['findings.export', 'docx', draft],
        ];
        for (const [method, format, words] of wanted) {
          const made = (await call(client, method, { ...on(), filter: {}, format } as never)) as Exported;
          expect(made).toMatchObject({ path: null, fileName: expect.stringMatching(new RegExp(`\\.${format}$`)) });
          expect(inOrderIn(linesOf(made.bytes!, format), words), `${method} ${format}`).toEqual(words);
        }
        const png = await call(client, 'map.export', { ...on(), format: 'png' });
        expect([...png.bytes!.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
        const svg = await call(client, 'map.export', { ...on(), format: 'svg' });
        expect(new TextDecoder().decode(svg.bytes!)).toContain('Someone to rely on');
      });

      it('finds a whole study whole', async () => {
        await themed();
        expect(await call(client, 'study.check', on())).toMatchObject({ ok: true, findings: [] });
        const stats = { sources: 1, turns: 6, codes: 1, codings: 1, themes: 1, outcomes: 9 };
        expect(await call(client, 'study.stats', on())).toMatchObject(stats);
        const [last] = await call(client, 'history.list', { ...on(), limit: 10 });
        expect(last).toMatchObject({ coder: 'Ada', command: 'theme.create', state: 'done' });
      });
    });

    describe('disclosure', () => {
      it('refuses a bundle with a sensitive extract until its second yes, or a reason', async () => {
        const source = await importText('robin.txt', interviewText);
        const { start, end } = await codeWords(source, 'I trust Sal.', 'Trust');
        const mark = await call(client, 'sensitive.mark', { ...on(), extract: { source, start, end }, kind: 'abuse' });
        const refused = await refusal(client, 'quote.export', { ...on(), filter: {}, format: 'csv' });
        expect(refused).toMatchObject({ code: 'disclosure', details: { findings: [{ kind: 'sensitive' }] } });
        const [finding] = (await call(client, 'disclosure.check', on())).findings;
        const changed = nextEvent(client, event => event.type === 'changed' && event.command === 'disclosure.accept');
        const findings = [{ finding: finding!.key, reason: 'Robin wants it told.' }];
        await call(client, 'disclosure.accept', { ...on(), findings });
        expect(await changed).toMatchObject({ tables: expect.arrayContaining(['quote', 'journal']) });
        expect(await call(client, 'quote.export', { ...on(), filter: {}, format: 'csv' })).toMatchObject({ items: 1 });
        await call(client, 'disclosure.unaccept', { ...on(), finding: finding!.key });
        await refusal(client, 'quote.export', { ...on(), filter: {}, format: 'csv' });
        await call(client, 'sensitive.agree', { ...on(), mark: mark.id, reason: 'Robin wants it told.' });
        expect(await call(client, 'quote.export', { ...on(), filter: {}, format: 'csv' })).toMatchObject({ items: 1 });
      });

      it('refuses whatever somebody means to print where it holds a name, until that is accepted', async () => {
        await call(client, 'key.make', { ...on(), passphrase: 'quiet harbour morning' });
        const entries = [{ label: '[worker]', terms: ['Sal Harker'] }];
        await call(client, 'replacement.apply', { ...on(), entries, keep: 'key' });
        const printed = { rows: [['Trust', 2]], notes: { theme: 'What Sal Harker did' } };
        const { code, details } = await refusal(client, 'disclosure.words', { ...on(), what: 'a table', printed });
        expect(code).toBe('disclosure');
        const [finding] = (details as { findings: readonly Finding[] }).findings;
        expect(finding).toMatchObject({ kind: 'leftover-name', place: { where: 'a table, under “notes, theme”' } });
        const findings = [{ finding: finding!.key, reason: 'Sal wants it told.' }];
        await call(client, 'disclosure.accept', { ...on(), findings });
        expect(await call(client, 'disclosure.words', { ...on(), what: 'a table', printed })).toBeNull();
      });
    });

    describe('errors', () => {
      it.each([
        ['study.destroy', {}, 'invalid-input'],
        ['study.stats', { study: '' }, 'invalid-input'],
        ['study.stats', { study: 'not a handle' }, 'study-closed'],
        ['study.open', { path: '/no/such/place.ninefold' }, 'study-missing'],
      ])('come as envelopes: %s %j', async (method, input, code) => {
        const error = await refusal(client, method, input);
        expect(error).toMatchObject({ code, message: expect.any(String), details: expect.any(Object) });
      });

      it('name what is not there', async () => {
        const source = '0190a000-0000-7000-8000-000000000000';
        expect(await refusal(client, 'source.get', { ...on(), source })).toMatchObject({ code: 'not-found' });
      });

      it('leave the study as it was', async () => {
        await refusal(client, 'theme.create', { ...on(), name: 'T', codes: ['0190a000-0000-7000-8000-000000000000'] });
        expect(await call(client, 'theme.list', on())).toEqual([]);
      });
    });

    describe('events', () => {
      it('come after the change can be read', async () => {
        const changed = nextEvent(client, event => event.type === 'changed' && event.command === 'code.create');
        await call(client, 'code.create', { ...on(), name: 'Trust' });
        expect(await changed).toMatchObject({
          study: study.handle,
          tables: expect.arrayContaining(['code', 'journal']),
        });
        expect(await call(client, 'code.list', on())).toHaveLength(1);
      });

      it('tell that a study was closed', async () => {
        const closed = nextEvent(client, event => event.type === 'closed');
        await call(client, 'study.close', on());
        expect(await closed).toEqual({ type: 'closed', study: study.handle });
      });

      it('do not come for what was refused', async () => {
        const commands: string[] = [];
        const stop = client.subscribe(event => {
          if (event.type === 'changed') commands.push(event.command);
        });
        await refusal(client, 'code.create', { ...on(), name: '' });
        const renamed = nextEvent(client, event => event.type === 'changed');
        await call(client, 'study.rename', { ...on(), title: 'Renamed' });
        await renamed;
        stop();
        expect(commands).toEqual(['study.rename']);
      });
    });
  });
}
