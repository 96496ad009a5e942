import { rmSync } from 'node:fs';
import type { CopyMade } from '../shared/api/outputs/anonymity.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId } from '../shared/model/ids.ts';
import { findOccurrences } from '../shared/text/occurrences.ts';
import { redactedSpans } from './brackets.ts';
import { explain } from './errors.ts';
import { perform } from './journal.ts';
import type { Term } from './key/seal.ts';
import { termsInForce } from './key/terms.ts';
import { redactNotes } from './redact.ts';
import { listSources, sourceText } from './sources.ts';
import { openStudyFile, type StudyFile } from './studyFile.ts';

/**
 * Writes a copy of a study that holds no words that were replaced: no files as imported, no texts of before, no way back by undo, the journal as printed.
 * While the key is open, words of the table that are left in a source are refused, and those in notes are replaced in the copy.
 * @throws `disclosure` naming the places, `study-exists`, `study-read-only`, `disk-full`; leaves nothing behind then.
 */
export function copyWithoutKey(file: StudyFile, path: string, coder: CoderId): CopyMade {
  const terms = termsInForce(file);
  refuseLeftOver(file, terms);
  try {
    file.copyTo(path);
  } catch (thrown) {
    throw explain(thrown, path);
  }
  try {
    const copy = openStudyFile(path, { passphrase: file.location.passphrase });
    try {
      clear(copy, terms, coder);
    } finally {
      copy.close();
    }
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw thrown;
  }
  return { path, checkedFor: file.keyring.open ? terms.length : null };
}

function clear(copy: StudyFile, terms: readonly Term[], coder: CoderId): void {
  perform(
    copy,
    { coder, command: 'study.copy', input: {}, undoable: false, seals: { terms: () => terms, key: null } },
    write => {
      redactNotes(copy.read, write, terms);
      return { result: null, summary: 'Saved a copy without the key' };
    },
  );
}

function refuseLeftOver(file: StudyFile, terms: readonly Term[]): void {
  const words = terms.map(term => term.words);
  const left = listSources(file.read).flatMap(({ id, title }) =>
    findOccurrences(sourceText(file.read, id), words, { skip: redactedSpans(file.read, id) })
      .filter(one => one.sure)
      .map(one => ({ source: id, title, start: one.start, found: one.found, label: terms[one.term]?.label ?? '' })),
  );
  if (left.length === 0) return;
  const titles = [...new Set(left.map(one => one.title))];
  throw new NinefoldError(
    'disclosure',
    `Words of the table of replacements still stand in ${titles.slice(0, 3).join(', ')}${
      titles.length > 3 ? ` and ${titles.length - 3} more` : ''
    }: ${left.length} in all. No copy was made. Replace them first.`,
    { left: left.slice(0, 200) },
  );
}
