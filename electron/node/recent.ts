import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentStudy } from '../../shared/api/outputs.ts';
import { ensureFolder, writeFileSafely } from './files.ts';

const entry = z.object({
  path: z.string(),
  title: z.string(),
  openedAt: z.string(),
  sources: z.number(),
  themes: z.number(),
});
type Entry = z.infer<typeof entry>;

/** The studies opened on this machine, newest first; kept as JSON in the data folder. */
export type Recent = {
  list(): readonly RecentStudy[];
  note(study: Entry): void;
  forget(path: string): void;
};

const most = 12;

export function createRecent(dataFolder: string): Recent {
  const path = join(dataFolder, 'recent.json');
  const read = (): readonly Entry[] => {
    if (!existsSync(path)) return [];
    // A list of recent files is a convenience: if another program spoilt it, it starts anew and no study is touched.
    const parsed = z.array(entry).safeParse(parseJson(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : [];
  };
  const write = (entries: readonly Entry[]) => {
    ensureFolder(dataFolder);
    writeFileSafely(path, new TextEncoder().encode(`${JSON.stringify(entries, null, 2)}\n`));
  };
  return {
    list: () => read().map(one => ({ ...one, present: existsSync(one.path) })),
    note: study => write([study, ...read().filter(one => one.path !== study.path)].slice(0, most)),
    forget: forgotten => write(read().filter(one => one.path !== forgotten)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
