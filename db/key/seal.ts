import type { CoderId, EntryId } from '../../shared/model/ids.ts';
import { replaceWords } from '../../shared/text/occurrences.ts';
import type { Cell, Row, TableName } from '../rows.ts';
import type { StudyFile } from '../studyFile.ts';
import type { Change } from '../writer.ts';
import type { OpenKey } from './keyFile.ts';
import type { KeyRecord, SealedAct, SealedEntry } from './records.ts';

/** Words that must not stand in the study any more, and what is printed in their place. */
export type Term = { readonly words: string; readonly label: string };

/**
 * Takes the words of `terms` out of all that is kept besides the current rows: entries of the journal, texts that are not current any more, files as they were imported.
 * With a key, all of it goes there first, under the act's entry; without one it is gone for good. Part of the act's transaction.
 * `coder`: whose acts that wait to be done again came after this one; they and their texts stay. Those of others are let go.
 */
export function seal(
  file: StudyFile,
  entry: EntryId,
  changes: readonly Change[],
  terms: readonly Term[],
  key: OpenKey | null,
  coder: CoderId,
): void {
  file.statement('DELETE FROM undo_stack WHERE done = 0 AND coder_id <> ?').run(coder);
  const ahead = actsAhead(file);
  const texts = file.read
    .all<{ id: string; text: string }>(
      'SELECT id, text FROM text_revision WHERE id NOT IN (SELECT text_id FROM source)',
    )
    .filter(text => !ahead.texts.has(text.id));
  const originals = file.read.all<{ sha256: string; bytes: Uint8Array }>(
    'SELECT sha256, bytes FROM original WHERE length(bytes) > 0',
  );
  const { before, after } = sealedEntries(file, terms, key ? entry : null, ahead.entries);
  if (key) {
    const kept: readonly KeyRecord[] = [
      ...originals
        .filter(({ sha256 }) => key.originalOf(sha256) === null)
        .map(({ sha256, bytes }) => ({
          kind: 'original' as const,
          sha256,
          bytes: Buffer.from(bytes).toString('base64'),
        })),
      { kind: 'act', entry, changes, journal: before, texts: texts.map(({ id, text }) => [id, text]) },
    ];
    key.add(kept);
  }
  for (const { id } of texts) file.statement('DELETE FROM text_revision WHERE id = ?').run(id);
  file.statement("UPDATE original SET bytes = x'' WHERE length(bytes) > 0").run();
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = 1 WHERE seq = ?',
  );
  for (const one of after) put.run(one.input, one.summary, one.reason, one.changes, one.seq);
}

/** Puts back what `seal` took out for an act, before the act itself is undone. */
export function unseal(file: StudyFile, act: SealedAct): void {
  const text = file.statement('INSERT INTO text_revision (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const [id, words] of act.texts) text.run(id, words);
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = ? WHERE seq = ?',
  );
  for (const one of act.journal) put.run(one.input, one.summary, one.reason, one.changes, one.sealed, one.seq);
  // It stays known as an act that seals: done again, it has to do so again.
  file.statement('UPDATE journal SET sealed = 1 WHERE id = ?').run(act.entry);
}

/** Acts that were undone and may be done again, and the texts they need for it. */
function actsAhead(file: StudyFile): { readonly entries: ReadonlySet<EntryId>; readonly texts: ReadonlySet<Cell> } {
  const waiting = file.read.all<{ id: EntryId; changes: string }>(
    'SELECT j.id, j.changes FROM undo_stack s JOIN journal j ON j.id = s.entry_id WHERE s.done = 0',
  );
  const texts = waiting.flatMap(({ changes }) =>
    (JSON.parse(changes) as readonly Change[]).flatMap(([table, , before, after]) =>
      table === 'source' ? [before?.text_id ?? null, after?.text_id ?? null] : [],
    ),
  );
  return { entries: new Set(waiting.map(entry => entry.id)), texts: new Set(texts) };
}

type Sealing = { readonly before: readonly SealedEntry[]; readonly after: readonly SealedEntry[] };

