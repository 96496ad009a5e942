import type { LostCoding } from '../shared/api/outputs/source.ts';
import type { CodeId, CodingId, SourceId, SpeakerId, TurnId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Mapped } from '../shared/text/places.ts';
import { contextOf } from '../shared/text/selection.ts';
import { countWords } from '../shared/text/words.ts';
import { moveWords, wordsOn } from './onWords.ts';
import { atOnce, each, type Paced } from './paced.ts';
import type { Reader } from './reader.ts';
import { byAge, codingOn, codingRow } from './recode.ts';
import type { Tables } from './rows.ts';
import { sourceText } from './sources.ts';
import type { Writer } from './writer.ts';

/** A turn as it shall stand in the new text. Times are those of a turn that is kept unless they are given. */
export type RevisedTurn = {
  readonly id: TurnId | null;
  readonly start: number;
  readonly end: number;
  readonly speaker: SpeakerId | null;
  readonly times?: { readonly fromMs: number | null; readonly toMs: number | null };
};

/** Something placed on a source's words: its row's id is its key. */
export type PlacedRow = { readonly key: string; readonly start: number; readonly end: number };

/** All that stands on the words of a source: codings, memos on turns and extracts, and what was said of extracts for themes and outcomes. */
export function placesOn(read: Reader, source: SourceId): readonly PlacedRow[] {
  return [
    ...read.all<PlacedRow>(
      'SELECT id AS key, start_at AS start, end_at AS "end" FROM coding WHERE source_id = ?',
      source,
    ),
    ...read.all<PlacedRow>(
      'SELECT id AS key, start_at AS start, end_at AS "end" FROM memo WHERE source_id = ? AND start_at IS NOT NULL AND end_at IS NOT NULL',
      source,
    ),
    ...wordsOn(read, source),
  ];
}

export type Revised = {
  readonly changed: readonly CodingId[];
  readonly lost: readonly LostCoding[];
  /** Codings that became one with another of the same code, with the words they stood on. */
  readonly merged: readonly LostCoding[];
};

/**
 * Gives a source another text and other turns; the text as it was stays. What stands on words moves to where `places` says: a coding whose words changed is to be looked at again,
 * one that is lost is removed, a memo that is lost stays with the source.
 */
export function* revisePaced(
  read: Reader,
  write: Writer,
  source: SourceId,
  text: string,
  turns: readonly RevisedTurn[],
  places: ReadonlyMap<string, Mapped>,
): Paced<Revised> {
  if (text !== sourceText(read, source)) {
    const textId = newId<'text'>();
    write.keepText(textId, text);
    write.update('source', source, { text_id: textId, words: countWords(text), characters: text.length });
  }
  const result = yield* moveCodings(read, write, source, text, places);
  reviseTurns(read, write, source, turns);
  moveMemos(read, write, source, text, turns, places);
  moveWords(read, write, source, text, places);
  return result;
}

/** As `revisePaced`, at once. */
export const reviseText = (...given: Parameters<typeof revisePaced>): Revised => atOnce(revisePaced(...given));

function* moveCodings(
  read: Reader,
  write: Writer,
  source: SourceId,
  text: string,
  places: ReadonlyMap<string, Mapped>,
): Paced<Revised> {
  const changed: CodingId[] = [];
  const lost: LostCoding[] = [];
  const moved: Tables['coding'][] = [];
  const rows = read.all<Tables['coding']>(
    'SELECT * FROM coding WHERE source_id = ? ORDER BY start_at, end_at, created_at, id',
    source,
  );
  yield* each(rows, row => {
    const place = places.get(row.id) ?? null;
    if (place === null) {
      lost.push(lostCoding(read, row));
      write.remove('coding', row.id);
      return;
    }
    write.update('coding', row.id, {
      start_at: place.start,
      end_at: place.end,
      quoted: text.slice(place.start, place.end),
      ...contextOf(text, place),
      ...(!place.same && { review: 'words-changed' }),
    });
    if (!place.same) {
      changed.push(row.id as CodingId);
      moved.push(row);
    }
  });
  return { ...withoutDoubles(read, write, moved, changed), lost };
}

