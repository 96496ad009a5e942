import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { explain } from './errors.ts';
import type { OpenKey } from './key/keyFile.ts';
import type { KeyRecord } from './key/records.ts';
import { seal, type Term } from './key/seal.ts';
import { atOnce, oneStep, type Paced, stretch } from './paced.ts';
import { forgetIndex, forgetWords, refreshIndex } from './searchIndex.ts';
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
  readonly seals?: {
    readonly terms: () => readonly Term[];
    readonly key: OpenKey | null;
    /** What else goes to the key, asked for once the work is done. */
    readonly records?: () => readonly KeyRecord[];
  };
};

/** What a command gave, and the rows it changed, in order. */
export type Done<Result> = {
  readonly result: Result;
  readonly changes: readonly Change[];
  /** What went wrong after the act was saved: to be told once every window knows of the act. */
  readonly trouble?: NinefoldError;
};

/**
 * Runs one command in one transaction together with its journal entry; when it returns, the change is on disk.
 * `work` gives its result and a summary in plain words. A command that changes nothing leaves no entry, unless it is `kept`.
 */
export function perform<Result>(file: StudyFile, act: Act, work: (write: Writer) => Told<Result>): Done<Result> {
  return cleared(file, atOnce(performPaced(file, act, write => oneStep(() => work(write)))));
}

/** What a command gives, and what it did in plain words. */
export type Told<Result> = { readonly result: Result; readonly summary: string };

/** As `perform`, in steps; the clearing of the file is left to the caller: see `Settled`. */
export function* performPaced<Result>(
  file: StudyFile,
  act: Act,
  work: (write: Writer) => Paced<Told<Result>>,
): Paced<Settled<Result>> {
  const { seals } = act;
  return yield* inTransaction(file, function* (write, after) {
    const { result, summary } = yield* seals ? stretch(0, 0.5, work(write)) : work(write);
    if (write.changes.length === 0 && !seals && !act.kept) return result;
    // An act that seals writes its changes as printed, once.
    const id = append(file, act, 'do', summary, null, seals ? [] : write.changes);
    if (seals) {
      file.statement('DELETE FROM undo_stack WHERE done = 0').run();
      const { terms, key } = seals;
      const sealing = { entry: id, changes: write.changes, terms: terms(), key, reach: 'all' } as const;
      const sealed = yield* stretch(0.5, 1, seal(file, sealing));
      forgetIndex(file);
      after.sealed = { key: seals.key, records: [...(seals.records?.() ?? []), ...sealed] };
      if (!seals.key) file.statement('DELETE FROM undo_stack').run();
    }
    if (act.undoable !== false && seals?.key !== null) {
      file.statement('DELETE FROM undo_stack WHERE coder_id = ? AND done = 0').run(act.coder);
      file.statement('INSERT INTO undo_stack (coder_id, entry_id, done) VALUES (?, ?, 1)').run(act.coder, id);
    }
    return result;
  });
}

/** Writes an entry of the journal within a transaction. @returns its id. */
export function append(
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

/** A command that stands. Where it took words out of the study (`wipe`), the room they stood in has to be cleared still. */
export type Settled<Result> = Done<Result> & { readonly wipe: boolean };

/** Clears what is left of words that were taken out; says what kept it from doing so. */
export function cleared<Result>(file: StudyFile, { wipe: due, ...done }: Settled<Result>): Done<Result> {
  if (!due) return done;
  try {
    wipe(file);
    return done;
  } catch (thrown) {
    return { ...done, trouble: notCleared(file.path, thrown) };
  }
}

/** @returns what to tell where the room of replaced words could not be cleared. */
export function notCleared(path: string, thrown: unknown): NinefoldError {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new NinefoldError(
    'cannot-write',
    `The words were replaced, and that is saved. But the room they stood in could not be cleared, so that traces of them may be left in the study's file: ${why} Save a copy without the key, which holds none.`,
    { path },
  );
}

/** What an act that took words out of the study leaves to be done: they go to the key just before all of it is committed, and the file is cleared after that. */
export type After = { sealed: { readonly key: OpenKey | null; readonly records: readonly KeyRecord[] } | null };

/**
 * Runs `work` in one transaction of its own and brings the index up to date in it. Nothing else may write through the file's connection between its steps.
 * @throws what the disk refuses, named, and whatever was thrown into it; nothing is changed then.
 */
export function* inTransaction<Result>(
  file: StudyFile,
  work: (write: Writer, after: After) => Paced<Result>,
): Paced<Settled<Result>> {
  const { db } = file;
  file.lock.assertHeld();
  const write = createWriter(file.statement);
  const after: After = { sealed: null };
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = yield* stretch(0, 0.7, work(write, after));
    yield* stretch(0.7, 1, refreshIndex(file));
    yield 1;
    after.sealed?.key?.add(after.sealed.records);
    db.exec('COMMIT');
    return { result, changes: write.changes, wipe: after.sealed !== null };
  } catch (thrown) {
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    forgetWords(file);
    throw explain(thrown, file.path);
  } finally {
    // Also after a failure: what was read within the transaction is not so any more.
    forgetVoices(file.read, write.changes);
  }
}
