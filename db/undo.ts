import type { HistoryState } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import { historyState, next, type Step } from './history.ts';
import { type After, append, type Done, inTransaction } from './journal.ts';
import type { OpenKey } from './key/keyFile.ts';
import type { SealedAct } from './key/records.ts';
import { seal, unseal } from './key/seal.ts';
import { termsInForce } from './key/terms.ts';
import { applyChange, invert } from './reapply.ts';
import { forgetIndex } from './searchIndex.ts';
import type { StudyFile } from './studyFile.ts';
import { refuseDoubles, refuseForeignWords } from './undoConflicts.ts';
import type { Change, Writer } from './writer.ts';

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