/**
 * Codings of one code by one coder that have come to stand on the same words become one: the older stays, takes over what only the other says, both notes,
 * and is to be looked at again.
 */
function withoutDoubles(
  read: Reader,
  write: Writer,
  moved: readonly Tables['coding'][],
  changed: readonly CodingId[],
): Omit<Revised, 'lost'> {
  const merged = new Map<string, LostCoding>();
  const stayed: CodingId[] = [];
  for (const { id } of moved) {
    const row = merged.has(id) ? null : codingRow(read, id as CodingId);
    const other = row && codingOn(read, row, row.code, row.id);
    if (!row || !other) continue;
    const [stays, goes] = byAge(row, other) < 0 ? [row, other] : [other, row];
    const before = moved.find(one => one.id === goes.id);
    merged.set(
      goes.id,
      lostCoding(read, before ?? { id: goes.id, code_id: goes.code, quoted: quotedOf(read, goes.id) }),
    );
    write.remove('coding', goes.id);
    const notes = [stays.note, goes.note].filter(note => note !== null);
    write.update('coding', stays.id, {
      ref: stays.ref ?? goes.ref,
      rank: stays.rank ?? goes.rank,
      note: notes.length > 0 ? [...new Set(notes)].join('\n\n') : null,
      review: 'words-changed',
    });
    stayed.push(stays.id);
  }
  const all = new Set([...changed, ...stayed]);
  return { changed: [...all].filter(id => !merged.has(id)), merged: [...merged.values()] };
}

const quotedOf = (read: Reader, id: CodingId): string =>
  read.get<{ quoted: string }>('SELECT quoted FROM coding WHERE id = ?', id)?.quoted ?? '';

/** What to tell of a coding that has no place any more. */
export function lostCoding(read: Reader, row: Pick<Tables['coding'], 'id' | 'code_id' | 'quoted'>): LostCoding {
  const code = read.get<{ name: string }>('SELECT name FROM code WHERE id = ?', row.code_id);
  return {
    coding: row.id as CodingId,
    code: row.code_id as CodeId,
    codeName: code?.name ?? '',
    quoted: row.quoted,
  };
}

function reviseTurns(read: Reader, write: Writer, source: SourceId, turns: readonly RevisedTurn[]): void {
  const kept = new Set(turns.map(turn => turn.id));
  for (const { id } of read.all<{ id: TurnId }>('SELECT id FROM turn WHERE source_id = ?', source)) {
    if (!kept.has(id)) write.remove('turn', id);
  }
  for (const [index, turn] of turns.entries()) {
    const row = { ordinal: index + 1, start_at: turn.start, end_at: turn.end, speaker_id: turn.speaker };
    const times = turn.times && { from_ms: turn.times.fromMs, to_ms: turn.times.toMs };
    if (turn.id !== null) write.update('turn', turn.id, { ...row, ...times });
    else
      write.insert('turn', {
        id: newId<'turn'>(),
        source_id: source,
        ...row,
        from_ms: times?.from_ms ?? null,
        to_ms: times?.to_ms ?? null,
      });
  }
}

function moveMemos(
  read: Reader,
  write: Writer,
  source: SourceId,
  text: string,
  turns: readonly RevisedTurn[],
  places: ReadonlyMap<string, Mapped>,
): void {
  const turnOf = new Map(turns.map(turn => [turn.id as string | null, turn]));
  for (const memo of read.all<Tables['memo']>(
    "SELECT * FROM memo WHERE source_id = ? AND about IN ('turn', 'extract')",
    source,
  )) {
    const turn = memo.about === 'turn' && memo.about_id !== null ? turnOf.get(memo.about_id) : undefined;
    const place = turn ?? places.get(memo.id) ?? null;
    if (place === null || (memo.about === 'turn' && memo.about_id !== null && !turn)) {
      write.update('memo', memo.id, { about: 'source', about_id: source, start_at: null, end_at: null });
      continue;
    }
    if (memo.start_at === null) continue;
    write.update('memo', memo.id, {
      start_at: place.start,
      end_at: place.end,
      ...(memo.quoted !== null && { quoted: text.slice(place.start, place.end) }),
    });
  }
}
