import type { EntryId, SourceId } from '../../shared/model/ids.ts';
import { type Paced, stretch } from '../paced.ts';
import type { Cell, Row, TableName } from '../rows.ts';
import type { StudyFile } from '../studyFile.ts';
import type { Change } from '../writer.ts';
import { type Printer, printerOf, type Term } from './asPrinted.ts';
import type { OpenKey } from './keyFile.ts';
import type { KeyRecord, SealedAct, SealedEntry } from './records.ts';

export type { Term } from './asPrinted.ts';

/** An act that takes words out of a study. */
export type Sealing = {
  readonly entry: EntryId;
  readonly changes: readonly Change[];
  readonly terms: readonly Term[];
  readonly key: OpenKey | null;
  /** `all` of what is kept, where words are replaced; where putting words back is taken back, what was kept `since` that act: all before it is as it was then, and acts that stand go on resting on it. */
  readonly reach: 'all' | 'since';
};

/**
 * Takes the words of `terms` out of all that is kept besides the current rows: entries of the journal, texts that are not current any more, files as they were imported.
 * Part of the act's transaction.
 * @returns what has to be in the key, under the act's entry, before the transaction is committed; where there is no key it is gone for good.
 */
export function* seal(file: StudyFile, { entry, changes, terms, key, reach }: Sealing): Paced<readonly KeyRecord[]> {
  const needed = reach === 'all' ? new Set<string>() : textsOfBefore(file, entry, changes);
  const texts = file.read
    .all<{ id: string; text: string }>(
      'SELECT id, text FROM text_revision WHERE id NOT IN (SELECT text_id FROM source)',
    )
    .filter(text => !needed.has(text.id));
  const originals = file.read.all<{ sha256: string; bytes: Uint8Array }>(
    'SELECT sha256, bytes FROM original WHERE length(bytes) > 0',
  );
  const said = printerOf(terms);
  const from = reach === 'all' ? 0 : seqOf(file, entry);
  const others = yield* stretch(0, 0.6, sealedEntries(file, said, entry, from));
  const own = ownEntry(file, said, entry, changes);
  yield 0.8;
  putEntries(file, [...others.after, own.after]);
  for (const { id } of texts) file.statement('DELETE FROM text_revision WHERE id = ?').run(id);
  file.statement("UPDATE original SET bytes = x'' WHERE length(bytes) > 0").run();
  return [
    ...originals
      .filter(({ sha256 }) => key !== null && key.originalOf(sha256) === null)
      .map(({ sha256, bytes }) => ({
        kind: 'original' as const,
        sha256,
        bytes: Buffer.from(bytes).toString('base64'),
      })),
    {
      kind: 'act',
      entry,
      changes,
      journal: [...others.before, own.before],
      texts: texts.map(({ id, text }) => [id, text]),
    },
  ];
}

/** Writes entries of the journal as sealed ones. */
function putEntries(file: StudyFile, entries: readonly SealedEntry[]): void {
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = 1 WHERE seq = ?',
  );
  for (const one of entries) put.run(one.input, one.summary, one.reason, one.changes, one.seq);
}

/** Writes entries of the journal as they were before they were sealed. */
export function putBack(file: StudyFile, entries: readonly SealedEntry[]): void {
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = ? WHERE seq = ?',
  );
  for (const one of entries) put.run(one.input, one.summary, one.reason, one.changes, one.sealed, one.seq);
}

