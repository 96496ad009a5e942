import { CommanderError } from 'commander';
import { type ErrorEnvelope, toEnvelope } from '../../../shared/model/errors.ts';
import { programVersion } from '../folders.ts';
import type { CliHost, CommonOptions, Said } from './host.ts';
import { createProgram } from './program.ts';

/** 0 done, 1 partly or refused, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command of the command line and gives its exit code; never rejects. `argv` are the arguments alone ("new", "x.ninefold", …).
 * With --json exactly one document goes to stdout, `{ error }` where the command failed; messages go to stderr.
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  let code: ExitCode = 0;
  const say = ({ document, text, messages = [], partly = false }: Said, { json }: CommonOptions) => {
    host.stdout(json ? `${JSON.stringify(document, null, 2)}\n` : text);
    for (const message of messages) host.stderr(`${message}\n`);
    if (partly) code = 1;
  };
  const fail = (error: ErrorEnvelope) => {
    if (argv.includes('--json')) host.stdout(`${JSON.stringify({ error }, null, 2)}\n`);
  };
  try {
    await createProgram(host, say, programVersion()).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      if (thrown.exitCode === 0) return 0;
      fail({ code: 'invalid-input', message: thrown.message.replace(/^error: /, ''), details: {} });
      return 2;
    }
    const error = toEnvelope(thrown);
    fail(error);
    host.stderr(`${error.message}\n`);
    return error.code === 'invalid-input' ? 2 : 1;
  }
}
