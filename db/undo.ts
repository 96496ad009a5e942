import type { HistoryState } from '../shared/api/outputs.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, EntryId } from '../shared/model/ids.ts';
import { historyState, next, type Step } from './history.ts';
import { type After, append, cleared, type Done, inTransaction, type Settled } from './journal.ts';
import type { OpenKey } from './key/keyFile.ts';
import { layersAbove, unseal, waitingIn } from './key/layers.ts';
import type { KeyRecord, SealedAct, SealedEntry } from './key/records.ts';
import { hasTexts, putBack, putTextsBack, seal, textsIn } from './key/seal.ts';
import { termsInForce } from './key/terms.ts';
import { atOnce, each, type Paced, stretch } from './paced.ts';
import { applyChange, invert } from './reapply.ts';
import { forgetIndex } from './searchIndex.ts';
import type { StudyFile } from './studyFile.ts';
import { refuseDoubles, refuseForeignWords } from './undoConflicts.ts';
import type { Change, Writer } from './writer.ts';

/** Where undo goes: one act back, one act forth again, or until an act is the coder's last that stands; null undoes all of them. */
export type Going = 'undo' | 'redo' | { readonly to: EntryId | null };

/**
 * Takes acts of a coder back, or does them again, one after the other. One transaction: if a step can't be taken, none is.
 * @throws `nothing-to-undo`, `nothing-to-redo`; `undo-conflict` when its rows have changed since; `not-found` for an entry that is none of the coder's acts or was let go by a later one; `key-needed`.
 */
export function goPaced(file: StudyFile, coder: CoderId, going: Going): Paced<Settled<HistoryState>> {
  return inTransaction(file, function* (write, after) {
    const target = typeof going === 'string' ? null : placeOf(file, coder, going.to);
    const kind = target === null ? (going as 'undo' | 'redo') : target.done === 1 ? 'undo' : 'redo';
    const first = next(file, coder, kind);
    if (target === null) {
      if (!first) throw nothingTo(kind);
      yield* take(file, write, after, coder, kind, first);
      return historyState(file, coder);
    }
    const steps = stepsTo(file, coder, kind, target.position);
    let taken = 0;
    for (let at = first; at && leads(at.position, target.position, kind); at = next(file, coder, kind)) {
      yield* stretch(taken / steps, (taken + 1) / steps, take(file, write, after, coder, kind, at));
      taken++;
    }
    return historyState(file, coder);
  });
}

/** Takes back the coder's last standing command, at once. @throws as `goPaced`. */
export const undo = (file: StudyFile, coder: CoderId): Done<HistoryState> =>
  cleared(file, atOnce(goPaced(file, coder, 'undo')));

/** Does again what undo took back last, at once. @throws as `goPaced`. */
export const redo = (file: StudyFile, coder: CoderId): Done<HistoryState> =>
  cleared(file, atOnce(goPaced(file, coder, 'redo')));

/** Goes to a point in the coder's history, at once. @throws as `goPaced`. */
export const goTo = (file: StudyFile, coder: CoderId, entry: EntryId | null): Done<HistoryState> =>
  cleared(file, atOnce(goPaced(file, coder, { to: entry })));

/** Whether a step at `position` lies on the way to `target`. */
const leads = (position: number, target: number, kind: 'undo' | 'redo') =>
  kind === 'undo' ? position > target : position <= target;

const stepsTo = ({ read }: StudyFile, coder: CoderId, kind: 'undo' | 'redo', position: number): number =>
  read.count(
    `SELECT count(*) FROM undo_stack WHERE coder_id = ? AND done = ? AND position ${kind === 'undo' ? '>' : '<='} ?`,
    coder,
    kind === 'undo' ? 1 : 0,
    position,
  );

