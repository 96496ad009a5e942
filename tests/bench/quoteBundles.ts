import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCore } from './benchCore.ts';
import { disclosureStudy } from './disclosure.ts';
import { ms, time } from './measure.ts';
import type { Report } from './report.ts';

const wanted = { csv: '200 ms', xlsx: '1,000 ms', docx: '1,500 ms', md: '', html: '', json: '' } as const;

/** Times bundles of 3,230 quotes on the real core and a real file, with the writing of the file; the first of each choice also pays for the disclosure check, which has a row of its own. */
export async function benchQuoteBundles({ row }: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const core = benchCore(folder);
  try {
    const study = await disclosureStudy(core, join(folder, 'quotes.ninefold'));
    const { findings } = await core.call('disclosure.check', { study, filter: {} });
    const blocking = findings.filter(one => one.level === 'blocking').map(one => one.key);
    await core.call('disclosure.accept', {
      study,
      findings: blocking.map(finding => ({ finding, reason: 'A bench' })),
    });
    const style = { template: '{method} {participant|group|"somebody"}[, {phase}]' };
    for (const [format, reach] of Object.entries(wanted) as [keyof typeof wanted, string][]) {
      for (const more of [{}, { context: 1, style }]) {
        const out = join(folder, `out.${format}`);
        let items = 0;
        const taken = await time(
          7,
          async () => {
            items = (await core.call('quote.export', { study, filter: {}, format, out, ...more })).items;
          },
          () => undefined,
        );
        const bytes = readFileSync(out);
        const floor = await time(
          7,
          () => writeFileSync(join(folder, 'floor.out'), bytes, { flush: true }),
          () => undefined,
        );
        const plain = Object.keys(more).length === 0;
        row(
          `quotes as ${format}${plain ? '' : ', with a style and a turn around each'}`,
          `${items.toLocaleString('en-GB')} quotes, ${(bytes.length / 1048576).toFixed(1)} MB`,
          `${ms(taken.median)} ms, p95 ${ms(taken.p95)} ms`,
          `${ms(floor.median)} ms (write the bytes)`,
          plain ? reach : '',
        );
      }
    }
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
