import { NinefoldError } from '../../../shared/model/errors.ts';
import type { CliHost } from './host.ts';
import { type Call, passphraseOf } from './study.ts';

export type KeyOptions = { readonly keyPassphraseFile?: string };

/**
 * Opens the study's key with the passphrase of the file, or makes one where there is none; without a file a new key is given a passphrase that is told once.
 * @returns what to tell on stderr. @throws `key-needed` where there is a key and no passphrase, and what opening throws.
 */
export async function openKey(
  host: CliHost,
  call: Call,
  study: string,
  options: KeyOptions,
): Promise<readonly string[]> {
  const { keyPassphraseFile: file } = options;
  const given = file === undefined ? undefined : passphraseOf(host, { passphraseFile: file }).passphrase;
  const { state, path } = await call('key.state', { study });
  if (state === 'open') return [];
  if (state === 'closed') {
    if (given !== undefined) {
      await call('key.open', { study, passphrase: given });
      return [];
    }
    throw new NinefoldError(
      'key-needed',
      `The original words are in ${path}, which needs its passphrase. Nothing was changed. Give --key-passphrase-file.`,
      { path },
    );
  }
  const passphrase = given ?? (await call('key.suggest', {})).passphrase;
  await call('key.make', { study, passphrase });
  return given !== undefined
    ? [`The original words go to ${path}.`]
    : [
        `The original words go to ${path}. Its passphrase is told this once and kept nowhere: ${passphrase}`,
        'Write it down and keep it apart from the study. Without it nobody can bring the original words back.',
      ];
}
