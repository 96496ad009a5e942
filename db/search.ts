import { asksForPeople, passesPerson, type StudyFilter } from '../shared/analysis/filter.ts';
import type { NoteHit, SearchHit, SearchResult } from '../shared/api/outputs/search.ts';
import type { Source } from '../shared/model/entities.ts';
import type { ParticipantId, SourceId, SpeakerId } from '../shared/model/ids.ts';
import { attribute } from '../shared/text/attribution.ts';
import { type Match, matchesIn, substringsIn } from '../shared/text/search/match.ts';
import { type Piece, piecesOf } from '../shared/text/search/pieces.ts';
import { parseQuery } from '../shared/text/search/query.ts';
import { type Token, tokensOf } from '../shared/text/search/tokens.ts';
import { contextOf } from '../shared/text/selection.ts';
import { nobody, participantTraits, sourcesWithin } from './people.ts';
import type { Reader } from './reader.ts';
import { firstNote, noteWords, type PlacedTurn, pieceRoom, unpackTurns } from './searchIndex.ts';
import { type Narrowing, substringRows, wordRows } from './searchRows.ts';

export type SearchPlace = 'transcripts' | 'memos' | 'codebook' | 'themes';

export type Search = {
  readonly text: string;
  readonly mode: 'words' | 'substring';
  readonly typing: boolean;
  readonly places: readonly SearchPlace[];
  readonly sources: readonly SourceId[] | null;
  readonly speakers: readonly SpeakerId[] | null;
  readonly filter: StudyFilter | undefined;
  readonly offset: number;
  readonly limit: number;
};

const contextLength = 60;
/** Bounds of one call: index rows counted, index rows taken where sources are left out, pieces read for counting after the page is full, sources read where the index can't narrow. */
const mostCounted = 5_000;
const mostRows = 50_000;
const piecesToCount = 40;
const sourcesToScan = 24;
/** Where a row may hold no hit: rows taken, and sources read. */
const looseRows = 1_000;
const sourcesToTry = 80;
const mostNotes = 200;

/** What tells whether words may stand in a piece, and where. */
type Plan = Narrowing & {
  readonly find: (text: string, tokens: readonly Token[]) => readonly Match[];
  readonly note: string | null;
};
/**
 * Words in the study, hits in the order of sources and places. Reads no more than the page needs and a bounded number of sources beyond it;
 * `exact` says whether `total` counts all there is, else it is the least there is.
 */
export function searchStudy(read: Reader, search: Search): SearchResult {
  const plan = planOf(read, search);
  if (plan === null) {
    const { note } = parseQuery(search.text);
    return { hits: [], notes: [], total: 0, exact: true, note };
  }
  const found = search.places.includes('transcripts')
    ? transcriptHits(read, search, plan)
    : { hits: [], total: 0, exact: true };
  return { ...found, notes: noteHits(read, search, plan), note: plan.note };
}

function planOf(read: Reader, { text, mode, typing }: Search): Plan | null {
  if (mode === 'words') {
    const query = parseQuery(text, { typing });
    if (query.parts.length === 0) return null;
    return { ...wordRows(read, query), find: (_text, tokens) => matchesIn(tokens, query), note: query.note };
  }
  const words = tokensOf(text).map(token => token.folded);
  if (words.length === 0) return null;
  const open = { start: /^[\p{L}\p{N}\p{M}]/u.test(text), end: /[\p{L}\p{N}\p{M}]$/u.test(text) };
  return {
    ...substringRows(read, words, open),
    find: (within, tokens) => substringsIn(within, tokens, words, open),
    note: null,
  };
}

type Candidate = { readonly id: SourceId; readonly pieces: ReadonlySet<number> | null };

