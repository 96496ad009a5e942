import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** The core's program and the environment it runs in; `asChild`: on a Node of its own, as coreLink.ts says. */
export type CoreProgram = { readonly entry: string; readonly env: NodeJS.ProcessEnv; readonly asChild: boolean };

/**
 * Where the core's program lies, and how it runs. The environment may choose (NINEFOLD_CORE) in a working copy and in a trial package, which is built
 * with the test Electron; never in the app that people have, where no environment variable may name a program to run.
 */
export function coreProgram(): CoreProgram {
  const folder = app.getAppPath();
  const asChild = mayChoose(folder) && process.env.NINEFOLD_CORE === 'child';
  // A plain Node can't read an archive: in a trial package its files lie beside it.
  const place = asChild ? folder.replace(/app\.asar$/, 'app.asar.unpacked') : folder;
  return {
    entry: join(place, 'dist', 'electron', 'core.mjs'),
    env: { ...process.env, NINEFOLD_SAMPLE: join(place, 'electron', 'node', 'sample') },
    asChild,
  };
}

function mayChoose(folder: string): boolean {
  if (!app.isPackaged) return true;
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'trial' in manifest && manifest.trial === true;
}
