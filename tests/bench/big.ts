import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader } from '../../db/studyFile.ts';
import { type BenchCore, benchCore } from './benchCore.ts';
import { type BigSize, bigStudy } from './bigStudy.ts';
import { ms, time } from './measure.ts';
import type { Report } from './report.ts';
import { random, vocabulary } from './words.ts';

/** Opening, searching, listing and weighing a large study, through the core. */
export async function benchBigStudy(report: Report, size: BigSize): Promise<void> {
  const path = bigStudy(size, report.say);
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const core = benchCore(folder);
  try {
    const study = await opening(core, path, report);
    await searching(core, study, path, report);
    await extracts(core, study, report);
    await together(core, study, size, report);
    await core.call('study.close', { study });
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function opening({ call }: BenchCore, path: string, { row }: Report): Promise<string> {
  const read = async () => {
    const { handle: study } = await call('study.open', { path });
    await call('study.info', { study });
    await call('source.list', { study });
    await call('code.list', { study });
    await call('theme.list', { study });
    return study;
  };
  let study = await read();
  const opened = await time(
    7,
    async () => {
      study = await read();
    },
    () => call('study.close', { study }),
  );
  const floor = await time(
    7,
    () => openReader({ path, passphrase: undefined }).close(),
    () => undefined,
  );
  row(
    'open the study; sources, codebook and themes with their counts',
    `${(statSync(path).size / 1_048_576).toFixed(0)} MB`,
    `${ms(opened.median)} ms, p95 ${ms(opened.p95)} ms`,
    `${ms(floor.median)} ms (open the file)`,
    '500 ms',
  );
  return study;
}

async function searching({ call }: BenchCore, study: string, path: string, { row }: Report): Promise<void> {
  const next = random(5);
  const words = vocabulary();
  const word = () => words[Math.floor(words.length ** (next(1000) / 1000))] ?? '';
  const reader = openReader({ path, passphrase: undefined });
  const ids = reader.read.all<{ id: string }>('SELECT id FROM text_revision ORDER BY id').map(one => one.id);
  const textOf = (id: string) =>
    reader.read.get<{ text: string }>('SELECT text FROM text_revision WHERE id = ?', id)?.text ?? '';
  const phrase = () => {
    const text = textOf(ids[next(ids.length)] ?? '');
    const [, ...said] = text.slice(next(text.length - 400)).split(/\s+/, 5);
    return said
      .slice(0, 2 + next(2))
      .join(' ')
      .replace(/[.,]/g, '');
  };
  const part = (letters: string) => {
    const from = next(Math.max(1, letters.length - 3));
    return letters.slice(from, from + 3 + next(3));
  };
  const floor = await time(
    20,
    () => Array.from({ length: 50 }, () => textOf(ids[next(ids.length)] ?? '').length),
    () => undefined,
  );
  const least = `${ms(floor.median)} ms (read 50 transcripts)`;
  const kinds = [
    ['a word', 'words', word],
    ['a phrase', 'words', () => `"${phrase()}"`],
    ['two words in one turn', 'words', () => `${word()} ${word()}`],
    ['a beginning', 'words', () => `${(words[next(20_000)] ?? '').slice(0, 3)}*`],
    ['a substring', 'substring', () => part(words[next(20_000)] ?? '')],
    ['a phrase that begins and ends inside words', 'substring', () => phrase().slice(1, -1)],
  ] as const;
  for (const [name, mode, make] of kinds) {
    const found = await time(
      100,
      text => call('search.find', { study, text, mode, limit: 50 }),
      () => make(),
    );
    row(
      `search ${name}`,
      '100 different ones, 50 hits shown',
      `${ms(found.median)} ms, p95 ${ms(found.p95)} ms`,
      least,
      'p95 50 ms',
    );
  }
  const typed = `${words[70]} ${words[71]} ${words[300]}`;
  let length = typed.length;
  const deleted = await time(
    typed.length * 3,
    text => call('search.find', { study, text, typing: true, limit: 50 }),
    () => {
      length = length <= 1 ? typed.length : length - 1;
      return typed.slice(0, length);
    },
  );
  row(
    'a query deleted letter by letter',
    `${typed.length} letters`,
    `${ms(deleted.median)} ms, p95 ${ms(deleted.p95)} ms`,
    least,
  );
  reader.close();
}

async function extracts({ call }: BenchCore, study: string, { row }: Report): Promise<void> {
  const codes = await call('code.list', { study });
  const most = codes.toSorted((a, b) => b.extracts - a.extracts)[0];
  if (!most) return;
  const page = await time(
    9,
    () => call('extract.page', { study, code: most.id, group: 'source', offset: 0, limit: 50 }),
    () => undefined,
  );
  row(
    'all extracts of a code, first 50',
    `${most.extracts.toLocaleString('en-GB')} extracts`,
    `${ms(page.median)} ms, p95 ${ms(page.p95)} ms`,
    '–',
    '100 ms',
  );
}

async function together({ call }: BenchCore, study: string, { codings }: BigSize, { row }: Report): Promise<void> {
  const size = `${codings.toLocaleString('en-GB')} codings`;
  for (const [name, near] of [
    ['co-occurrence of all codes', undefined],
    ['co-occurrence, also within 5 words', 5],
  ] as const) {
    let meanwhile = 0;
    const found = await time(
      3,
      async () => {
        const answer = call('analysis.cooccurrence', { study, ...(near !== undefined && { near }) });
        let done = false;
        const end = answer.finally(() => {
          done = true;
        });
        while (!done) {
          const began = performance.now();
          await call('study.info', { study });
          await new Promise(resolve => setImmediate(resolve));
          meanwhile = Math.max(meanwhile, performance.now() - began);
        }
        await end;
      },
      () => undefined,
    );
    row(name, size, `${ms(found.median)} ms; other calls meanwhile at most ${ms(meanwhile)} ms`, '–', '2,000 ms');
  }
  const matrix = await time(
    3,
    () => call('analysis.matrix', { study, rows: 'codes', columns: 'group', count: 'extracts' }),
    () => undefined,
  );
  row('matrix of codes by group', size, `${ms(matrix.median)} ms`, '–');
}