function transcriptHits(
  read: Reader,
  search: Search,
  plan: Plan,
): { hits: readonly SearchHit[]; total: number; exact: boolean } {
  const { offset, limit, filter } = search;
  const within = narrowed(read, search);
  const people = filter && asksForPeople(filter) ? participantTraits(read) : null;
  const sure = !plan.loose && !search.speakers && !people;
  const found = candidatesOf(read, plan, within, offset + limit + (sure ? piecesToCount : looseRows));
  const hits: SearchHit[] = [];
  let total = 0;
  let beyond = 0;
  let seen = 0;
  for (const [place, { id, pieces }] of found.candidates.entries()) {
    const enough = found.rows === null ? sourcesToScan : sure ? Number.POSITIVE_INFINITY : sourcesToTry;
    if ((found.rows === null && hits.length >= limit) || place > enough + offset / 50)
      return { hits, total, exact: false };
    const opened = openSource(read, id);
    if (!opened) continue;
    const { source, text, voices, count, pieceAt } = opened;
    for (const index of pieces ?? Array(count).keys()) {
      const piece = pieceAt(index);
      if (!piece) continue;
      if (found.rows !== null && hits.length >= limit && ++beyond > piecesToCount) {
        // Each piece that the index named holds a hit at least, unless it was asked for less, or who speaks does not pass.
        return { hits, total: total + (sure ? Math.max(0, found.rows - seen) : 0), exact: false };
      }
      seen++;
      const { speaker = null } = piece.turn ?? {};
      const voice = () => (speaker === null ? undefined : voices().get(speaker));
      if (search.speakers && (speaker === null || !search.speakers.includes(speaker))) continue;
      if (people && filter) {
        const person = voice()?.person ?? null;
        if (!passesPerson(filter, (person && people.get(person)) || nobody)) continue;
      }
      const words = text.slice(piece.start, piece.end);
      for (const match of plan.find(words, tokensOf(words))) {
        total++;
        if (total <= offset || hits.length >= limit) continue;
        hits.push(hitOf(source, text, moved(match, piece.start), piece, voice()));
      }
    }
  }
  const rest = sure && found.rows !== null ? Math.max(0, found.rows - seen) : 0;
  return { hits, total: total + rest, exact: found.complete };
}

/** The sources to look in, in order; null for all. */
function narrowed(read: Reader, { sources, speakers, filter }: Search): ReadonlySet<SourceId> | null {
  const sets: ReadonlySet<SourceId>[] = [];
  if (sources) sets.push(new Set(sources));
  if (speakers) {
    const rows = read.all<{ source: SourceId }>(
      'SELECT source_id AS source FROM speaker WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(speakers),
    );
    sets.push(new Set(rows.map(row => row.source)));
  }
  const passing = sourcesWithin(read, filter);
  if (passing) sets.push(passing);
  const [first, ...others] = sets;
  if (!first) return null;
  return new Set([...first].filter(id => others.every(other => other.has(id))));
}

/**
 * `rows`: index rows in these sources as far as they were counted, null where the index could not narrow; `complete`: whether the candidates hold all of them.
 * `wanted` rows are enough where no source is left out.
 */
function candidatesOf(
  read: Reader,
  plan: Plan,
  within: ReadonlySet<SourceId> | null,
  wanted: number,
): { readonly candidates: readonly Candidate[]; readonly complete: boolean; readonly rows: number | null } {
  const numbers = read
    .all<{ id: SourceId; number: number }>('SELECT source_id AS id, number FROM source_index ORDER BY number')
    .filter(({ id }) => within === null || within.has(id));
  const low = (numbers[0]?.number ?? 0) * pieceRoom;
  const high = ((numbers.at(-1)?.number ?? -1) + 1) * pieceRoom - 1;
  const whole = within === null || numbers.length <= 1;
  const most = whole ? wanted : mostRows;
  const rows = plan.rows(low, high, most + 1);
  if (rows === null) return { candidates: numbers.map(({ id }) => ({ id, pieces: null })), complete: true, rows: null };
  const complete = rows.length <= most;
  const ids = new Map(numbers.map(({ id, number }) => [number, id]));
  const pieces = new Map<SourceId, Set<number>>();
  let counted = 0;
  for (const row of rows.slice(0, most)) {
    const id = ids.get(Math.floor(row / pieceRoom));
    if (id === undefined) continue;
    counted++;
    const set = pieces.get(id);
    if (set) set.add(row % pieceRoom);
    else pieces.set(id, new Set([row % pieceRoom]));
  }
  const candidates = [...pieces].map(([id, set]) => ({ id, pieces: set }));
  return { candidates, complete, rows: complete || !whole ? counted : plan.count(low, high, mostCounted) };
}

type Voiced = {
  readonly id: SpeakerId;
  readonly name: string;
  readonly label: string;
  readonly role: 'participant' | 'supporter' | 'interviewer';
  readonly supportRole: string | null;
  readonly person: ParticipantId | null;
};

type Heading = Pick<Source, 'id' | 'title' | 'kind' | 'group' | 'phase' | 'participant'>;
type Opened = Heading & {
  readonly text: string;
  readonly pieces: number;
  readonly speakers: string;
  readonly turns: Uint8Array;
};

