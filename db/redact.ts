import type { LostCoding } from '../shared/api/outputs/source.ts';
import type { Occurrence } from '../shared/model/anonymity.ts';
import type { Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { BracketId, CoderId, CodingId, ReplacementId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { isOnlyWords } from '../shared/text/certainty.ts';
import { findOccurrences, labelsIn, replaceWords } from '../shared/text/occurrences.ts';
import { spliceLabels } from '../shared/text/views.ts';
import { jsonAsPrinted, stringsIn } from './jsonNotes.ts';
import type { Term } from './key/seal.ts';
import { noteColumns } from './noteColumns.ts';
import type { Paced } from './paced.ts';
import type { Reader } from './reader.ts';
import { placesOn, type Revised, revisePaced } from './revise.ts';
import type { TableName } from './rows.ts';
import { getSource, sourceText, turnsOf } from './sources.ts';
import type { Writer } from './writer.ts';

/** Words of a source that a label takes the place of. */
export type Labelled = Span & { readonly replacement: ReplacementId; readonly label: string };

export type Redacted = {
  /** What each new bracket stands for. */
  readonly words: readonly (readonly [BracketId, string])[];
  /** Codings of which an edge lay inside replaced words: they take in the whole label now, and are to be looked at again. */
  readonly changed: readonly CodingId[];
  /** Codings that became one with another of the same code on the same label. */
  readonly merged: readonly LostCoding[];
};

/**
 * Puts labels in the place of words of one source. All that stands on its words moves with them exactly.
 * @throws `invalid-input` where two replacements overlap or one lies outside the text.
 */
export function* redactSource(
  read: Reader,
  write: Writer,
  source: SourceId,
  labelled: readonly Labelled[],
  coder: CoderId,
): Paced<Redacted> {
  const text = sourceText(read, source);
  const ordered = labelled.toSorted((a, b) => a.start - b.start || a.end - b.end);
  refuseOverlaps(read, source, text, ordered);
  const { text: printed, map, labels } = spliceLabels(text, ordered);
  const { changed, merged } = yield* reviseSpliced(read, write, source, printed, map);
  const at = new Date().toISOString();
  const words = ordered.map(({ start, end, replacement, label }, index): readonly [BracketId, string] => {
    const id = newId<'bracket'>();
    const place = labels[index] ?? { start: 0, end: 0 };
    write.insert('bracket', {
      id,
      source_id: source,
      start_at: place.start,
      end_at: place.end,
      quoted: label,
      kind: 'redaction',
      replacement_id: replacement,
      coder_id: coder,
      at,
    });
    return [id, text.slice(start, end)];
  });
  return { words, changed, merged };
}

/** Gives a source another text by exact moves: turns and all that stands on its words follow. */
export function* reviseSpliced(
  read: Reader,
  write: Writer,
  source: SourceId,
  text: string,
  map: (span: Span) => Span & { readonly same: boolean },
): Paced<Revised> {
  const turns = turnsOf(read, source).map(turn => ({ id: turn.id, speaker: turn.speaker, ...bounds(map(turn)) }));
  const places = new Map(placesOn(read, source).map(({ key, start, end }) => [key, map({ start, end })]));
  return yield* revisePaced(read, write, source, text, turns, places);
}

const bounds = ({ start, end }: Span): Span => ({ start, end });

function refuseOverlaps(read: Reader, source: SourceId, text: string, ordered: readonly Labelled[]): void {
  let last: Labelled | null = null;
  for (const one of ordered) {
    const { title } = getSource(read, source);
    if (one.start >= one.end || one.end > text.length) {
      throw new NinefoldError(
        'invalid-input',
        `A replacement by ${one.label} lies outside the text of “${title}”. Nothing was changed. Look for the words again.`,
        { source, start: one.start, end: one.end },
      );
    }
    if (last && one.start < last.end) {
      const words = text.slice(last.start, Math.max(last.end, one.end));
      throw new NinefoldError(
        'invalid-input',
        `In “${title}”, two replacements overlap at “${words}”: ${last.label} and ${one.label}. Nothing was changed. Untick one of them, or replace the whole by one label.`,
        { source, start: last.start, end: Math.max(last.end, one.end), labels: [last.label, one.label] },
      );
    }
    last = one;
  }
}

/** Writes labels in the place of the words in all that people wrote themselves: memos, codes, themes, names of sources and speakers. @returns how many notes were changed. */
export function redactNotes(read: Reader, write: Writer, terms: readonly Term[]): number {
  let changed = 0;
  for (const { table, id, cells } of notesWith(read, terms)) {
    write.update(table, id, apart(read, table, id, cells) as never);
    changed++;
  }
  return changed;
}

type NoteRow = {
  readonly table: TableName;
  readonly id: string;
  /** Columns that change, as printed. */
  readonly cells: Readonly<Record<string, string>>;
};

/** Notes that hold any of the words, and what would be written. */
export function notesWith(read: Reader, terms: readonly Term[]): readonly NoteRow[] {
  return noteRows(read).flatMap(({ table, id, cells }) => {
    const changed = cells.flatMap(({ column, kind, words }): (readonly [string, string])[] => {
      const printed = kind === 'told' ? words : cellAsPrinted(words, kind, terms);
      return printed === words ? [] : [[column, printed]];
    });
    return changed.length === 0 ? [] : [{ table, id, cells: Object.fromEntries(changed) }];
  });
}

/** Words in a note that may be those of a term, and are not replaced. */
export type DoubtfulNote = Occurrence & {
  readonly table: TableName;
  readonly id: string;
  /** The text or the part of it in which they stand. */
  readonly text: string;
};

/** What is left in notes when what is sure is replaced. Everyday words in lower case are not told: notes are full of them. */
export function doubtfulNotes(
  read: Reader,
  terms: readonly Term[],
  { near }: { readonly near: boolean },
): readonly DoubtfulNote[] {
  const words = terms.map(term => term.words);
  return noteRows(read).flatMap(({ table, id, cells }) =>
    cells.flatMap(cell =>
      (cell.kind === 'json' ? stringsIn(JSON.parse(cell.words)) : [cell.words]).flatMap(text =>
        findOccurrences(text, words, { near, name: cell.kind !== 'prose', skip: labelsIn(text, terms) })
          .filter(one => (!one.sure || cell.kind === 'told') && !isOnlyWords(one.found))
          .map(one => ({ ...one, table, id, text })),
      ),
    ),
  );
}

type CellKind = 'prose' | 'names' | 'json' | 'told';
type NoteCell = { readonly column: string; readonly kind: CellKind; readonly words: string };

/** Every note with its cells that hold anything. */
function noteRows(
  read: Reader,
): readonly { readonly table: TableName; readonly id: string; readonly cells: readonly NoteCell[] }[] {
  return noteColumns.flatMap(([table, { only = 'true', ...kinds }]) => {
    const columns = cellKinds.flatMap(kind => (kinds[kind] ?? []).map(column => ({ column, kind })));
    return read
      .all<{ id: string } & Readonly<Record<string, string | null>>>(
        `SELECT id, ${columns.map(({ column }) => column).join(', ')} FROM ${table} WHERE ${only}`,
      )
      .map(row => ({
        table,
        id: row.id,
        cells: columns.flatMap(one => {
          const words = row[one.column];
          return words ? [{ ...one, words }] : [];
        }),
      }));
  });
}

const cellKinds: readonly CellKind[] = ['prose', 'names', 'json', 'told'];

function cellAsPrinted(words: string, kind: CellKind, terms: readonly Term[]): string {
  if (kind !== 'json') return replaceWords(words, terms, { name: kind === 'names' });
  const value: unknown = JSON.parse(words);
  const printed = jsonAsPrinted(value, terms);
  return printed === value ? words : JSON.stringify(printed);
}

/** Names of codes and themes stand once in a study; two that were told apart by a name get a number. */
function apart(read: Reader, table: TableName, id: string, cells: NoteRow['cells']): NoteRow['cells'] {
  const { name } = cells;
  if (name === undefined || (table !== 'code' && table !== 'theme')) return cells;
  const taken = (given: string) =>
    read.count(`SELECT count(*) FROM ${table} WHERE name = ? AND id <> ?`, given, id) > 0;
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name} ${number}`;
  return { ...cells, name: free };
}
