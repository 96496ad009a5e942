import { resolve } from 'node:path';
import { adviceLines } from '../../../../shared/analysis/disclosure/lines.ts';
import type { QuoteFormat } from '../../../../shared/api/inputs.ts';
import type { CheckedFinding } from '../../../../shared/model/disclosure.ts';
import { NinefoldError } from '../../../../shared/model/errors.ts';
import type { QuoteState } from '../../../../shared/model/preparedQuotes.ts';
import type { BundleColumn } from '../../../../shared/model/printStyles.ts';
import { count } from '../../plain.ts';
import { unseenNames } from '../checked.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { type Call, passphraseOf, withStudy } from '../study.ts';
import { acceptedFrom, savedStyle, styleFrom } from '../styleFile.ts';

export type QuotesOptions = CommonOptions &
  KeyOptions & {
    readonly outcome?: number;
    readonly theme?: string;
    readonly group?: string;
    readonly phase?: number;
    readonly participant?: string;
    readonly unthemed?: boolean;
    readonly state?: QuoteState;
    readonly vivid?: boolean;
    readonly format: QuoteFormat;
    readonly out?: string;
    readonly style?: string;
    readonly template?: string;
    readonly columns?: string;
    readonly context?: number;
    readonly asSpoken?: boolean;
    readonly accept?: string;
  };

/** Quotes in report order: written to a file, and as a document for --json. Without a file they are printed, as JSON. Advice of the disclosure check goes to stderr. */
export function quotes(host: CliHost, path: string, options: QuotesOptions): Promise<Said> {
  const { outcome, theme, group, phase, participant, unthemed, state, vivid, format, out, json } = options;
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const asked = {
      study,
      filter: { outcome, theme, group, phase, participant, unthemed, state, vivid },
      ...(await printOptions(host, call, study, options)),
    };
    const told = async (findings: readonly CheckedFinding[]) => [
      ...adviceLines(findings.filter(one => one.accepted === null)),
      // As spoken, names stand there on purpose.
      ...(options.asSpoken ? [] : await unseenNames(call, study)),
    ];
    const asDocument = async () => {
      const { bytes, findings } = await call('quote.export', { ...asked, format: 'json' }).catch(none);
      return { document: JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())), findings };
    };
    if (out === undefined) {
      const { document, findings } = await asDocument();
      return { document, text: `${JSON.stringify(document, null, 2)}\n`, messages: await told(findings) };
    }
    const written = await call('quote.export', { ...asked, format, out: resolve(host.cwd, out) });
    return {
      document: json ? (await asDocument()).document : null,
      text: `Wrote ${count(written.items, 'quote')} to ${written.path ?? out}.\n`,
      messages: await told(written.findings),
    };
  });
}

/** Printing no quotes is no mistake: the list is empty. */
function none(thrown: unknown) {
  if (!(thrown instanceof NinefoldError) || thrown.code !== 'nothing-to-export') throw thrown;
  return { bytes: new TextEncoder().encode('[]'), findings: [] };
}

async function printOptions(host: CliHost, call: Call, study: string, options: QuotesOptions) {
  const { style, template, columns, context, asSpoken, accept, keyPassphraseFile } = options;
  if (asSpoken || keyPassphraseFile !== undefined) await openSpoken(host, call, study, keyPassphraseFile);
  return {
    ...(style !== undefined && { style: await styleFrom(host, call, study, style) }),
    ...(template !== undefined && { template: await savedStyle(call, study, 'bundle', template) }),
    ...(columns !== undefined && { columns: columns.split(',').map(column => column.trim() as BundleColumn) }),
    ...(context !== undefined && { context }),
    ...(asSpoken && { spoken: true }),
    ...(accept !== undefined && { accept: acceptedFrom(host, accept) }),
  };
}

/** Opens the key that is there. @throws `key-needed` where there is none or no passphrase is given, and what opening throws. */
async function openSpoken(host: CliHost, call: Call, study: string, file: string | undefined): Promise<void> {
  const { state, path } = await call('key.state', { study });
  if (state === 'open') return;
  const passphrase = file === undefined ? undefined : passphraseOf(host, { passphraseFile: file }).passphrase;
  if (state === 'closed' && passphrase !== undefined) {
    await call('key.open', { study, passphrase });
    return;
  }
  throw new NinefoldError(
    'key-needed',
    state === 'none'
      ? `The words as spoken are in the study's key, and there is none at ${path}. Nothing was written.`
      : `The words as spoken are in ${path}, which needs its passphrase. Nothing was written. Give --key-passphrase-file.`,
    { path },
  );
}
