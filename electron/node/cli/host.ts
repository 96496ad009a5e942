import type { Core, CoreOptions } from '../core.ts';
import type { Environment } from '../folders.ts';

/** All that the command line takes from the world, so that it can be run in a test as well as in a terminal. */
export type CliHost = {
  readonly createCore: (options: Pick<CoreOptions, 'openStudy'>) => Core;
  /** Writes text as it is, line ends included. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly env: Environment;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Aborted when the user or the system asks the command to stop. */
  readonly signal: AbortSignal;
  /** The built pages, for `serve`. */
  readonly appFolder: string;
  /** Opens an address in the user's browser; false where there is none to open. */
  readonly openBrowser: (url: string) => boolean;
};

/** What a command has to say. `document` is printed with --json, `text` without; `messages` go to stderr in both cases. */
export type Said = {
  readonly document: unknown;
  readonly text: string;
  readonly messages?: readonly string[];
  /** Something was refused or is missing: exit code 1. */
  readonly partly?: boolean;
};

/** Options that every command takes. */
export type CommonOptions = { readonly json?: boolean; readonly passphraseFile?: string };

/**
 * Where relative paths start. `npm run` moves into the project's folder before it starts a script and leaves the folder where the user stood in INIT_CWD;
 * that counts only when npm started this very command there.
 */
export function baseFolder(env: Environment, cwd: string, program: string): string {
  return env.npm_lifecycle_event === 'ninefold' && cwd === program && env.INIT_CWD ? env.INIT_CWD : cwd;
}
