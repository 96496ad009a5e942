import { basename, resolve } from 'node:path';
import type { DoubtfulWords, FoundAll } from '../../../../shared/api/outputs/anonymity.ts';
import { type RedactionEntry, readRedactionCsv } from '../../../../shared/importers/redactionCsv.ts';
import { NinefoldError } from '../../../../shared/model/errors.ts';
import { count } from '../../plain.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { type KeyOptions, openKey } from '../key.ts';
import { type Call, readTextFile, withStudy } from '../study.ts';

export type RedactOptions = CommonOptions &
  KeyOptions & { readonly table: string; readonly dryRun?: boolean; readonly forGood?: boolean };

/** Puts the labels of a table in the place of its words, in every source and note, as one act. Likely misspellings are told and left. */
export function redact(host: CliHost, path: string, options: RedactOptions): Promise<Said> {
  const table = readRedactionCsv(readTextFile(host, options.table), basename(options.table));
  if (!table.ok) throw new NinefoldError(table.error.code, table.error.message, table.error.details);
  const { entries } = table;
  return withStudy(host, path, options, async (call, { handle: study }) => {
    const found = await call('replacement.find', { study, terms: entries.flatMap(entry => entry.terms), near: true });
    const doubtful = doubts(found, entries);
    if (options.dryRun) return dryRun(found, entries, doubtful);
    const keep = options.forGood ? 'nothing' : 'key';
    const told = keep === 'key' ? await openKey(host, call, study, options) : [];
    const applied = await call('replacement.apply', {
      study,
      entries: entries.map(({ label, terms }) => ({ label, terms: [...terms] })),
      keep,
      reason: `Table ${basename(options.table)}`,
    });
    const key = await call('key.state', { study });
    const document = {
      replaced: applied.places,
      sources: applied.sources,
      notes: applied.notes,
      codingsToReview: applied.changed.length,
      key: keep === 'key' ? key.path : null,
      left: doubtful.map(({ title, found: words, label, how }) => ({ source: title, words, label, how })),
    };
    const text = `Replaced ${count(applied.places, 'place')} in ${count(applied.sources, 'source')}, and words in ${count(applied.notes, 'note')}.\n`;
    const backups = key.backups.map(backup => `${backup} still holds the words of before. Delete it or keep it safe.`);
    return { document, text, messages: [...told, ...doubtful.map(doubtInWords), ...backups] };
  });
}

type Doubt = Omit<DoubtfulWords, 'where'> & { readonly title: string; readonly label: string };

/** Places in sources and notes that may be words of the table, but are not replaced without being asked for. */
function doubts(found: FoundAll, entries: readonly RedactionEntry[]): readonly Doubt[] {
  const labels = entries.flatMap(({ label, terms }) => terms.map(() => label));
  const inNotes = found.doubtful.map(({ where, ...words }) => ({ ...words, title: where }));
  return [...found.places.filter(place => !place.sure), ...inNotes].map(place => ({
    ...place,
    label: labels[place.term] ?? '',
  }));
}

const doubtInWords = ({ title, found, label, how, before, after }: Doubt): string =>
  `Left in ${title}: “${found}”, which may be ${label} (${how === 'near' ? 'a near spelling' : 'an everyday word, or a part of another name'}): …${before.slice(-30)}${found}${after.slice(0, 30)}…`.replaceAll(
    '\n',
    ' ',
  );

function dryRun(found: FoundAll, entries: readonly RedactionEntry[], doubtful: readonly Doubt[]): Said {
  const labels = entries.flatMap(({ label, terms }) => terms.map(words => ({ label, words })));
  const sure = found.places.filter(place => place.sure);
  const rows = labels.map(({ label, words }, index) => ({
    label,
    original: words,
    places: sure.filter(place => place.term === index).length,
    doubtful: doubtful.filter(place => place.term === index).length,
  }));
  const notes = found.notes.reduce((sum, note) => sum + note.count, 0);
  return {
    document: { dryRun: true, replacements: rows, places: sure.length, notes, left: doubtful.length },
    text: lines([
      ...rows.map(({ label, original, places }) => `${original} → ${label}: ${count(places, 'place')}`),
      `Would replace ${count(sure.length, 'place')}, and words in ${count(notes, 'note')}. Nothing was changed.`,
    ]),
    messages: doubtful.map(doubtInWords),
  };
}

export type CopyOptions = CommonOptions & KeyOptions & { readonly unchecked?: boolean };

/** Writes a copy of the study that holds no words that were replaced. */
export function copyStudy(host: CliHost, path: string, to: string, options: CopyOptions): Promise<Said> {
  return withStudy(host, path, options, async (call: Call, { handle: study }) => {
    if (options.keyPassphraseFile !== undefined) await openKey(host, call, study, options);
    const { unchecked } = options;
    const made = await call('study.copy', { study, path: resolve(host.cwd, to), unchecked }).catch(withOptions);
    const unseen =
      made.checkedFor === null
        ? [
            'No key was open, so the copy was not searched for words of the table that are left over. Give --key-passphrase-file to have it searched.',
          ]
        : made.left.map(
            ({ where, found, label, count: times }) =>
              `Left in ${where}: “${found}”, which may be ${label}${times > 1 ? `, at ${times} places` : ''}. Read it before you hand the copy on.`,
          );
    return { document: made, text: `Wrote ${made.path}, without the key.\n`, messages: unseen };
  });
}

/** A copy that nobody could search is refused with what to write instead. */
function withOptions(thrown: unknown): never {
  if (!(thrown instanceof NinefoldError) || thrown.code !== 'key-needed') throw thrown;
  throw new NinefoldError(thrown.code, `${thrown.message} Give --key-passphrase-file, or --unchecked.`, thrown.details);
}
