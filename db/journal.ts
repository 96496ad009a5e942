import type { HistoryEntry, HistoryState } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { explain } from './errors.ts';
import type { OpenKey } from './key/keyFile.ts';
import type { SealedAct } from './key/records.ts';
import { seal, type Term, unseal } from './key/seal.ts';
import { termsInForce } from './key/terms.ts';
import type { Row, TableName } from './rows.ts';
import { forgetIndex, forgetWords, refreshIndex } from './searchIndex.ts';
import { sourceText } from './sources.ts';
import { type StudyFile, wipe } from './studyFile.ts';
import { forgetVoices } from './voices.ts';
import { type Change, createWriter, type Writer } from './writer.ts';

/** What a journal entry says of a command besides its changes. `input` is plain JSON and holds no bytes. */
export type Act = {
  readonly coder: CoderId;
  readonly command: string;
  readonly input: unknown;
  readonly reason?: string | undefined;
  /** False for what undo can't sensibly take back, such as the making of the study. */
  readonly undoable?: boolean;
  /** True for what is to be remembered though it changes no row, such as words that left the study as they were spoken. */
  readonly kept?: boolean;
  /** For an act that takes words out of the study: which, and the key they go to. Without a key they are gone for good, and so is the way back behind the act. */
  readonly seals?: { readonly terms: () => readonly Term[]; readonly key: OpenKey | null };
};

/** What a command gave, and the rows it changed, in order. */
export type Done<Result> = { readonly result: Result; readonly changes: readonly Change[] };

/**
 * Runs one command in one transaction together with its journal entry; when it returns, the change is on disk.
 * `work` gives its result and a summary in plain words. A command that changes nothing leaves no entry, unless it is `kept`.
 */
export function perform<Result>(
  file: StudyFile,
  act: Act,
  work: (write: Writer) => { readonly result: Result; readonly summary: string },
): Done<Result> {
  return inTransaction(file, (write, after) => {
    const { result, summary } = work(write);
    if (write.changes.length === 0 && !act.seals && !act.kept) return result;
    const id = append(file, act, 'do', summary, null, write.changes);
    if (act.seals) {
      file.statement('DELETE FROM undo_stack WHERE done = 0').run();
      seal(file, id, write.changes, act.seals.terms(), act.seals.key, act.coder);
      forgetIndex(file);
      after.wipe = true;
      if (!act.seals.key) file.statement('DELETE FROM undo_stack').run();
    }
    if (act.undoable !== false && act.seals?.key !== null) {
      file.statement('DELETE FROM undo_stack WHERE coder_id = ? AND done = 0').run(act.coder);
      file.statement('INSERT INTO undo_stack (coder_id, entry_id, done) VALUES (?, ?, 1)').run(act.coder, id);
    }
    return result;
  });
}

/** Takes back the coder's last standing command. @throws `nothing-to-undo`, or `undo-conflict` when its rows have changed since. */
export function undo(file: StudyFile, coder: CoderId): Done<HistoryState> {
  return step(file, coder, 'undo');
}

/** Does again what undo took back last. @throws `nothing-to-redo`, `undo-conflict`. */
export function redo(file: StudyFile, coder: CoderId): Done<HistoryState> {
  return step(file, coder, 'redo');
}

/**
 * Undoes or redoes, one act after the other, until `entry` is the coder's last act that stands; null undoes all of them. One transaction: if a step can't be taken, none is.
 * @throws `not-found` for an entry that is none of the coder's acts or was let go by a later one, `undo-conflict`.
 */
export function goTo(file: StudyFile, coder: CoderId, entry: EntryId | null): Done<HistoryState> {
  return inTransaction(file, (write, after) => {
    const target = entry === null ? { position: 0, done: 1 } : standing(file, coder, entry);
    const kind = target.done === 1 ? 'undo' : 'redo';
    for (
      let at = next(file, coder, kind);
      at && leads(at.position, target.position, kind);
      at = next(file, coder, kind)
    )
      take(file, write, after, coder, kind, at);
    return historyState(file, coder);
  });
}

