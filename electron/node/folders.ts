import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CoreOptions } from './core.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Machine = { readonly env: Environment; readonly platform: NodeJS.Platform; readonly home: string };

export function thisMachine(env: Environment = process.env): Machine {
  return { env, platform: process.platform, home: homedir() };
}

/** Facts of this machine (recent studies): NINEFOLD_DATA, else where the platform keeps an app's data. */
export function dataFolder({ env, platform, home }: Machine): string {
  if (env.NINEFOLD_DATA) return env.NINEFOLD_DATA;
  switch (platform) {
    case 'win32':
      return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Ninefold');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Ninefold');
    default:
      return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'ninefold');
  }
}

/** Where new studies go: NINEFOLD_STUDIES, else Documents/Ninefold where there is a Documents folder, else Ninefold in the home folder. */
export function studiesFolder({ env, home }: Machine): string {
  if (env.NINEFOLD_STUDIES) return env.NINEFOLD_STUDIES;
  const documents = join(home, 'Documents');
  return existsSync(documents) ? join(documents, 'Ninefold') : join(home, 'Ninefold');
}

/** The folder that holds Ninefold's own package.json, above this file, whether it runs from source or bundled. */
export function programFolder(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (packageOf(folder).name === 'ninefold') return folder;
    if (folder === dirname(folder)) throw new Error(`Ninefold's package.json is not above ${start}`);
  }
}

/** Ninefold's own version. */
export function programVersion(): string {
  return packageOf(programFolder()).version ?? '0.0.0';
}

/** What a core needs to know, from this machine. */
export function coreOptions(machine: Machine = thisMachine()): CoreOptions {
  const program = programFolder();
  return {
    dataFolder: dataFolder(machine),
    studiesFolder: studiesFolder(machine),
    version: programVersion(),
    sampleFolder: machine.env.NINEFOLD_SAMPLE || join(program, 'electron', 'node', 'sample'),
  };
}

/** The built pages of the app: NINEFOLD_APP, else where the build puts them. */
export function appFolder({ env }: Machine): string {
  return env.NINEFOLD_APP || join(programFolder(), 'dist', 'renderer');
}

function packageOf(folder: string): { readonly name?: string; readonly version?: string } {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
