import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import type { MethodName, Methods, OutputOf } from '../../../shared/api/methods.ts';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { decodeText } from '../../../shared/text/decode.ts';
import type { Caller, Core } from '../core.ts';
import { readFileSafely } from '../files.ts';
import type { CliHost, CommonOptions } from './host.ts';

/** Calls the core; its refusals are thrown as NinefoldError. */
export type Call = <Name extends MethodName>(
  name: Name,
  input: z.output<Methods[Name]['input']>,
) => Promise<OutputOf<Name>>;

export function caller(core: Core, host: Caller['host'] = 'cli'): Call {
  return async <Name extends MethodName>(name: Name, input: z.output<Methods[Name]['input']>) => {
    const envelope = await core.call(name, input, { host });
    if (!envelope.ok) throw new NinefoldError(envelope.error.code, envelope.error.message, envelope.error.details);
    return envelope.value as OutputOf<Name>;
  };
}

/** Runs `work` with a core, and closes the core whatever happens: on success, on errors, and when the command is told to stop. */
export async function withCore<Result>(host: CliHost, work: (call: Call) => Promise<Result>): Promise<Result> {
  const core = host.createCore({});
  try {
    return await untilStopped(host.signal, work(caller(core)));
  } finally {
    await core.close();
  }
}

/** Opens the study, runs `work`, and gives the study's lock back. */
export function withStudy<Result>(
  host: CliHost,
  path: string,
  common: CommonOptions,
  work: (call: Call, study: StudyInfo) => Promise<Result>,
): Promise<Result> {
  return withCore(host, async call => work(call, await openStudy(host, call, path, common)));
}

export function openStudy(host: CliHost, call: Call, path: string, common: CommonOptions): Promise<StudyInfo> {
  return call('study.open', { path: resolve(host.cwd, path), ...passphraseOf(host, common) });
}

/** The passphrase in the file's first line, without its line end. @throws what reading throws, and `passphrase-needed` where the line is empty. */
export function passphraseOf(host: CliHost, { passphraseFile }: CommonOptions): { readonly passphrase?: string } {
  if (passphraseFile === undefined) return {};
  const [passphrase] = readTextFile(host, passphraseFile).split(/\r?\n/, 1);
  if (!passphrase) {
    throw new NinefoldError(
      'passphrase-needed',
      `The first line of ${passphraseFile} is empty. It should be the study's passphrase.`,
      { path: passphraseFile },
    );
  }
  return { passphrase };
}

/** A text file in any of the encodings that Ninefold reads. @throws what reading and decoding throw, naming the file. */
export function readTextFile(host: CliHost, path: string): string {
  const decoded = decodeText(readFileSafely(resolve(host.cwd, path)));
  if (!decoded.ok) throw new NinefoldError(decoded.code, `${basename(path)}: ${decoded.message}`, { path });
  return decoded.text;
}

/** Rejects when the command is told to stop, without waiting for what runs. @throws `refused`. */
export function untilStopped<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new NinefoldError('refused', 'Stopped before the end. What was finished is saved.'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  return Promise.race([work, stopped]).finally(() => signal.removeEventListener('abort', stop));
}