/** Whether a step at `position` lies on the way to `target`. */
const leads = (position: number, target: number, kind: 'undo' | 'redo') =>
  kind === 'undo' ? position > target : position <= target;

function standing(
  file: StudyFile,
  coder: CoderId,
  entry: EntryId,
): { readonly position: number; readonly done: number } {
  const found = file.read.get<{ position: number; done: number }>(
    'SELECT position, done FROM undo_stack WHERE entry_id = ? AND coder_id = ?',
    entry,
    coder,
  );
  if (found) return found;
  throw new NinefoldError(
    'not-found',
    'There is no way back to this point: it is an act of another coder, or was undone before something else was done. Nothing was changed.',
    { entry },
  );
}

/** What undo and redo would do now for this coder. */
export function historyState(file: StudyFile, coder: CoderId): HistoryState {
  return { undo: next(file, coder, 'undo')?.summary ?? null, redo: next(file, coder, 'redo')?.summary ?? null };
}

/** Acts that are kept in the journal but are no part of what a coder did to the study. */
const quiet = "('reading.mark')";

/** The newest entries first; with `before`, those older than that entry. */
export function historyList(file: StudyFile, limit: number, before?: EntryId): readonly HistoryEntry[] {
  const rows = file.read.all<{
    id: EntryId;
    at: string;
    coder: string;
    command: string;
    summary: string;
    reason: string | null;
    kind: string;
    undone: number;
  }>(
    `SELECT j.id, j.at, c.name AS coder, j.command, j.summary, j.reason, j.kind,
       (SELECT count(*) FILTER (WHERE k.kind = 'undo') - count(*) FILTER (WHERE k.kind = 'redo') FROM journal k WHERE k.target = j.id) AS undone
     FROM journal j JOIN coder c ON c.id = j.coder_id
     WHERE j.command NOT IN ${quiet} AND (? IS NULL OR j.seq < (SELECT seq FROM journal WHERE id = ?))
     ORDER BY j.seq DESC LIMIT ?`,
    before ?? null,
    before ?? null,
    limit,
  );
  return rows.map(({ kind, undone, ...entry }) => ({
    ...entry,
    state: kind !== 'do' ? 'step' : undone > 0 ? 'undone' : 'done',
  }));
}

type Step = { readonly position: number; readonly id: EntryId; readonly summary: string };

function next(file: StudyFile, coder: CoderId, kind: 'undo' | 'redo'): Step | undefined {
  const [done, order] = kind === 'undo' ? [1, 'DESC'] : [0, 'ASC'];
  return file.read.get<Step>(
    `SELECT s.position, j.id, j.summary FROM undo_stack s JOIN journal j ON j.id = s.entry_id
     WHERE s.coder_id = ? AND s.done = ${done} ORDER BY s.position ${order} LIMIT 1`,
    coder,
  );
}

function step(file: StudyFile, coder: CoderId, kind: 'undo' | 'redo'): Done<HistoryState> {
  return inTransaction(file, (write, after) => {
    const entry = next(file, coder, kind);
    if (!entry) {
      throw new NinefoldError(
        `nothing-to-${kind}`,
        kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.',
      );
    }
    take(file, write, after, coder, kind, entry);
    return historyState(file, coder);
  });
}

/** Takes one step and writes its entry. */
function take(file: StudyFile, write: Writer, after: After, coder: CoderId, kind: 'undo' | 'redo', entry: Step): void {
  const from = write.changes.length;
  const row = file.read.get<{ changes: string; sealed: number | null; command: string }>(
    'SELECT changes, sealed, command FROM journal WHERE id = ?',
    entry.id,
  );
  // Taking back that words were put back takes them out again.
  const takesOut = row?.command === restoring ? kind === 'undo' : kind === 'redo';
  const act = row?.sealed ? sealedAct(file, entry.id) : null;
  const seals = act !== null || row?.command === restoring;
  if (seals && takesOut) openKeyOf(file, entry.id);
  if (act && !takesOut) unseal(file, act);
  const recorded = act?.changes ?? (JSON.parse(row?.changes ?? '[]') as readonly Change[]);
  for (const change of kind === 'undo' ? invert(recorded) : recorded) applyChange(file, write, change);
  refuseDoubles(file, write.changes.slice(from));
  refuseForeignWords(file, write.changes.slice(from));
  file.statement('UPDATE undo_stack SET done = ? WHERE position = ?').run(kind === 'undo' ? 0 : 1, entry.position);
  const summary = `${kind === 'undo' ? 'Undid' : 'Redid'}: ${entry.summary}`;
  append(file, { coder, command: `history.${kind}`, input: {} }, kind, summary, entry.id, write.changes.slice(from));
  if (!seals) return;
  forgetIndex(file);
  if (!takesOut) return;
  seal(file, entry.id, recorded, termsInForce(file), openKeyOf(file, entry.id), kind === 'redo' ? coder : null);
  after.wipe = true;
}

