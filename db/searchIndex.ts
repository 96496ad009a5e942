import type { Turn } from '../shared/model/entities.ts';
import type { SourceId, SpeakerId } from '../shared/model/ids.ts';
import { piecesOf } from '../shared/text/search/pieces.ts';
import { foldedWords } from '../shared/text/search/tokens.ts';
import { atOnce, type Paced } from './paced.ts';
import type { StudyFile } from './studyFile.ts';

/** What the index needs of an open study. */
export type Indexed = Pick<StudyFile, 'db' | 'read' | 'statement'>;

const keepers = new WeakMap<StudyFile['read'], Indexed>();

/** Lets those that are given only the reader of an open study keep what they worked out. */
export function keepFor(file: Indexed): void {
  keepers.set(file.read, file);
}

export function keeperOf(read: StudyFile['read']): Indexed {
  const file = keepers.get(read);
  if (!file) throw new Error('This reader is not that of an open study.');
  return file;
}

/** Row ids of the index: a source's number and the place of the piece in it, from 0; notes lie above all sources. They ascend with the order of the sources. */
export const pieceRoom = 2 ** 20;
export const firstNote = 2 ** 52;
/** Sources that claim one position are told apart by their place among these many numbers. */
const numberRoom = 64;

type NoteKind = 'memo' | 'code' | 'theme';
type Stale = { readonly kind: 'source' | NoteKind; readonly id: string };

/** Words of one source cost about a millisecond for each thousand, so that a big file is indexed with its import and never at a search. */
export function* refreshIndex(file: Indexed): Paced<void> {
  const stale = file.read.all<Stale>('SELECT kind, id FROM stale ORDER BY kind, id');
  if (stale.length === 0) return;
  const words = wordKeeper(file);
  for (const [index, { kind, id }] of stale.entries()) {
    yield index / stale.length;
    if (kind === 'source') indexSource(file, id as SourceId, words.take);
    else indexNote(file, kind, id, words.take);
  }
  words.store();
  file.statement('DELETE FROM stale').run();
}

/** Indexes what a migration or a copy has left to do. */
export function catchUpIndex(file: Indexed): void {
  if (file.read.count('SELECT count(*) FROM stale') === 0) return;
  try {
    file.db.transaction(() => atOnce(refreshIndex(file))).immediate();
  } catch (thrown) {
    forgetWords(file);
    throw thrown;
  }
}

