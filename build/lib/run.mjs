import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command in the project's folder; gives its exit code and, with `capture`, what it printed. Never throws for a failing command; a command
 * that is not there gives 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string>>, capture?: boolean, quiet?: boolean, timeout?: number }} [options] `timeout` in ms
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, capture = false, quiet = false, timeout } = {}) {
  return new Promise(done => {
    const shown = quiet ? 'ignore' : 2;
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', shown, shown];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio,
      timeout,
      shell: process.platform === 'win32' && /^(?:npm|npx)$/.test(command),
    });
    let output = '';
    child.stdout?.on('data', chunk => {
      output += chunk;
    });
    child.stderr?.on('data', chunk => {
      output += chunk;
    });
    child.on('error', error => done({ code: 127, output: String(error.message) }));
    child.on('close', code => done({ code: code ?? 1, output }));
  });
}
