import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';

/** Collects the figures of one part. */
export type Report = {
  /** `reach` is what the issue asks for, where it asks for something. */
  row(act: string, size: string, figure: string, floor: string, reach?: string): void;
  say(line: string): void;
};

type Row = readonly [act: string, size: string, figure: string, floor: string, reach: string];
type Part = { readonly title: string; readonly rows: readonly Row[]; readonly made: string };

const root = join(import.meta.dirname, '../..');
const kept = join(root, '.cache/bench/figures.json');

/** Runs one part and keeps its figures, so that the page holds the newest of each part, whichever are run. */
export async function runPart(name: string, title: string, work: (report: Report) => Promise<void>): Promise<void> {
  const rows: Row[] = [];
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const before = loadavg()[0] ?? 0;
  await work({
    say,
    row: (act, size, figure, floor, reach = '') => {
      rows.push([act, size, figure, floor, reach]);
      say(`${act} (${size}): ${figure} · floor ${floor}${reach === '' ? '' : ` · wanted ${reach}`}`);
    },
  });
  const busy = `load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
  const made = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${busy}`;
  const parts = { ...figures(), [name]: { title, rows, made } };
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(parts, null, 1));
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs/bench.md'), page(Object.values(parts)));
}

function figures(): Readonly<Record<string, Part>> {
  return existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
}

function page(parts: readonly Part[]): string {
  const tables = parts.map(
    ({ title, rows, made }) =>
      `## ${title}\n\n${made}.\n\n| act | size | Ninefold | floor | wanted |\n|---|---|---|---|---|\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n`,
  );
  return `# Measured speed\n\nMade by \`npm run bench\` (\`npm run bench -- main\`, \`core\`, \`window\`, \`themes\`, \`large\` or \`small\` for a part). Medians after a warm-up, and the 95th percentile where it is given; the floor is measured in the same run: the least that the disk, the language or the browser must do for it. A load above the number of cores means that other programs took part of the time.\n\n${tables.join('\n')}`;
}
