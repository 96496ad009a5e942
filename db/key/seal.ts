import type { CoderId, EntryId } from '../../shared/model/ids.ts';
import { replaceWords } from '../../shared/text/occurrences.ts';
import { type Paced, stretch } from '../paced.ts';
import type { Cell, Row, TableName } from '../rows.ts';
import type { StudyFile } from '../studyFile.ts';
import type { Change } from '../writer.ts';
import type { OpenKey } from './keyFile.ts';
import type { KeyRecord, SealedAct, SealedEntry } from './records.ts';

/** Words that must not stand in the study any more, and what is printed in their place. */
export type Term = { readonly words: string; readonly label: string };

/**
 * Takes the words of `terms` out of all that is kept besides the current rows: entries of the journal, texts that are not current any more, files as they were imported.
 * Part of the act's transaction.
 * `spares`: the coder whose acts that wait to be done again came after this one, so that they and their texts stay; null where this act has to be done again before them. Those of others are let go.
 * @returns what has to be in the key, under the act's entry, before the transaction is committed; where there is no key it is gone for good.
 */
export function* seal(
  file: StudyFile,
  entry: EntryId,
  changes: readonly Change[],
  terms: readonly Term[],
  key: OpenKey | null,
  spares: CoderId | null,
): Paced<readonly KeyRecord[]> {
  if (spares !== null) file.statement('DELETE FROM undo_stack WHERE done = 0 AND coder_id <> ?').run(spares);
  const ahead = spares === null ? nothingAhead : actsAhead(file);
  const texts = file.read
    .all<{ id: string; text: string }>(
      'SELECT id, text FROM text_revision WHERE id NOT IN (SELECT text_id FROM source)',
    )
    .filter(text => !ahead.texts.has(text.id));
  const originals = file.read.all<{ sha256: string; bytes: Uint8Array }>(
    'SELECT sha256, bytes FROM original WHERE length(bytes) > 0',
  );
  const said = sayer(terms);
  const others = yield* stretch(0, 0.6, sealedEntries(file, said, entry, ahead.entries));
  const own = ownEntry(file, said, entry, changes);
  yield 0.8;
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = 1 WHERE seq = ?',
  );
  for (const one of [...others.after, own.after]) put.run(one.input, one.summary, one.reason, one.changes, one.seq);
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

