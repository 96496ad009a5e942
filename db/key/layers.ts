import type { CoderId, EntryId } from '../../shared/model/ids.ts';
import type { StudyFile } from '../studyFile.ts';
import type { Change } from '../writer.ts';
import type { Term } from './asPrinted.ts';
import type { KeyRecord, SealedAct, SealedEntry } from './records.ts';
import { entriesOf, entryOf, putBack, putTextsBack, sealAgain, stillSeals } from './seal.ts';

/** What an act took out, as the key knows it or will. */
export type RecordOf = (entry: EntryId) => SealedAct | null;

/**
 * Acts of replacing that took words out after `entry` did so last, and keep them out, in that order. To be asked for before `entry` is taken back.
 * Those that took out again what somebody had put back are none: they rest on an act of replacing themselves.
 */
export function layersAbove({ read }: StudyFile, entry: EntryId): readonly EntryId[] {
  return read
    .all<{ id: EntryId }>(
      `WITH act AS (
         SELECT j.id, j.command, coalesce(h.seq, j.seq) AS at, coalesce(h.kind, 'do') AS last
         FROM journal j LEFT JOIN journal h ON h.seq = (SELECT max(seq) FROM journal WHERE target = j.id)
         WHERE j.kind = 'do')
       SELECT id FROM act
       WHERE command = 'replacement.apply' AND last <> 'undo' AND at > (SELECT at FROM act WHERE id = ?) ORDER BY at`,
      entry,
    )
    .map(row => row.id);
}

/**
 * Puts back what `seal` took out for an act, after the act itself was taken back; `step` is the entry that says so. Where others took words out since (`above`), what is put back is theirs to keep:
 * an entry that one of them holds, or that holds words that are still in force, and texts that no source has.
 * @returns records of theirs that the key has to hold before the transaction is committed.
 */
export function unseal(file: StudyFile, { act, step, above, recordOf, terms }: Unsealing): readonly KeyRecord[] {
  const layers = above.flatMap(entry => recordOf(entry) ?? []);
  const entries = entriesOf(act);
  const last = layers.at(-1);
  if (!last) {
    putTextsBack(file, act.texts);
    putBack(file, entries);
    stillSeals(file, act.entry);
    return [];
  }
  const keptBy = new Map<SealedAct, SealedEntry[]>(layers.map(layer => [layer, []]));
  const free: SealedEntry[] = [];
  for (const entry of entries) {
    const layer = layers.find(one => one.journal.some(held => held.seq === entry.seq));
    if (layer) keptBy.get(layer)?.push(entry);
    else free.push(entry);
  }
  putBack(file, free);
  const made = entryOf(file, step);
  keptBy.get(last)?.push(...sealAgain(file, terms, [...free, ...(made ? [made] : [])]));
  stillSeals(file, act.entry);
  return layers.flatMap(layer => {
    const taken = keptBy.get(layer) ?? [];
    const texts = layer === last ? act.texts : [];
    if (taken.length === 0 && texts.length === 0) return [];
    const seqs = new Set(taken.map(one => one.seq));
    return [
      {
        ...layer,
        journal: [...layer.journal.filter(one => !seqs.has(one.seq)), ...taken],
        texts: [...layer.texts, ...texts],
      },
    ];
  });
}

type Unsealing = {
  readonly act: SealedAct;
  readonly step: EntryId;
  readonly above: readonly EntryId[];
  readonly recordOf: RecordOf;
  readonly terms: readonly Term[];
};

/** What was taken out since an act was undone, of which it may need some to be done again: its entry, and texts. */
export type Waiting = { readonly entry: SealedEntry | null; readonly texts: SealedAct['texts'] };

/**
 * Finds an act that waits to be done again in what acts of the same coder before it took out when they were done again themselves.
 * `changes`: its own where its entry is not sealed.
 */
export function waitingIn(
  file: StudyFile,
  {
    coder,
    position,
    seq,
    changes,
  }: {
    readonly coder: CoderId;
    readonly position: number;
    readonly seq: number;
    readonly changes: readonly Change[] | null;
  },
  recordOf: RecordOf,
): Waiting {
  const below = file.read.all<{ id: EntryId }>(
    `SELECT j.id FROM undo_stack s JOIN journal j ON j.id = s.entry_id
     WHERE s.coder_id = ? AND s.position < ? AND s.done = 1 AND j.command = 'replacement.apply' ORDER BY s.position`,
    coder,
    position,
  );
  const records = below.flatMap(({ id }) => recordOf(id) ?? []);
  const entry = changes ? null : (records.flatMap(entriesOf).find(one => one.seq === seq) ?? null);
  return { entry, texts: records.flatMap(record => record.texts) };
}