/** The act that puts original words back into the study. */
const restoring = 'replacement.restore';

/** @throws `key-needed`. */
function openKeyOf(file: StudyFile, entry: EntryId): OpenKey {
  const key = file.keyring.open;
  if (key) return key;
  throw new NinefoldError(
    'key-needed',
    'The original words are in the key. Nothing was changed. Open the key with its passphrase, then try again.',
    { entry },
  );
}

/** What an act of replacing words took out of the study. @throws `key-needed`, and `undo-conflict` for an act that was sealed by a later one. */
function sealedAct(file: StudyFile, entry: EntryId): SealedAct {
  const act = openKeyOf(file, entry).actOf(entry);
  if (act) return act;
  throw new NinefoldError(
    'undo-conflict',
    "This can't be taken back: words it holds have been replaced since. Nothing was changed. Undo the replacing first.",
    { entry },
  );
}

/** Codings and what else quotes a source, by its row. */
const quotedOn = (file: StudyFile, source: SourceId) =>
  ['coding', 'memo', 'theme_mark', 'theme_verdict', 'outcome_quote', 'bracket', 'sensitive', 'quote'].flatMap(table =>
    file.read.all<{ key: string; start: number; end: number; quoted: string }>(
      `SELECT id AS key, start_at AS start, end_at AS "end", quoted FROM ${table} WHERE source_id = ? AND start_at IS NOT NULL AND quoted IS NOT NULL`,
      source,
    ),
  );

/** Where a step gives a source another text, all that stands on its words has to stand on the same ones: another coder may have coded since. */
function refuseForeignWords(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    if (table !== 'source' || !before || !after || before.text_id === after.text_id) continue;
    const source = id as SourceId;
    const text = sourceText(file.read, source);
    for (const { key, start, end, quoted } of quotedOn(file, source)) {
      if (text.slice(start, end) !== quoted) throw conflict('coding', key);
    }
  }
}

/** The changes that take a command back, in the order in which they must be made. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(([table, id, before, after]) => [table, id, after, before]);
}

/** Makes one recorded change, after checking that the row still stands as it was recorded. */
function applyChange(file: StudyFile, write: Writer, [table, id, before, after]: Change): void {
  const now = (file.statement(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null) as Row | null;
  if (table === 'reading') {
    followReading(write, id, now, after);
    return;
  }
  if (!sameRow(now, before)) throw conflict(table, id);
  try {
    if (after === null) {
      if (table === 'source') forgetReading(file, write, id);
      write.remove(table, id);
    } else if (before === null) insertRow(write, table, after);
    else write.update(table, id, after as never);
  } catch (thrown) {
    if (isForeignKey(thrown)) throw conflict(table, id);
    throw thrown;
  }
}

const conflict = (table: TableName, id: string) =>
  new NinefoldError(
    'undo-conflict',
    `This can't be taken back: a ${table.replace('_', ' ')} it changed has been changed or is used again since, by another coder. Nothing was changed.`,
    { table, id },
  );

const isForeignKey = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';

/** What stands once in a study, by the columns that tell: another coder may have made the same since. */
const once: Partial<Readonly<Record<TableName, readonly string[]>>> = {
  code: ['name'],
  theme: ['name'],
  theme_code: ['theme_id', 'code_id'],
  theme_outcome: ['theme_id', 'outcome_id'],
  theme_mark: ['theme_id', 'source_id', 'start_at', 'end_at'],
  theme_relation: ['from_id', 'to_id', 'kind'],
  outcome_quote: ['outcome_id', 'source_id', 'start_at', 'end_at'],
};

function refuseDoubles(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    const columns = once[table];
    if (!columns || after === null || columns.every(column => after[column] === before?.[column])) continue;
    const same = columns.map(column => `o.${column} = m.${column}`).join(' AND ');
    const double = `SELECT o.id FROM ${table} m JOIN ${table} o ON ${same} AND o.id <> m.id WHERE m.id = ?`;
    if (!file.statement(double).get(id)) continue;
    const named = table === 'code' || table === 'theme';
    throw new NinefoldError(
      'undo-conflict',
      named
        ? `This can't be taken back: there is another ${table} called “${after.name}” by now. Nothing was changed. Rename that one first.`
        : "This can't be taken back: what it would put back has been made again since, by another coder. Nothing was changed.",
      { table, id },
    );
  }
  refuseRings(file, changes);
}

