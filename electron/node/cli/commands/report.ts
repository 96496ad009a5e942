import { extname, resolve } from 'node:path';
import { type ThemeBookFormat, themeBookFormats } from '../../../../shared/api/inputs.ts';
import { count } from '../../plain.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { withStudy } from '../study.ts';

export type FindingsOptions = CommonOptions & { readonly out: string };
export type ThemeBookOptions = CommonOptions & {
  readonly out: string;
  readonly format?: ThemeBookFormat;
  readonly quotes?: number;
};

/** The findings draft, as a Word document; with --json its document is the draft itself. */
export function findings(host: CliHost, path: string, options: FindingsOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const written = await call('findings.export', { study, format: 'docx', out: resolve(host.cwd, options.out) });
    const document = await call('findings.draft', { study });
    return { document, text: `Wrote the findings with ${count(written.items, 'theme')} to ${written.path}.\n` };
  });
}

/** The theme book; with --json its document says where it went. */
export function themeBook(host: CliHost, path: string, options: ThemeBookOptions): Promise<Said> {
  const format = formatFor(options.format, options.out, themeBookFormats);
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const out = resolve(host.cwd, options.out);
    const written = await call('themebook.export', { study, format, quotes: options.quotes, out });
    return {
      document: { path: written.path, themes: written.items },
      text: `Wrote ${count(written.items, 'theme')} to ${written.path}.\n`,
    };
  });
}

/** The format asked for, else the one that the file's name ends in, else the first. */
export function formatFor<Format extends string>(
  asked: Format | undefined,
  out: string,
  formats: readonly [Format, ...Format[]],
): Format {
  const ending = extname(out).slice(1).toLowerCase();
  return asked ?? formats.find(one => one === ending) ?? formats[0];
}
