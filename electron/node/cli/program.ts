import { Command, Option } from 'commander';
import {
  type CodebookFormat,
  codebookFormats,
  type MapFormat,
  mapFormats,
  type QuoteFormat,
  quoteFormats,
  type ThemeBookFormat,
  themeBookFormats,
} from '../../../shared/api/inputs.ts';
import { type QuoteState, quoteStates } from '../../../shared/model/preparedQuotes.ts';
import { mapViews } from '../../../shared/model/themeMap.ts';
import { type CodebookOptions, codebook } from './commands/codebook.ts';
import { codeExtracts } from './commands/codeExtracts.ts';
import { type DisclosureCliOptions, disclosure } from './commands/disclosure.ts';
import { type ImportOptions, importFiles } from './commands/import.ts';
import { check, stats } from './commands/inspect.ts';
import { type MapOptions, themeMap } from './commands/map.ts';
import { type MatrixOptions, matrix, matrixCounts, matrixRows } from './commands/matrix.ts';
import { type NewOptions, newStudy } from './commands/new.ts';
import { type QuotesOptions, quotes } from './commands/quotes.ts';
import { type CopyOptions, copyStudy, type RedactOptions, redact } from './commands/redact.ts';
import { type FindingsOptions, findings, type ThemeBookOptions, themeBook } from './commands/report.ts';
import { type ServeOptions, serve } from './commands/serve.ts';
import { type ThemesOptions, themes } from './commands/themes.ts';
import type { CliHost, CommonOptions, Said } from './host.ts';
import { oneOf, sourceKind, wholeNumber } from './values.ts';

/** Those held back are in no bundle. */
const printedStates = quoteStates.filter(state => state !== 'held');

/** Prints what a command said, and keeps its exit code. */
export type Say = (said: Said, options: CommonOptions) => void;

type WithoutFormat<Options extends { readonly format: string }> = Omit<Options, 'format'> & {
  readonly format?: Options['format'];
};

