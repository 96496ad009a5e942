import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Code } from '../../shared/model/entities.ts';
import { sourceFormats } from '../../shared/model/kinds.ts';
import { type BenchCore, benchCore } from './benchCore.ts';
import { asFile, speech } from './material.ts';
import { ms, time } from './measure.ts';
import type { Report } from './report.ts';

/** Times the main job on the real core and real files: import, coding, opening, search in one transcript, export. */
export async function benchMainJob(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const core = benchCore(folder);
  try {
    await importing(core, folder, report);
    await coding(core, folder, report);
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importing({ call }: BenchCore, folder: string, { row }: Report): Promise<void> {
  const turns = speech(1500, 100);
  for (const format of sourceFormats) {
    const bytes = asFile(format, turns);
    const path = join(folder, `floor.${format}`);
    const mb = bytes.length / 1048576;
    const study = await call('study.create', { title: `Import ${format}`, coder: 'Bench' });
    let number = 0;
    const imported = await time(
      5,
      async (file: Uint8Array) => {
        const [item] = await call('import.preview', {
          study: study.handle,
          files: [{ name: `interview-${number}.${format}`, bytes: file }],
        });
        if (!item?.draft) throw new Error(item?.error?.message);
        await call('import.commit', { study: study.handle, items: [{ draft: item.draft }] });
      },
      () =>
        asFile(
          format,
          speech(1500, 100).map((turn, n) => (n === 0 ? { ...turn, said: `Version ${number++}. ${turn.said}` } : turn)),
        ),
    );
    const floor = await time(
      5,
      () => writeFileSync(path, bytes, { flush: true }),
      () => undefined,
    );
    row(
      `import .${format}`,
      `${mb.toFixed(2)} MB, 150,000 words`,
      `${(mb / (imported.median / 1000)).toFixed(1)} MB/s (${ms(imported.median)} ms)`,
      `${ms(floor.median)} ms (write the bytes)`,
    );
    await call('study.close', { study: study.handle });
  }
}

async function coding({ call }: BenchCore, folder: string, { row }: Report): Promise<void> {
  const path = join(folder, 'coding.ninefold');
  let study = await call('study.create', { title: 'Coding', coder: 'Bench', path });
  const bytes = asFile('txt', speech(1000, 100));
  const [item] = await call('import.preview', { study: study.handle, files: [{ name: 'interview.txt', bytes }] });
  await call('import.commit', { study: study.handle, items: [{ draft: item?.draft ?? '' }] });
  const [source] = await call('source.list', { study: study.handle });
  if (!source) throw new Error('nothing imported');
  const codes: Code[] = [];
  for (let n = 0; n < 40; n++) codes.push(await call('code.create', { study: study.handle, name: `Code ${n}` }));
  await call('theme.create', {
    study: study.handle,
    name: 'Theme',
    codes: codes.map(code => code.id),
    outcomes: [(await call('framework.get', { study: study.handle })).outcomes[0]!.id],
  });
  let at = 0;
  const apply = (run: number) => {
    at += Math.floor(source.characters / 3200);
    return { study: study.handle, source: source.id, start: at, end: at + 60, codes: [codes[(run + 40) % 40]!.id] };
  };
  const applied = await time(3000, input => call('coding.apply', input), apply);
  const floorFile = join(folder, 'floor.bin');
  const floor = await time(
    200,
    () => writeFileSync(floorFile, 'x'.repeat(600), { flush: true }),
    () => undefined,
  );
  row(
    'apply a code, acknowledged on disk',
    '100,000 words, up to 3,000 codings',
    `${ms(applied.median)} ms, p95 ${ms(applied.p95)} ms`,
    `${ms(floor.median)} ms (write 600 bytes and flush)`,
  );
  const opened = await time(
    7,
    async () => {
      study = await call('study.open', { path });
      await call('source.get', { study: study.handle, source: source.id });
    },
    () => call('study.close', { study: study.handle }),
  );
  const readFloor = await time(
    7,
    () => readFileSync(path),
    () => undefined,
  );
  row(
    'open the study and its transcript',
    '100,000 words, 3,000 codings',
    `${ms(opened.median)} ms, p95 ${ms(opened.p95)} ms`,
    `${ms(readFloor.median)} ms (read the file)`,
  );
  const text = new TextDecoder().decode(bytes);
  const found = await time(
    15,
    () => call('search.find', { study: study.handle, text: 'nobody asked me', limit: 200 }),
    () => undefined,
  );
  const scan = await time(
    15,
    () => text.split('nobody asked me').length,
    () => undefined,
  );
  row(
    'search a phrase',
    '100,000 words',
    `${ms(found.median)} ms, p95 ${ms(found.p95)} ms`,
    `${ms(scan.median)} ms (scan of the text)`,
  );
  for (const format of ['csv', 'json', 'docx'] as const) {
    const out = join(folder, `out.${format}`);
    const exported = await time(
      5,
      () => call('quote.export', { study: study.handle, filter: {}, format, out }),
      () => undefined,
    );
    const written = readFileSync(out);
    const writeFloor = await time(
      5,
      () => writeFileSync(join(folder, 'floor.out'), written, { flush: true }),
      () => undefined,
    );
    row(
      `export quotes .${format}`,
      '3,000 quotes',
      `${ms(exported.median)} ms`,
      `${ms(writeFloor.median)} ms (write the bytes)`,
    );
  }
  for (const format of ['svg', 'png'] as const) {
    const drawn = await time(
      5,
      () => call('map.export', { study: study.handle, format }),
      () => undefined,
    );
    row(`theme map .${format}`, '1 theme, 40 codes', `${ms(drawn.median)} ms`, '–');
  }
}