/** A code or theme may have been put under one that an undo or redo puts under it. */
function refuseRings(file: StudyFile, changes: readonly Change[]): void {
  for (const [table, id, before, after] of changes) {
    if ((table !== 'code' && table !== 'theme') || !after?.parent_id || after.parent_id === before?.parent_id) continue;
    const above = `WITH RECURSIVE up (id) AS (SELECT parent_id FROM ${table} WHERE id = ? UNION SELECT m.parent_id FROM ${table} m JOIN up ON m.id = up.id)
      SELECT 1 FROM up WHERE id = ?`;
    if (file.statement(above).get(id, id)) {
      throw new NinefoldError(
        'undo-conflict',
        `This can't be taken back: the ${table} “${after.name}” would stand under itself by what another coder has moved since. Nothing was changed.`,
        { table, id },
      );
    }
  }
}

/** How far somebody has read goes on while acts are undone: such a row is put back or taken away, whatever it says by now. */
function followReading(write: Writer, id: string, now: Row | null, after: Row | null): void {
  if (after === null && now !== null) write.remove('reading', id);
  if (after !== null && now === null) insertRow(write, 'reading', after);
}

/** A source that an undo takes away may have been read since it came. */
function forgetReading(file: StudyFile, write: Writer, source: string): void {
  for (const row of file.read.all<{ id: string }>('SELECT id FROM reading WHERE source_id = ?', source))
    write.remove('reading', row.id);
}

function insertRow(write: Writer, table: TableName, row: Row): void {
  write.insert(table, row as never);
}

function sameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  const columns = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...columns].every(column => (a[column] ?? null) === (b[column] ?? null));
}

function append(
  file: StudyFile,
  act: Act,
  kind: 'do' | 'undo' | 'redo',
  summary: string,
  target: EntryId | null,
  changes: readonly Change[],
): EntryId {
  const id = newId<'entry'>();
  file
    .statement(
      `INSERT INTO journal (id, at, coder_id, kind, command, input, summary, reason, target, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      new Date().toISOString(),
      act.coder,
      kind,
      act.command,
      JSON.stringify(act.input),
      summary,
      act.reason ?? null,
      target,
      JSON.stringify(changes),
    );
  return id;
}

/** What is left to do once a transaction stands. */
type After = { wipe: boolean };

function inTransaction<Result>(file: StudyFile, work: (write: Writer, after: After) => Result): Done<Result> {
  file.lock.assertHeld();
  const write = createWriter(file.statement);
  const after: After = { wipe: false };
  try {
    const result = file.db
      .transaction(() => {
        const given = work(write, after);
        refreshIndex(file);
        return given;
      })
      .immediate();
    if (after.wipe) wipe(file);
    return { result, changes: write.changes };
  } catch (thrown) {
    forgetWords(file);
    throw explain(thrown, file.path);
  } finally {
    // Also after a failure: what was read within the transaction is not so any more.
    forgetVoices(file.read, write.changes);
  }
}