function placeOf(
  file: StudyFile,
  coder: CoderId,
  entry: EntryId | null,
): { readonly position: number; readonly done: number } {
  if (entry === null) return { position: 0, done: 1 };
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

const nothingTo = (kind: 'undo' | 'redo') =>
  new NinefoldError(`nothing-to-${kind}`, kind === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.');

/** Takes one step and writes its entry. */
function* take(
  file: StudyFile,
  write: Writer,
  after: After,
  coder: CoderId,
  kind: 'undo' | 'redo',
  entry: Step,
): Paced<void> {
  const from = write.changes.length;
  const act = recordedAct(file, after, coder, kind, entry);
  // Taking back that words were put back takes them out again.
  const takesOut = act.restores ? kind === 'undo' : kind === 'redo';
  const seals = act.sealed !== null || act.restores;
  if (seals && takesOut) openKeyOf(file, entry.id);
  const above = act.sealed && !takesOut ? layersAbove(file, entry.id) : [];
  putTextsBack(file, act.texts);
  const changes = kind === 'undo' ? invert(act.changes) : act.changes;
  yield* stretch(
    0,
    seals && takesOut ? 0.5 : 0.9,
    each(changes, change => applyChange(file, write, change)),
  );
  const made = write.changes.slice(from);
  refuseDoubles(file, made);
  refuseForeignWords(file, made);
  file.statement('UPDATE undo_stack SET done = ? WHERE position = ?').run(kind === 'undo' ? 0 : 1, entry.position);
  const summary = `${kind === 'undo' ? 'Undid' : 'Redid'}: ${entry.summary}`;
  const step = append(file, { coder, command: `history.${kind}`, input: {} }, kind, summary, entry.id, made);
  if (act.waited) putBack(file, [act.waited]);
  if (!seals) return;
  forgetIndex(file);
  const terms = termsInForce(file);
  if (act.sealed && !takesOut) {
    const recordOf = (id: EntryId) => recordIn(file, after, id);
    const records = unseal(file, { act: act.sealed, step, above, recordOf, terms });
    if (records.length > 0) keep(after, openKeyOf(file, entry.id), records);
    return;
  }
  if (kind === 'redo') file.statement('DELETE FROM undo_stack WHERE done = 0 AND coder_id <> ?').run(coder);
  const key = openKeyOf(file, entry.id);
  const reach = kind === 'redo' ? 'all' : 'since';
  keep(after, key, yield* stretch(0.5, 1, seal(file, { entry: entry.id, changes: act.changes, terms, key, reach })));
}

/** An act as a step needs it. */
type Recorded = {
  readonly changes: readonly Change[];
  /** Whether it put original words back into the study. */
  readonly restores: boolean;
  /** What it took out of the study, where it did. */
  readonly sealed: SealedAct | null;
  /** Its entry as it was before an act that was done again before it took words out of that. */
  readonly waited: SealedEntry | null;
  /** Texts it needs that were taken out. */
  readonly texts: SealedAct['texts'];
};

/** @throws `key-needed`; `undo-conflict` for an act of which a later one took words out. */
function recordedAct(
  file: StudyFile,
  after: After,
  coder: CoderId,
  kind: 'undo' | 'redo',
  { id, position }: Step,
): Recorded {
  const row = file.read.get<{ seq: number; changes: string; sealed: number | null; command: string }>(
    'SELECT seq, changes, sealed, command FROM journal WHERE id = ?',
    id,
  );
  const find = (entry: EntryId) => openKeyOf(file, id) && recordIn(file, after, entry);
  const sealed = row?.sealed ? find(id) : null;
  const plain = row?.sealed ? null : (JSON.parse(row?.changes ?? '[]') as readonly Change[]);
  const known = sealed?.changes ?? plain;
  const waits = kind === 'redo' && !(known && hasTexts(file, known));
  const found = waits ? waitingIn(file, { coder, position, seq: row?.seq ?? 0, changes: known }, find) : null;
  const waited = found?.entry ?? null;
  const changes = known ?? (waited && (JSON.parse(waited.changes) as readonly Change[]));
  if (!changes) {
    throw new NinefoldError(
      'undo-conflict',
      "This can't be taken back: words it holds have been replaced since. Nothing was changed. Undo the replacing first.",
      { entry: id },
    );
  }
  const needed = textsIn(changes);
  const texts = [...(sealed?.texts ?? []), ...(found?.texts ?? [])].filter(([text]) => needed.has(text));
  return { changes, restores: row?.command === 'replacement.restore', sealed, waited, texts };
}

/** What an act took out of the study: as it goes to the key with this step, or as the key knows it. */
const recordIn = (file: StudyFile, { sealed }: After, entry: EntryId): SealedAct | null =>
  sealed?.records.findLast((record): record is SealedAct => record.kind === 'act' && record.entry === entry) ??
  file.keyring.open?.actOf(entry) ??
  null;

/** Has the key hold more once the act is done. */
function keep(after: After, key: OpenKey, records: readonly KeyRecord[]): void {
  after.sealed = { key, records: [...(after.sealed?.records ?? []), ...records] };
}

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