/** The commands and their options, which are contract. Wrong usage is thrown as CommanderError. */
export function createProgram(host: CliHost, say: Say, version: string): Command {
  const program = new Command('ninefold')
    .description('Qualitative thematic analysis in one study file.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: host.stdout, writeErr: host.stderr })
    .showHelpAfterError('Add --help for what can be given.');

  common(program, 'new', 'make a study')
    .argument('<study>', 'path of the new study file')
    .option('--title <title>', "the study's title; else the file's name")
    .option('--framework <file>', 'outcomes from a JSON file; else the nine by default')
    .option('--coder <name>', "who codes; else the user's name on this computer")
    .action(async (study: string, options: NewOptions) => say(await newStudy(host, study, options), options));

  common(program, 'import', 'import transcripts: files, or folders with all below them')
    .argument('<study>', 'the study file')
    .argument('<path...>', 'files and folders')
    .option('--sources <file>', 'a CSV with columns file, method, group, participant, phase')
    .option('--kind <kind>', 'kind of source', sourceKind)
    .option('--group <group>', 'group of participants')
    .option('--phase <number>', 'phase of the evaluation', wholeNumber(1, 99))
    .option('--participant <name>', 'participant')
    .option('--dry-run', 'only tell what would be imported')
    .action(async (study: string, paths: string[], options: ImportOptions) =>
      say(await importFiles(host, study, paths, options), options),
    );

  common(program, 'code-extracts', 'find the extracts of a table in their sources, and code them')
    .argument('<study>', 'the study file')
    .argument('<table>', 'a CSV with columns id, source, speaker, extract, code, theme, outcome')
    .action(async (study: string, table: string, options: CommonOptions) =>
      say(await codeExtracts(host, study, table, options), options),
    );

  common(program, 'codebook', 'write the codebook, or make and change codes by a table')
    .argument('<study>', 'the study file')
    .option('--out <file>', 'where to write it')
    .option(
      '--format <format>',
      `${codebookFormats.join(', ')}; else as the file's name ends, else csv`,
      oneOf<CodebookFormat>(codebookFormats),
    )
    .addOption(new Option('--import <file>', 'a CSV to make and change codes by').conflicts('out'))
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: CodebookOptions) => say(await codebook(host, study, options), options));

  common(program, 'themes', 'give the themes with what they rest on, or make and change themes by a table')
    .argument('<study>', 'the study file')
    .option(
      '--import <file>',
      'CSV with columns name, concept, definition, is not, status, codes, outcomes, parent, role, narrative, reason; or JSON',
    )
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: ThemesOptions) => say(await themes(host, study, options), options));

  common(program, 'quotes', 'give quotes in report order, with their attribution')
    .argument('<study>', 'the study file')
    .option('--outcome <number>', 'only under this outcome', wholeNumber(1, 999))
    .option('--theme <theme>', 'only of this theme')
    .option('--group <group>', 'only of this group')
    .option('--phase <number>', 'only of this phase', wholeNumber(1, 99))
    .option('--participant <name>', 'only of this participant')
    .option('--state <state>', printedStates.join(', '), oneOf<QuoteState>(printedStates))
    .option('--vivid', 'only those starred as vivid')
    .option('--unthemed', 'only what is in no theme')
    .option('--format <format>', quoteFormats.join(', '), oneOf<QuoteFormat>(quoteFormats))
    .option('--out <file>', 'where to write; JSON is printed without it')
    .option('--style <style>', 'how quotes are attributed: a file with a template, or a saved style')
    .option('--template <name>', 'a saved choice of columns and parts')
    .option('--columns <columns>', 'columns of a table, with commas between them')
    .option('--context <number>', 'turns before and after each quote', wholeNumber(0, 20))
    .option('--as-spoken', 'with the words that were replaced; needs the key, marks every page, and is journalled')
    .option('--key-passphrase-file <file>', "a file with the key's passphrase in its first line")
    .option('--accept <file>', 'JSON of findings of the disclosure check to go along with, each with a reason')
    .action(async (study: string, options: WithoutFormat<QuotesOptions>, command: Command) =>
      say(await quotes(host, study, { ...options, format: formatOf(options, command) }), options),
    );

  common(program, 'redact', 'put labels in the place of words that identify, by a table')
    .argument('<study>', 'the study file')
    .requiredOption('--table <file>', 'a CSV with columns original, label')
    .option('--dry-run', 'only tell what would be replaced')
    .option('--key-passphrase-file <file>', "a file with the key's passphrase in its first line")
    .option('--for-good', 'keep no key: the original words can never be brought back')
    .action(async (study: string, options: RedactOptions) => say(await redact(host, study, options), options));

  common(program, 'copy', 'save a copy that holds no words that were replaced')
    .argument('<study>', 'the study file')
    .argument('<new>', 'path of the copy')
    .requiredOption('--without-key', 'leave out the original words, the files as imported and the way back')
    .option('--key-passphrase-file <file>', 'search the copy for words of the table that are left over')
    .option('--unchecked', 'save it though no key is open and nothing can be searched for')
    .action(async (study: string, to: string, options: CopyOptions) =>
      say(await copyStudy(host, study, to, options), options),
    );

  common(program, 'themebook', 'write the theme book: every theme with what it is and what it rests on')
    .argument('<study>', 'the study file')
    .requiredOption('--out <file>', 'where to write it')
    .option(
      '--format <format>',
      `${themeBookFormats.join(', ')}; else as the file's name ends, else docx`,
      oneOf<ThemeBookFormat>(themeBookFormats),
    )
    .option('--quotes <number>', 'quotes of each theme; else 10', wholeNumber(0, 100_000))
    .option('--style <style>', 'how quotes are attributed: a file with a template, or a saved style')
    .option('--accept <file>', 'JSON of findings of the disclosure check to go along with, each with a reason')
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: ThemeBookOptions) => say(await themeBook(host, study, options), options));

  common(program, 'findings', 'write the findings draft in report order, as a Word document')
    .argument('<study>', 'the study file')
    .requiredOption('--out <file>', 'where to write it')
    .option('--style <style>', 'how quotes are attributed: a file with a template, or a saved style')
    .option('--accept <file>', 'JSON of findings of the disclosure check to go along with, each with a reason')
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: FindingsOptions) => say(await findings(host, study, options), options));

  common(program, 'disclosure', 'tell what could identify somebody in what would be printed')
    .argument('<study>', 'the study file')
    .option('--outcome <number>', 'only the quotes under this outcome', wholeNumber(1, 999))
    .option('--theme <theme>', 'only the quotes of this theme')
    .option('--least <number>', 'people whom a label has to be carried by; else 5', wholeNumber(1, 1_000))
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: DisclosureCliOptions) =>
      say(await disclosure(host, study, options), options),
    );

  common(program, 'map', 'draw a view of the theme map')
    .argument('<study>', 'the study file')
    .addOption(new Option('--view <view>', 'which view').choices(mapViews).default('flow'))
    .option('--outcome <number>', 'only this outcome, and the themes under it', wholeNumber(1, 999))
    .option('--format <format>', mapFormats.join(', '), oneOf<MapFormat>(mapFormats))
    .option('--out <file>', 'where to write; JSON is printed without it')
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: WithoutFormat<MapOptions>, command: Command) =>
      say(await themeMap(host, study, { ...options, format: formatOf(options, command) }), options),
    );

  common(program, 'matrix', 'count codes or themes by source, group, phase, speaker or attribute')
    .argument('<study>', 'the study file')
    .option('--rows <rows>', matrixRows.join(', '), oneOf<MatrixOptions['rows']>(matrixRows), 'codes')
    .option(
      '--columns <columns>',
      'source, group, phase, speaker, or the name of an attribute of participants',
      'group',
    )
    .option('--count <count>', matrixCounts.join(', '), oneOf<MatrixOptions['count']>(matrixCounts), 'extracts')
    .option('--out <file>', 'where to write it, as CSV; JSON is printed without it')
    .option('--key-passphrase-file <file>', 'open the key, so that leftover names are looked for')
    .action(async (study: string, options: MatrixOptions) => say(await matrix(host, study, options), options));

  common(program, 'stats', 'count what the study holds')
    .argument('<study>', 'the study file')
    .action(async (study: string, options: CommonOptions) => say(await stats(host, study, options), options));

  common(program, 'check', 'check that the study is whole')
    .argument('<study>', 'the study file')
    .action(async (study: string, options: CommonOptions) => say(await check(host, study, options), options));

  common(program, 'serve', 'open the study in a browser on this computer')
    .argument('<study>', 'the study file')
    .option('--port <number>', 'port to answer at; else any free one', wholeNumber(0, 65_535))
    .option('--no-open', 'open no browser, and stay until stopped')
    .action(async (study: string, options: ServeOptions) => serve(host, study, options));

  return program;
}

function common(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', 'print one JSON document and nothing else')
    .option('--passphrase-file <file>', "a file with the study's passphrase in its first line");
}

/** The format asked for; JSON where only --json says what is wanted. A format that is not text needs a file to go to. */
function formatOf<Format extends string>(
  { format, out, json }: { readonly format?: Format; readonly out?: string; readonly json?: boolean },
  command: Command,
): Format | 'json' {
  const chosen = format ?? (json && out === undefined ? 'json' : undefined);
  if (chosen === undefined) return command.error("error: option '--format <format>' is missing");
  if (out === undefined && chosen !== 'json') {
    return command.error(`error: option '--out <file>' is missing: ${chosen} is not printed`);
  }
  return chosen;
}