/** A source with its pieces by their places in the index; who speaks is read when it is asked for. */
function openSource(read: Reader, id: SourceId) {
  const row = read.get<Opened>(
    `SELECT s.id, s.title, s.kind, s.group_name AS "group", s.phase, p.label AS participant, r.text, x.pieces, x.speakers, x.turns
     FROM source_index x JOIN source s ON s.id = x.source_id JOIN text_revision r ON r.id = x.text_id
     LEFT JOIN participant p ON p.id = s.participant_id WHERE x.source_id = ?`,
    id,
  );
  if (!row) return null;
  const { text, pieces, speakers, turns: packed, ...source } = row;
  const turns = unpackTurns(packed);
  const ids = JSON.parse(speakers) as readonly SpeakerId[];
  const turnAt = (turn: number): PlacedTurn => ({
    start: turns.start(turn),
    end: turns.end(turn),
    ordinal: turns.ordinal(turn),
    speaker: ids[turns.speaker(turn)] ?? null,
  });
  const all =
    pieces === turns.count
      ? null
      : piecesOf(
          text,
          Array.from({ length: turns.count }, (_, n) => turnAt(n)),
        );
  const pieceAt = (index: number): Piece<PlacedTurn> | undefined => {
    if (all) return all[index];
    const turn = turnAt(index);
    return { start: turn.start, end: turn.end, turn };
  };
  return { source, text, count: pieces, pieceAt, voices: once(() => voicesIn(read, id)) };
}

function voicesIn(read: Reader, id: SourceId): ReadonlyMap<SpeakerId, Voiced> {
  const rows = read.all<Voiced>(
    `SELECT k.id, k.name, k.label, k.role, k.support_role AS supportRole,
       coalesce(k.participant_id, CASE WHEN k.role = 'participant' THEN s.participant_id END) AS person
     FROM speaker k JOIN source s ON s.id = k.source_id WHERE k.source_id = ?`,
    id,
  );
  return new Map(rows.map(row => [row.id, row]));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const moved = (match: Match, by: number): Match => ({
  start: match.start + by,
  end: match.end + by,
  marks: match.marks.map(mark => ({ start: mark.start + by, end: mark.end + by })),
});

function hitOf(
  source: Heading,
  text: string,
  match: Match,
  piece: Piece<PlacedTurn>,
  voice: Voiced | undefined,
): SearchHit {
  const { prefix, suffix } = contextOf(text, match, contextLength);
  return {
    start: match.start,
    end: match.end,
    marks: match.marks,
    source: source.id,
    title: source.title,
    attribution: attribute(source, voice ?? null),
    speaker: voice?.name ?? '',
    asks: voice?.role === 'interviewer',
    turn: piece.turn?.ordinal ?? 0,
    before: prefix,
    text: text.slice(match.start, match.end),
    after: suffix,
  };
}

const noteKinds = { memos: 'memo', codebook: 'code', themes: 'theme' } as const;

function noteHits(read: Reader, { places, limit }: Search, plan: Plan): readonly NoteHit[] {
  const kinds = places.flatMap(place => (place === 'transcripts' ? [] : [noteKinds[place]]));
  if (kinds.length === 0) return [];
  const notes = read.all<{ number: number; id: string; kind: NoteHit['kind'] }>(
    'SELECT number, id, kind FROM note_index ORDER BY number',
  );
  const rows = plan.rows(firstNote, Number.MAX_SAFE_INTEGER, mostRows);
  const chosen = rows === null ? null : new Set(rows.map(row => row - firstNote));
  const hits: NoteHit[] = [];
  for (const { number, id, kind } of notes) {
    if (!kinds.includes(kind) || (chosen && !chosen.has(number))) continue;
    const hit = noteHit(read, kind, id, plan);
    if (hit) hits.push(hit);
    if (hits.length >= Math.min(limit, mostNotes)) break;
  }
  return hits;
}

/** The first place of a note where the words stand. */
function noteHit(read: Reader, kind: NoteHit['kind'], id: string, plan: Plan): NoteHit | null {
  const text = noteWords(read, kind, id) ?? '';
  const [match] = plan.find(text, tokensOf(text));
  if (!match) return null;
  const { prefix, suffix } = contextOf(text, match, contextLength);
  const title = text.slice(0, text.indexOf('\n\n'));
  return { kind, id, title, before: prefix, text: text.slice(match.start, match.end), after: suffix };
}
