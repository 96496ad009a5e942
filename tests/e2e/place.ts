import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home of its own for one run of the app: nothing of the person's own is read or written. */
export type Place = {
  readonly path: string;
  readonly home: string;
  /** Where new studies go. */
  readonly studies: string;
  /** Recent studies and the like. */
  readonly data: string;
  /** The environment to start the app in. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
};

export function createPlace(): Place {
  const path = mkdtempSync(join(tmpdir(), 'ninefold-e2e-'));
  const [home, studies, data] = [join(path, 'home'), join(path, 'studies'), join(path, 'data')];
  for (const folder of [home, studies, data]) mkdirSync(folder);
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = {
    ...Object.fromEntries(given),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    NINEFOLD_DATA: data,
    NINEFOLD_STUDIES: studies,
  };
  return { path, home, studies, data, env, remove: () => rmSync(path, { recursive: true, force: true }) };
}