/** Puts back what `seal` took out for an act, before the act itself is undone. */
export function unseal(file: StudyFile, act: SealedAct): void {
  const text = file.statement('INSERT INTO text_revision (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const [id, words] of act.texts) text.run(id, words);
  const put = file.statement(
    'UPDATE journal SET input = ?, summary = ?, reason = ?, changes = ?, sealed = ? WHERE seq = ?',
  );
  for (const one of act.journal) {
    const changes = one.changes === '' ? JSON.stringify(act.changes) : one.changes;
    put.run(one.input, one.summary, one.reason, changes, one.sealed, one.seq);
  }
  // It stays known as an act that seals: done again, it has to do so again.
  file.statement('UPDATE journal SET sealed = 1 WHERE id = ?').run(act.entry);
}

type Ahead = { readonly entries: ReadonlySet<EntryId>; readonly texts: ReadonlySet<Cell> };
const nothingAhead: Ahead = { entries: new Set(), texts: new Set() };

/** Acts that were undone and may be done again, and the texts they need for it. */
function actsAhead(file: StudyFile): Ahead {
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

/** The entry of the act itself, which is sealed whatever it holds. Its changes stand in the record of the act: '' in its entry means those. */
function ownEntry(file: StudyFile, said: Sayer, id: EntryId, changes: readonly Change[]) {
  const row = file.read.get<Omit<SealedEntry, 'changes'>>(
    'SELECT seq, input, summary, reason, sealed FROM journal WHERE id = ?',
    id,
  );
  if (!row) throw new Error('The act that seals has no entry in the journal.');
  const before: SealedEntry = { ...row, changes: '' };
  const printed = JSON.stringify(changesAsPrinted(file, said, changes));
  return { before, after: { ...asPrinted(said, before), changes: printed } };
}

/** Other entries of the journal that hold any of the words, as they are and as they will stand. */
function* sealedEntries(file: StudyFile, said: Sayer, own: EntryId, spared: ReadonlySet<EntryId>): Paced<Sealing> {
  const before: SealedEntry[] = [];
  const after: SealedEntry[] = [];
  const last = file.read.count('SELECT coalesce(max(seq), 0) FROM journal');
  for (let from = 0; from < last; from += atATime) {
    yield from / last;
    const rows = file.read.all<SealedEntry & { readonly id: EntryId }>(
      'SELECT id, seq, input, summary, reason, changes, sealed FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq',
      from,
      from + atATime,
    );
    for (const { id, ...entry } of rows) {
      if (id === own || spared.has(id)) continue;
      const printed = {
        ...asPrinted(said, entry),
        changes: jsonAsPrinted(entry.changes, changes => changesAsPrinted(file, said, changes as readonly Change[])),
      };
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
const asPrinted = (said: Sayer, entry: SealedEntry): SealedEntry => ({
  ...entry,
  input: jsonAsPrinted(entry.input, said.inJson),
  summary: said.printed(entry.summary),
  reason: entry.reason === null ? null : said.printed(entry.reason),
});

const sameWords = (a: SealedEntry, b: SealedEntry) =>
  a.input === b.input && a.summary === b.summary && a.reason === b.reason && a.changes === b.changes;

type Sayer = ReturnType<typeof sayer>;

/** How text and what JSON holds are written as printed. What holds none of the words comes back as it is, the very same. */
function sayer(terms: readonly Term[]) {
  const parts = new Set(terms.flatMap(term => wordsIn(term.words)).filter(word => !little.has(word)));
  const unspaced = terms.map(term => term.words).filter(words => withoutSpaces.test(words));
  const holds = (text: string): boolean =>
    !tells.test(text) && (wordsIn(text).some(word => parts.has(word)) || unspaced.some(words => text.includes(words)));
  const printed = (text: string): string => (holds(text) ? replaceWords(text, terms) : text);
  const inJson = (value: unknown): unknown => {
    if (typeof value === 'string') return printed(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      const inner = value.map(inJson);
      return inner.every((one, index) => one === value[index]) ? value : inner;
    }
    const entries = Object.entries(value).map(([name, inner]) => [name, inner, inJson(inner)] as const);
    return entries.every(([, before, after]) => before === after)
      ? value
      : Object.fromEntries(entries.map(([name, , after]) => [name, after]));
  };
  /** Whether a part of a name is left, written as names are. */
  const holdsPart = (text: string): boolean =>
    (text.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).some(word => wordsIn(word).some(part => parts.has(part)));
  return { holds, holdsPart, printed, inJson };
}

/** Ids, hashes and times: most cells of most rows. No name is one. */
const tells = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

/** JSON in which something was replaced; the very same text where nothing was. */
function jsonAsPrinted(json: string, printed: (value: unknown) => unknown): string {
  const value: unknown = JSON.parse(json);
  const now = printed(value);
  return now === value ? json : JSON.stringify(now);
}

/** Words that names are made with but that tell nothing. */
const little = new Set(['the', 'of', 'and', 'at', 'in', 'on', 'for', 'to', 'a', 's', 'de', 'la']);

/** Scripts that are written without spaces: a word of theirs can't be told by its ends. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const wordsIn = (text: string): readonly string[] =>
  (plain.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase().match(/[\p{L}\p{N}]+/gu) ??
  [];

/** Text without accents and the like. */
const plain = /^[\t-\r -~‘’“”–—…]*$/;

/** Columns that hold a stretch of a text, which may begin or end within a name. */
const stretches = new Set(['quoted', 'prefix', 'suffix']);

function changesAsPrinted(file: StudyFile, said: Sayer, changes: readonly Change[]): readonly Change[] {
  const now = changes.map((change): Change => {
    const [table, id, before, after] = change;
    const was = before && rowAsPrinted(said, before);
    const is = after && rowAsPrinted(said, after);
    const kept = is === after || (after && isCurrent(file, table, id, after)) ? after : is;
    return was === before && kept === after ? change : [table, id, was, kept];
  });
  return now.every((change, index) => change === changes[index]) ? changes : now;
}

function rowAsPrinted(said: Sayer, row: Row): Row {
  let printed: Record<string, Cell> | null = null;
  for (const [column, cell] of Object.entries(row)) {
    if (typeof cell !== 'string' || !said.holds(cell)) continue;
    const words = said.printed(cell);
    const told = stretches.has(column) && said.holdsPart(words) ? '' : words;
    if (told !== cell) printed = { ...(printed ?? row), [column]: told };
  }
  return printed ?? row;
}

/** A row that stands as the entry left it holds what the study holds anyway, and the journal must go on saying so. */
function isCurrent(file: StudyFile, table: TableName, id: string, row: Row): boolean {
  const now = file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
  return now !== undefined && Object.entries(now).every(([column, cell]) => (row[column] ?? null) === cell);
}
