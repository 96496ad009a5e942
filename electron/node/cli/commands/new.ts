import { userInfo } from 'node:os';
import { basename, resolve } from 'node:path';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { type Call, passphraseOf, readTextFile, withCore } from '../study.ts';

export type NewOptions = CommonOptions & {
  readonly title?: string;
  readonly framework?: string;
  readonly coder?: string;
};

/** Makes a study file. The title is the file's name unless given, the coder the user's name on this computer. */
export function newStudy(host: CliHost, path: string, options: NewOptions): Promise<Said> {
  return withCore(host, async call => {
    const { handle: _handle, ...study } = await call('study.create', {
      path: resolve(host.cwd, path),
      title: options.title ?? (basename(path).replace(/\.ninefold$/i, '') || 'Study'),
      coder: options.coder ?? userName(),
      ...passphraseOf(host, options),
      ...(options.framework === undefined ? {} : { framework: await frameworkOf(host, call, options.framework) }),
    });
    const { counts, title, coder, encrypted } = study;
    return {
      document: study,
      text: `Made ${study.path}: “${title}”, ${counts.outcomes} outcomes, coder ${coder.name}${encrypted ? ', encrypted' : ''}.\n`,
    };
  });
}

function frameworkOf(host: CliHost, call: Call, file: string) {
  return call('framework.parse', { json: readTextFile(host, file), name: basename(file) });
}

function userName(): string {
  try {
    return userInfo().username || 'Coder';
  } catch {
    // A user without an entry in the system's list of users has no name.
    return 'Coder';
  }
}
