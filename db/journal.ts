import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { explain } from './errors.ts';
import type { OpenKey } from './key/keyFile.ts';
import { seal, type Term } from './key/seal.ts';
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
  readonly seals?: { readonly terms: () => readonly Term[]; readonly key: OpenKey | null };
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
export function perform<Result>(
  file: StudyFile,
  act: Act,
  work: (write: Writer) => { readonly result: Result; readonly summary: string },
): Done<Result> {
  return inTransaction(file, (write, after) => {
    const { result, summary } = work(write);
    if (write.changes.length === 0 && !act.seals && !act.kept) return result;
    // An act that seals writes its changes as printed, once.
    const id = append(file, act, 'do', summary, null, act.seals ? [] : write.changes);
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

/** Clears what is left of words that were taken out; says what kept it from doing so. */
function wiped(file: StudyFile): NinefoldError | null {
  try {
    wipe(file);
    return null;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return new NinefoldError(
      'cannot-write',
      `The words were replaced, and that is saved. But the room they stood in could not be cleared, so that traces of them may be left in the study's file: ${why} Save a copy without the key, which holds none.`,
      { path: file.path },
    );
  }
}

/** What is left to do once a transaction stands. */
export type After = { wipe: boolean };

/** Runs `work` in one transaction, brings the index up to date in it, and clears the file afterwards where `work` asks for it. @throws what the disk refuses, named; nothing is changed then. */
export function inTransaction<Result>(file: StudyFile, work: (write: Writer, after: After) => Result): Done<Result> {
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
    const trouble = after.wipe ? wiped(file) : null;
    return { result, changes: write.changes, ...(trouble && { trouble }) };
  } catch (thrown) {
    forgetWords(file);
    throw explain(thrown, file.path);
  } finally {
    // Also after a failure: what was read within the transaction is not so any more.
    forgetVoices(file.read, write.changes);
  }
}