/** Entries of the journal that hold any of the words, as they are and as they will stand. `always`: the entry of the act itself, which is sealed whatever it holds. */
function sealedEntries(
  file: StudyFile,
  terms: readonly Term[],
  always: EntryId | null,
  spared: ReadonlySet<EntryId>,
): Sealing {
  const before: SealedEntry[] = [];
  const after: SealedEntry[] = [];
  const said = sayer(terms);
  const rows = file.statement('SELECT id, seq, input, summary, reason, changes, sealed FROM journal ORDER BY seq') as {
    iterate(): IterableIterator<unknown>;
  };
  for (const row of rows.iterate() as IterableIterator<SealedEntry & { readonly id: EntryId }>) {
    const { id, ...entry } = row;
    if (spared.has(id)) continue;
    const touched = id === always || [entry.input, entry.summary, entry.reason ?? '', entry.changes].some(said.holds);
    if (!touched) continue;
    const printed = {
      ...entry,
      input: JSON.stringify(said.inJson(JSON.parse(entry.input))),
      summary: said.printed(entry.summary),
      reason: entry.reason === null ? null : said.printed(entry.reason),
      changes: JSON.stringify(
        (JSON.parse(entry.changes) as readonly Change[]).map(change => asPrinted(file, said, change)),
      ),
    };
    if (id !== always && sameWords(entry, printed)) continue;
    before.push(entry);
    after.push(printed);
  }
  return { before, after };
}

const sameWords = (a: SealedEntry, b: SealedEntry) =>
  a.input === b.input && a.summary === b.summary && a.reason === b.reason && a.changes === b.changes;

type Sayer = ReturnType<typeof sayer>;

/** How JSON and text are written as printed. */
function sayer(terms: readonly Term[]) {
  const parts = new Set(terms.flatMap(term => wordsIn(term.words)).filter(word => !little.has(word)));
  const unspaced = terms.map(term => term.words).filter(words => withoutSpaces.test(words));
  const holds = (text: string): boolean =>
    wordsIn(text.replace(/\\[nrtbfu"\\/]/g, ' ')).some(word => parts.has(word)) ||
    unspaced.some(words => text.includes(words));
  const printed = (text: string): string => (holds(text) ? replaceWords(text, terms) : text);
  const inJson = (value: unknown): unknown => {
    if (typeof value === 'string') return printed(value);
    if (Array.isArray(value)) return value.map(inJson);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inJson(inner)]));
  };
  /** Whether a part of a name is left, written as names are. */
  const holdsPart = (text: string): boolean =>
    (text.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).some(word => wordsIn(word).some(part => parts.has(part)));
  return { holds, holdsPart, printed, inJson };
}

/** Words that names are made with but that tell nothing. */
const little = new Set(['the', 'of', 'and', 'at', 'in', 'on', 'for', 'to', 'a', 's', 'de', 'la']);

/** Scripts that are written without spaces: a word of theirs can't be told by its ends. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Columns that hold a stretch of a text, which may begin or end within a name. */
const stretches = new Set(['quoted', 'prefix', 'suffix']);

function asPrinted(file: StudyFile, said: Sayer, [table, id, before, after]: Change): Change {
  return [
    table,
    id,
    before && rowAsPrinted(said, before),
    after && (isCurrent(file, table, id, after) ? after : rowAsPrinted(said, after)),
  ];
}

function rowAsPrinted(said: Sayer, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]): [string, Cell] => {
      if (typeof cell !== 'string') return [column, cell];
      const words = said.printed(cell);
      return [column, stretches.has(column) && said.holdsPart(words) ? '' : words];
    }),
  );
}

/** A row that stands as the entry left it holds what the study holds anyway, and the journal must go on saying so. */
function isCurrent(file: StudyFile, table: TableName, id: string, row: Row): boolean {
  const now = file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
  return now !== undefined && Object.entries(now).every(([column, cell]) => (row[column] ?? null) === cell);
}
