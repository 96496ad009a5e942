import { type SpawnOptionsWithoutStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { programFolder } from '../../electron/node/folders.ts';
import { projectNode } from './node.ts';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
type RunOptions = { readonly powerless?: boolean; readonly env?: Readonly<Record<string, string>> };

const entry = join(programFolder(), 'electron', 'node', 'cli.ts');

/** The real command line, started in `cwd` with data folders of its own. */
export async function ninefold(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = start(cwd, args, options);
  const ran = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', text => {
    ran.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    ran.stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...ran };
}

/** Runs with --json: stdout must be exactly one JSON document. */
export async function json(cwd: string, args: readonly string[], options: RunOptions = {}) {
  const ran = await ninefold(cwd, [...args, '--json'], options);
  return { ...ran, document: JSON.parse(ran.stdout) };
}

export function start(cwd: string, args: readonly string[], { powerless = false, env = {} }: RunOptions = {}) {
  const options: SpawnOptionsWithoutStdio = {
    cwd,
    env: {
      ...process.env,
      NINEFOLD_DATA: join(cwd, '.data'),
      NINEFOLD_STUDIES: join(cwd, 'studies'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      ...env,
    },
  };
  const [command, ...rest] = [...(powerless ? withoutPower() : []), projectNode(), entry, ...args];
  return spawn(command ?? '', rest, options);
}

/** Whether file permissions can be tested here: as root only where root's power over them can be laid down. */
export function permissionsCount(): boolean {
  if (process.platform === 'win32') return false;
  if (process.getuid?.() !== 0) return true;
  return spawnSync('setpriv', [...withoutPower().slice(1), 'true']).status === 0;
}

/** Before a command: takes from root the power to read and write what it may not. */
function withoutPower(): readonly string[] {
  const powers = '-dac_override,-dac_read_search';
  return process.getuid?.() === 0 ? ['setpriv', `--inh-caps=${powers}`, `--bounding-set=${powers}`] : [];
}
