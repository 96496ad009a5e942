import { extname, resolve } from 'node:path';
import { adviceLines } from '../../../../shared/analysis/disclosure/lines.ts';
import { type ThemeBookFormat, themeBookFormats } from '../../../../shared/api/inputs.ts';
import type { ExportedBundle } from '../../../../shared/api/outputs/printStyle.ts';
import { count } from '../../plain.ts';
import { openGiven, unseenNames } from '../checked.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { type Call, withStudy } from '../study.ts';
import { acceptedFrom, styleFrom } from '../styleFile.ts';

type ReportOptions = CommonOptions &
  KeyOptions & {
    readonly out: string;
    readonly style?: string;
    readonly accept?: string;
  };
export type FindingsOptions = ReportOptions;
export type ThemeBookOptions = ReportOptions & { readonly format?: ThemeBookFormat; readonly quotes?: number };

/** The findings draft, as a Word document; with --json its document is the draft itself. Advice of the disclosure check goes to stderr. */
export function findings(host: CliHost, path: string, options: FindingsOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const printing = await printingOf(host, call, study, options);
    const written = await call('findings.export', { study, format: 'docx', ...printing });
    const document = options.json ? await call('findings.draft', { study }) : null;
    return {
      document,
      text: `Wrote the findings with ${count(written.items, 'theme')} to ${written.path}.\n`,
      messages: await told(call, study, written),
    };
  });
}

/** The theme book; with --json its document says where it went. Advice of the disclosure check goes to stderr. */
export function themeBook(host: CliHost, path: string, options: ThemeBookOptions): Promise<Said> {
  const format = formatFor(options.format, options.out, themeBookFormats);
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const printing = await printingOf(host, call, study, options);
    const written = await call('themebook.export', { study, format, quotes: options.quotes, ...printing });
    return {
      document: { path: written.path, themes: written.items },
      text: `Wrote ${count(written.items, 'theme')} to ${written.path}.\n`,
      messages: await told(call, study, written),
    };
  });
}

const told = async (call: Call, study: string, { findings: found }: ExportedBundle) => [
  ...adviceLines(found.filter(one => one.accepted === null)),
  ...(await unseenNames(call, study)),
];

async function printingOf(host: CliHost, call: Call, study: string, options: ReportOptions) {
  const { out, style, accept } = options;
  await openGiven(host, call, study, options);
  return {
    out: resolve(host.cwd, out),
    ...(style !== undefined && { style: await styleFrom(host, call, study, style) }),
    ...(accept !== undefined && { accept: acceptedFrom(host, accept) }),
  };
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
