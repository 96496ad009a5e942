import { existsSync, renameSync, rmSync } from 'node:fs';
import type { CopyMade, LeftInCopy } from '../shared/api/outputs/anonymity.ts';
import type { Occurrence } from '../shared/model/anonymity.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId } from '../shared/model/ids.ts';
import { isOnlyWords } from '../shared/text/certainty.ts';
import { findOccurrences } from '../shared/text/occurrences.ts';
import { redactedSpans } from './brackets.ts';
import { explain } from './errors.ts';
import { perform } from './journal.ts';
import type { Term } from './key/seal.ts';
import { notePlaces } from './noteColumns.ts';
import type { Reader } from './reader.ts';
import { doubtfulNotes, redactNotes } from './redact.ts';
import { listSources, sourceText } from './sources.ts';
import { openReader, openStudyFile, type StudyFile, type StudyLocation } from './studyFile.ts';

export type CopyRequest = {
  readonly path: string;
  readonly coder: CoderId;
  /** The words of the table of replacements; null while the key is closed, and nothing can be looked for. */
  readonly terms: readonly Term[] | null;
};

/** Where a copy stands until it is whole. */
export const unfinished = (path: string): string => `${path}.part`;

/** Takes away what is left of a copy that was not finished. */
export function dropUnfinished(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${unfinished(path)}${suffix}`, { force: true });
}

/**
 * Writes a copy of a study that holds no words that were replaced: no files as imported, no texts of before, no way back by undo, the journal as printed.
 * Words of the table that are left in a source are refused, those in notes are replaced in the copy, and what only may be one is told. The study may be open meanwhile; nothing stands at `path` before all of it is done.
 * @throws `disclosure` naming the places, `study-exists`, `study-read-only`, `disk-full`; leaves nothing behind then.
 */
export function copyWithoutKey(
  location: StudyLocation,
  { path, coder, terms }: CopyRequest,
  tell: (done: number, total: number) => void = () => undefined,
): CopyMade {
  if (existsSync(path)) {
    throw new NinefoldError(
      'study-exists',
      `There is a file at ${path} already. Choose another name; it was not touched.`,
      { path },
    );
  }
  const part = unfinished(path);
  dropUnfinished(path);
  try {
    const study = openReader(location);
    try {
      refuseLeftOver(study.read, terms ?? []);
      tell(20, 100);
      study.copyTo(part);
    } finally {
      study.close();
    }
    tell(40, 100);
    let left: readonly LeftInCopy[] = [];
    const copy = openStudyFile(part, { passphrase: location.passphrase });
    try {
      clear(copy, terms ?? [], coder);
      left = doubtful(copy.read, terms ?? []);
    } finally {
      copy.close();
    }
    renameSync(part, path);
    return { path, checkedFor: terms?.length ?? null, left };
  } catch (thrown) {
    dropUnfinished(path);
    throw explain(thrown, path);
  }
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

/** Words of the copy that may be those of a term, but were not replaced; the same words in one place as one. Everyday words in lower case are not told. */
function doubtful(read: Reader, terms: readonly Term[]): readonly LeftInCopy[] {
  const words = terms.map(term => term.words);
  const told = (where: string, one: Occurrence) => ({ where, found: one.found, label: terms[one.term]?.label ?? '' });
  const inTexts = listSources(read).flatMap(({ id, title }) =>
    findOccurrences(sourceText(read, id), words, { near: true, skip: redactedSpans(read, id) })
      .filter(one => !isOnlyWords(one.found))
      .map(one => told(`“${title}”`, one)),
  );
  const inNotes = doubtfulNotes(read, terms, { near: true }).map(one => told(notePlaces[one.table] ?? one.table, one));
  const alike = Map.groupBy([...inTexts, ...inNotes], one => JSON.stringify(one));
  return [...alike.values()].flatMap(([one, ...more]) => (one ? [{ ...one, count: more.length + 1 }] : []));
}

function refuseLeftOver(read: Reader, terms: readonly Term[]): void {
  const words = terms.map(term => term.words);
  const left = listSources(read).flatMap(({ id, title }) =>
    findOccurrences(sourceText(read, id), words, { skip: redactedSpans(read, id) })
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