function indexSource(file: Indexed, id: SourceId, take: (words: string) => void): void {
  const { read, statement } = file;
  const indexed = read.get<{ number: number }>('SELECT number FROM source_index WHERE source_id = ?', id);
  if (indexed) {
    const from = indexed.number * pieceRoom;
    statement('DELETE FROM search_index WHERE rowid BETWEEN ? AND ?').run(from, from + pieceRoom - 1);
    statement('DELETE FROM source_index WHERE source_id = ?').run(id);
  }
  const source = read.get<{ position: number; textId: string; text: string }>(
    'SELECT s.position, s.text_id AS textId, r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id = ?',
    id,
  );
  statement("INSERT INTO evidence_stale VALUES ('spoken', ?) ON CONFLICT DO NOTHING").run(id);
  if (!source) return;
  const turns = read.all<PlacedTurn>(
    'SELECT start_at AS start, end_at AS "end", ordinal, speaker_id AS speaker FROM turn WHERE source_id = ? ORDER BY start_at',
    id,
  );
  const number = freeNumber(file, source.position);
  const pieces = piecesOf(source.text, turns);
  const put = statement('INSERT INTO search_index (rowid, words) VALUES (?, ?)');
  for (const [index, { start, end }] of pieces.entries()) {
    const words = foldedWords(source.text.slice(start, end));
    take(words);
    put.run(number * pieceRoom + index, words);
  }
  const { speakers, packed } = packTurns(turns);
  statement(
    'INSERT INTO source_index (source_id, number, text_id, pieces, speakers, turns) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, number, source.textId, pieces.length, JSON.stringify(speakers), packed);
}

/** A turn as far as places go. */
export type PlacedTurn = Pick<Turn, 'start' | 'end' | 'ordinal' | 'speaker'>;

function packTurns(turns: readonly PlacedTurn[]): {
  readonly speakers: readonly SpeakerId[];
  readonly packed: Uint8Array;
} {
  const places = new Map<SpeakerId, number>();
  const packed = new DataView(new ArrayBuffer(turns.length * 16));
  for (const [index, { start, end, ordinal, speaker }] of turns.entries()) {
    if (speaker !== null && !places.has(speaker)) places.set(speaker, places.size);
    const cells = [start, end, ordinal, speaker === null ? -1 : (places.get(speaker) ?? -1)];
    for (const [cell, value] of cells.entries()) packed.setInt32(index * 16 + cell * 4, value, true);
  }
  return { speakers: [...places.keys()], packed: new Uint8Array(packed.buffer) };
}

/** The turns that `packTurns` packed, in order. Offsets count turns. */
export type PackedTurns = {
  readonly count: number;
  readonly start: (turn: number) => number;
  readonly end: (turn: number) => number;
  readonly ordinal: (turn: number) => number;
  /** Index in the source's list of speakers, or -1. */
  readonly speaker: (turn: number) => number;
};

export function unpackTurns(packed: Uint8Array): PackedTurns {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const cell = (turn: number, place: number) => view.getInt32(turn * 16 + place * 4, true);
  return {
    count: packed.byteLength / 16,
    start: turn => cell(turn, 0),
    end: turn => cell(turn, 1),
    ordinal: turn => cell(turn, 2),
    speaker: turn => cell(turn, 3),
  };
}

function freeNumber({ read }: Indexed, position: number): number {
  for (let number = position * numberRoom; ; number++) {
    if (read.count('SELECT count(*) FROM source_index WHERE number = ?', number) === 0) return number;
  }
}

const noteText: Readonly<Record<NoteKind, string>> = {
  memo: 'SELECT title || char(10, 10) || body AS text FROM memo WHERE id = ?',
  code: "SELECT name || char(10, 10) || concat_ws(char(10, 10), nullif(definition, ''), inclusion, exclusion, example) AS text FROM code WHERE id = ?",
  theme:
    "SELECT name || char(10, 10) || concat_ws(char(10, 10), nullif(concept, ''), nullif(definition, ''), is_not, narrative) AS text FROM theme WHERE id = ?",
};

/** The words of a memo, code or theme, its title or name first, a blank line after it. */
export function noteWords(read: Indexed['read'], kind: NoteKind, id: string): string | null {
  return read.get<{ text: string }>(noteText[kind], id)?.text ?? null;
}

function indexNote(file: Indexed, kind: NoteKind, id: string, take: (words: string) => void): void {
  const { read, statement } = file;
  const known = read.get<{ number: number }>('SELECT number FROM note_index WHERE id = ?', id);
  if (known) {
    statement('DELETE FROM search_index WHERE rowid = ?').run(firstNote + known.number);
    statement('DELETE FROM note_index WHERE id = ?').run(id);
  }
  const text = noteWords(read, kind, id);
  if (text === null) return;
  const number = known?.number ?? read.count('SELECT coalesce(max(number), 0) + 1 FROM note_index');
  const words = foldedWords(text);
  take(words);
  statement('INSERT INTO note_index (number, id, kind) VALUES (?, ?, ?)').run(number, id, kind);
  statement('INSERT INTO search_index (rowid, words) VALUES (?, ?)').run(firstNote + number, words);
}

/** Words that stand in `search_terms`, by the connection they were read over. Only ever words of committed transactions and of the one that runs. */
const wordsOf = new WeakMap<StudyFile['db'], Set<string>>();

/** To be called when a transaction that refreshed the index is rolled back. */
export function forgetWords({ db }: Pick<StudyFile, 'db'>): void {
  wordsOf.delete(db);
}

function wordKeeper({ db, read, statement }: Indexed) {
  const known = wordsOf.get(db) ?? new Set(allWords(read).split('\n'));
  wordsOf.set(db, known);
  const fresh: string[] = [];
  return {
    take: (words: string) => {
      for (const word of words.split(' ')) {
        if (known.has(word)) continue;
        known.add(word);
        fresh.push(word);
      }
    },
    store: () => {
      if (fresh.length > 0) statement('INSERT INTO search_terms (terms) VALUES (?)').run(fresh.join('\n'));
    },
  };
}

/** Empties the index, so that no word stays in it that stands nowhere any more; the refreshing of the same transaction fills it again. */
export function forgetIndex(file: Indexed): void {
  forgetWords(file);
  for (const sql of [
    "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    'DELETE FROM search_terms',
    'DELETE FROM source_index',
    'DELETE FROM note_index',
    "INSERT INTO stale SELECT 'source', id FROM source UNION ALL SELECT 'code', id FROM code UNION ALL SELECT 'theme', id FROM theme UNION ALL SELECT 'memo', id FROM memo WHERE true ON CONFLICT DO NOTHING",
  ])
    file.statement(sql).run();
}

/** Every word of the index, one a line; also some that stand nowhere any more. */
export function allWords(read: Indexed['read']): string {
  return read
    .all<{ terms: string }>('SELECT terms FROM search_terms ORDER BY id')
    .map(row => row.terms)
    .join('\n');
}
