import { basename, resolve } from 'node:path';
import type { ImportReport, PreviewItem } from '../../../../shared/api/outputs.ts';
import { type ErrorEnvelope, NinefoldError, toEnvelope } from '../../../../shared/model/errors.ts';
import type { SourceKind } from '../../../../shared/model/kinds.ts';
import { count } from '../../plain.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { expandPaths } from '../importPaths.ts';
import { type Call, readTextFile, withStudy } from '../study.ts';

type Facts = {
  readonly kind?: SourceKind;
  readonly group?: string;
  readonly phase?: number;
  readonly participant?: string;
};
export type ImportOptions = CommonOptions & Facts & { readonly sources?: string; readonly dryRun?: boolean };

type Reading = {
  readonly study: string;
  /** Text of the table of sources, and its name for messages. */
  readonly sources: { readonly name: string; readonly text: string } | null;
  readonly facts: Facts;
  readonly dryRun: boolean;
};

/** Imports files and folders, each file by itself, so that one that can't be read stops none of the others. Rows are in the order of the paths. */
export function importFiles(
  host: CliHost,
  path: string,
  given: readonly string[],
  options: ImportOptions,
): Promise<Said> {
  const { sources, dryRun = false } = options;
  return withStudy(host, path, options, async (call, { handle }) => {
    const reading: Reading = {
      study: handle,
      sources: sources === undefined ? null : { name: basename(sources), text: readTextFile(host, sources) },
      facts: factsOf(options),
      dryRun,
    };
    const rows: ImportReport[] = [];
    for (const { path: file, error } of expandPaths(given.map(one => resolve(host.cwd, one)))) {
      rows.push(error ? rejected(basename(file), error) : await importOne(call, reading, file));
    }
    return told(rows, dryRun);
  });
}

function factsOf({ kind, group, phase, participant }: Facts): Facts {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(group === undefined ? {} : { group }),
    ...(phase === undefined ? {} : { phase }),
    ...(participant === undefined ? {} : { participant }),
  };
}

/** Reads a file and stores it, unless the run is dry. What is wrong with the file is in its row. @throws what is wrong with the run as a whole. */
async function importOne(call: Call, reading: Reading, path: string): Promise<ImportReport> {
  const [item] = await preview(call, reading, path);
  if (!item) throw new Error('a file was read without an answer');
  if (item.error || item.draft === null) return rejected(item.file, item.error ?? toEnvelope('no draft was made'));
  if (reading.dryRun) return foreseen(item);
  try {
    const [row] = await call('import.commit', { study: reading.study, items: [{ draft: item.draft }] });
    return row ?? rejected(item.file, toEnvelope('the import gave no report'));
  } catch (thrown) {
    return rejected(item.file, toEnvelope(thrown));
  }
}

async function preview(call: Call, { study, sources, facts }: Reading, path: string): Promise<readonly PreviewItem[]> {
  try {
    return await call('import.preview', {
      study,
      files: [{ path }],
      facts,
      ...(sources ? { sources: sources.text } : {}),
    });
  } catch (thrown) {
    const { code, message, details } = toEnvelope(thrown);
    const ofTable = sources && (code === 'csv-columns' || code === 'csv-broken') && !message.includes(sources.name);
    throw ofTable ? new NinefoldError(code, `${sources.name}: ${message}`, details) : thrown;
  }
}

/** The row that storing this file would give. */
function foreseen(item: PreviewItem): ImportReport {
  const { file, title, kind, group, phase, participant, turns, words, characters, warnings } = item;
  return {
    file,
    status: item.duplicateOf === null ? 'imported' : 'skipped',
    ...{ title, kind, group, phase, participant, turns },
    speakers: item.speakers.map(({ label, turns }) => ({ label, turns })),
    ...{ words, characters, warnings },
  };
}

function rejected(file: string, { code, message }: ErrorEnvelope): ImportReport {
  return {
    file,
    status: 'rejected',
    title: file,
    kind: 'unknown',
    group: null,
    phase: null,
    participant: null,
    turns: 0,
    speakers: [],
    words: 0,
    characters: 0,
    warnings: [{ code, message }],
  };
}

function told(rows: readonly ImportReport[], dryRun: boolean): Said {
  const of = (status: ImportReport['status']) => rows.filter(row => row.status === status);
  const bad = of('rejected');
  const rest = `${of('skipped').length} skipped, ${bad.length} rejected`;
  const sum = `${count(of('imported').length, 'source')} ${dryRun ? 'would be imported' : 'imported'}, ${rest}.`;
  return {
    document: rows,
    text: lines([...rows.filter(row => row.status !== 'rejected').flatMap(rowLines), sum]),
    messages: bad.flatMap(row =>
      row.warnings.map(({ message }) => (message.includes(row.file) ? message : `${row.file}: ${message}`)),
    ),
    partly: bad.length > 0,
  };
}

function rowLines(row: ImportReport): readonly string[] {
  const facts = [
    row.kind,
    row.group,
    row.phase === null ? null : `phase ${row.phase}`,
    row.participant,
    count(row.turns, 'turn'),
    count(row.words, 'word'),
  ];
  const head = `${row.status === 'skipped' ? 'skipped ' : 'imported'}  ${row.title}  (${facts.filter(fact => fact !== null).join(', ')})`;
  return [head, ...row.warnings.map(({ message }) => `          ${message}`)];
}
