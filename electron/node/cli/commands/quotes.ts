import { resolve } from 'node:path';
import type { QuoteFormat } from '../../../../shared/api/inputs.ts';
import { count } from '../../plain.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { withStudy } from '../study.ts';

export type QuotesOptions = CommonOptions & {
  readonly outcome?: number;
  readonly theme?: string;
  readonly group?: string;
  readonly phase?: number;
  readonly participant?: string;
  readonly unthemed?: boolean;
  readonly format: QuoteFormat;
  readonly out?: string;
};

/** Quotes in report order: written to a file, and as a document for --json. Without a file they are printed, as JSON. */
export function quotes(host: CliHost, path: string, options: QuotesOptions): Promise<Said> {
  const { outcome, theme, group, phase, participant, unthemed, format, out } = options;
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const filter = { outcome, theme, group, phase, participant, unthemed };
    const document = await call('quote.list', { study, filter });
    if (out === undefined) return { document, text: `${JSON.stringify(document, null, 2)}\n` };
    const written = await call('quote.export', { study, filter, format, out: resolve(host.cwd, out) });
    return { document, text: `Wrote ${count(written.items, 'quote')} to ${written.path ?? out}.\n` };
  });
}