/** Puts texts back that were taken out. */
export function putTextsBack(file: StudyFile, texts: SealedAct['texts']): void {
  const put = file.statement('INSERT INTO text_revision (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const [id, words] of texts) put.run(id, words);
}

/** An act's own entry stays known as one that seals: done again, it has to do so again. */
export function stillSeals(file: StudyFile, entry: EntryId): void {
  file.statement('UPDATE journal SET sealed = 1 WHERE id = ?').run(entry);
}

/** The entries of an act's record with the changes of its own one written out. */
export const entriesOf = ({ journal, changes }: SealedAct): readonly SealedEntry[] =>
  journal.map(one => (one.changes === '' ? { ...one, changes: JSON.stringify(changes) } : one));

/**
 * Seals entries that were put back, where they hold words of `terms`.
 * @returns them as they were.
 */
export function sealAgain(
  file: StudyFile,
  terms: readonly Term[],
  entries: readonly SealedEntry[],
): readonly SealedEntry[] {
  const said = printerOf(terms);
  const held = entries.flatMap(before => {
    const after = entryAsPrinted(file, said, before);
    return sameWords(before, after) ? [] : [{ before, after }];
  });
  putEntries(
    file,
    held.map(one => one.after),
  );
  return held.map(one => one.before);
}

export const entryOf = (file: StudyFile, id: EntryId): SealedEntry | undefined =>
  file.read.get<SealedEntry>('SELECT seq, input, summary, reason, changes, sealed FROM journal WHERE id = ?', id);

const seqOf = (file: StudyFile, entry: EntryId): number => entryOf(file, entry)?.seq ?? 0;

/** Texts that acts of before `entry`, and acts on other sources, may go back or forth to. */
function textsOfBefore(file: StudyFile, entry: EntryId, changes: readonly Change[]): ReadonlySet<string> {
  const own = new Set(changes.flatMap(([table, id]) => (table === 'source' ? [id as SourceId] : [])));
  const acts = file.read.all<{ changes: string; before: number }>(
    `SELECT j.changes, j.seq < ? AS before FROM undo_stack s JOIN journal j ON j.id = s.entry_id
     WHERE instr(j.changes, '["source",') > 0`,
    seqOf(file, entry),
  );
  return new Set(
    acts.flatMap(act =>
      (JSON.parse(act.changes) as readonly Change[])
        .filter(([table, id]) => table === 'source' && (act.before === 1 || !own.has(id as SourceId)))
        .flatMap(([, , was, is]) => [was?.text_id, is?.text_id].filter(id => typeof id === 'string')),
    ),
  );
}

/** What an act's changes need of texts: those that sources have before or after it. */
export const textsIn = (changes: readonly Change[]): ReadonlySet<Cell> =>
  new Set(
    changes.flatMap(([table, , was, is]) => (table === 'source' ? [was?.text_id ?? null, is?.text_id ?? null] : [])),
  );

/** Whether the study holds all texts that an act goes back or forth to. */
export const hasTexts = ({ statement }: StudyFile, changes: readonly Change[]): boolean =>
  [...textsIn(changes)].every(
    id => id === null || statement('SELECT 1 FROM text_revision WHERE id = ?').get(id) !== undefined,
  );

type Sealed = { readonly before: readonly SealedEntry[]; readonly after: readonly SealedEntry[] };

/** The entry of the act itself, which is sealed whatever it holds. Its changes stand in the record of the act: '' in its entry means those. */
function ownEntry(file: StudyFile, said: Printer, id: EntryId, changes: readonly Change[]) {
  const row = file.read.get<Omit<SealedEntry, 'changes'>>(
    'SELECT seq, input, summary, reason, sealed FROM journal WHERE id = ?',
    id,
  );
  if (!row) throw new Error('The act that seals has no entry in the journal.');
  const before: SealedEntry = { ...row, changes: '' };
  const printed = JSON.stringify(changesAsPrinted(file, said, changes));
  return { before, after: { ...wordsAsPrinted(said, before), changes: printed } };
}

/** Other entries of the journal from `since` on that hold any of the words, as they are and as they will stand. */
function* sealedEntries(file: StudyFile, said: Printer, own: EntryId, since: number): Paced<Sealed> {
  const before: SealedEntry[] = [];
  const after: SealedEntry[] = [];
  const last = file.read.count('SELECT coalesce(max(seq), 0) FROM journal');
  for (let from = Math.max(0, since - 1); from < last; from += atATime) {
    yield from / last;
    const rows = file.read.all<SealedEntry & { readonly id: EntryId }>(
      'SELECT id, seq, input, summary, reason, changes, sealed FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq',
      from,
      from + atATime,
    );
    for (const { id, ...entry } of rows) {
      if (id === own) continue;
      const printed = entryAsPrinted(file, said, entry);
      if (sameWords(entry, printed)) continue;
      before.push(entry);
      after.push(printed);
    }
  }
  return { before, after };
}

/** Entries of the journal that are read at one go. */
const atATime = 20;

/** An entry with all but its changes as printed. */
const wordsAsPrinted = (said: Printer, entry: SealedEntry): SealedEntry => ({
  ...entry,
  input: jsonAsPrinted(entry.input, said.data),
  summary: said.summary(entry.summary),
  reason: entry.reason === null ? null : said.words(entry.reason),
});

const entryAsPrinted = (file: StudyFile, said: Printer, entry: SealedEntry): SealedEntry => ({
  ...wordsAsPrinted(said, entry),
  changes: jsonAsPrinted(entry.changes, changes => changesAsPrinted(file, said, changes as readonly Change[])),
});

const sameWords = (a: SealedEntry, b: SealedEntry) =>
  a.input === b.input && a.summary === b.summary && a.reason === b.reason && a.changes === b.changes;

/** JSON in which something was replaced; the very same text where nothing was. */
function jsonAsPrinted(json: string, printed: (value: unknown) => unknown): string {
  const value: unknown = JSON.parse(json);
  const now = printed(value);
  return now === value ? json : JSON.stringify(now);
}

/** Columns that hold a stretch of a text, which may begin or end within a name. */
const stretches = new Set(['quoted', 'prefix', 'suffix']);

function changesAsPrinted(file: StudyFile, said: Printer, changes: readonly Change[]): readonly Change[] {
  const now = changes.map((change): Change => {
    const [table, id, before, after] = change;
    const was = before && rowAsPrinted(said, before);
    const is = after && rowAsPrinted(said, after, before && was && { row: before, printed: was });
    const kept = is === after || (after && isCurrent(file, table, id, after)) ? after : is;
    return was === before && kept === after ? change : [table, id, was, kept];
  });
  return now.every((change, index) => change === changes[index]) ? changes : now;
}

/** `like`: the row as it was before, of which most cells are the same. */
function rowAsPrinted(said: Printer, row: Row, like: { readonly row: Row; readonly printed: Row } | null = null): Row {
  let printed: Record<string, Cell> | null = null;
  for (const [column, cell] of Object.entries(row)) {
    if (typeof cell !== 'string') continue;
    const known = like !== null && like.row[column] === cell;
    const words = known ? (like.printed[column] ?? '') : stretches.has(column) ? said.stretch(cell) : said.words(cell);
    if (words !== cell) printed = { ...(printed ?? row), [column]: words };
  }
  return printed ?? row;
}

/** A row that stands as the entry left it holds what the study holds anyway, and the journal must go on saying so. */
function isCurrent(file: StudyFile, table: TableName, id: string, row: Row): boolean {
  const now = file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
  return now !== undefined && Object.entries(now).every(([column, cell]) => (row[column] ?? null) === cell);
}
