import { namesUnseen } from '../../../shared/analysis/disclosure/unseen.ts';
import type { CliHost } from './host.ts';
import type { KeyOptions } from './key.ts';
import { type Call, passphraseOf } from './study.ts';

/** Opens the key where a file with its passphrase is given. @throws what opening throws. */
export async function openGiven(host: CliHost, call: Call, study: string, options: KeyOptions): Promise<void> {
  const { keyPassphraseFile: file } = options;
  if (file === undefined) return;
  const { passphrase = '' } = passphraseOf(host, { passphraseFile: file });
  await call('key.open', { study, passphrase });
}

/** What the check of an export could not look for, as lines for stderr. */
export async function unseenNames(call: Call, study: string): Promise<readonly string[]> {
  const { state } = await call('key.state', { study });
  return state === 'open' ? [] : [`Unseen: ${namesUnseen}`];
}

/** To be called before a command prints what it read of the study. @returns lines for stderr. @throws `disclosure` with what blocks it and is not accepted. */
export async function checkedToPrint(
  call: Call,
  study: string,
  what: string,
  printed: unknown,
): Promise<readonly string[]> {
  await call('disclosure.words', { study, what, printed });
  return unseenNames(call, study);
}
