import type { Evidence } from '../shared/model/entities.ts';
import type { CodeId, OutcomeId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { atOnce } from './paced.ts';
import type { Reader } from './reader.ts';
import { type Indexed, keeperOf, refreshIndex } from './searchIndex.ts';
import { type Places, placesOf, speakerAt } from './speakers.ts';

/** Evidence with the people who speak in it: participants where they are known, else speakers. */
export type Weight = Evidence & { readonly people: number };

export const noWeight: Weight = { extracts: 0, sources: [], speakers: 0, people: 0 };

type Kind = 'code' | 'theme' | 'outcome';

/** The weight of every theme: of the distinct extracts of its codes, words of interviewers left out. */
export const themeWeights = (read: Reader): ReadonlyMap<ThemeId, Weight> => weights<ThemeId>(read, 'theme');
/** Extracts of every code that are not an interviewer's, and the people who say them. */
export const codeWeights = (read: Reader): ReadonlyMap<CodeId, Pick<Weight, 'extracts' | 'people'>> =>
  kept<CodeId>(read, 'code');
/** The weight of every outcome: of the distinct extracts of its themes. */
export const outcomeWeights = (read: Reader): ReadonlyMap<OutcomeId, Pick<Weight, 'extracts'>> =>
  kept<OutcomeId>(read, 'outcome');

function weights<Id extends string>(read: Reader, kind: Kind): ReadonlyMap<Id, Weight> {
  const rows = kept<Id>(read, kind);
  const ids = new Map(
    read
      .all<{ id: SourceId; number: number }>('SELECT source_id AS id, number FROM source_index')
      .map(({ id, number }) => [String(number), id]),
  );
  return new Map(
    [...rows].map(([id, { extracts, speakers, people, sources }]) => [
      id,
      {
        extracts,
        speakers,
        people,
        sources: sources === '' ? [] : sources.split(' ').flatMap(number => ids.get(number) ?? []),
      },
    ]),
  );
}

/**
 * Weights as they are kept in the file. Those that rest on something that has changed since are worked out first and kept, which writes,
 * but nothing that the study is made of. Where they can't be kept (a full disk) the answer is right all the same.
 */
function kept<Id extends string>(read: Reader, kind: Kind): ReadonlyMap<Id, Kept> {
  const fresh = isFresh(read, kind) ? new Map<string, Kept>() : bringUpToDate(keeperOf(read), kind);
  const rows = read.all<Kept>('SELECT id, extracts, speakers, people, sources FROM evidence WHERE kind = ?', kind);
  return new Map([...rows.map(row => [row.id, row] as const), ...fresh].map(([id, row]) => [id as Id, row]));
}

type Kept = {
  readonly id: string;
  readonly extracts: number;
  readonly speakers: number;
  readonly people: number;
  readonly sources: string;
};

function isFresh(read: Reader, kind: Kind): boolean {
  return (
    read.count(
      `SELECT (SELECT count(*) FROM stale) + (SELECT count(*) FROM evidence_stale WHERE kind IN ('coded', 'spoken', ?, CASE ? WHEN 'outcome' THEN 'theme' END))
         + (SELECT count(*) FROM ${kind}) - (SELECT count(*) FROM evidence WHERE kind = ?)`,
      kind,
      kind,
      kind,
    ) === 0
  );
}

function bringUpToDate(file: Indexed, kind: Kind): ReadonlyMap<string, Kept> {
  let fresh: ReadonlyMap<string, Kept> | null = null;
  try {
    file.db.transaction(() => {
      atOnce(refreshIndex(file));
      spread(file);
      fresh = weigh(file.read, kind);
      const keep = file.statement(
        'INSERT OR REPLACE INTO evidence (kind, id, extracts, speakers, people, sources) VALUES (?, ?, ?, ?, ?, ?)',
      );
      for (const row of fresh.values()) keep.run(kind, row.id, row.extracts, row.speakers, row.people, row.sources);
      file.statement('DELETE FROM evidence_stale WHERE kind = ?').run(kind);
      file.statement(`DELETE FROM evidence WHERE kind = ? AND id NOT IN (SELECT id FROM ${kind})`).run(kind);
    })();
  } catch (thrown) {
    const full = thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_FULL');
    if (!full || fresh === null) throw thrown;
  }
  return fresh ?? new Map();
}

/** Says of each change in codings, turns and speakers which weights rest on it. */
function spread({ statement }: Indexed): void {
  const mark = (select: string) =>
    statement(`INSERT INTO evidence_stale (kind, id) ${select} ON CONFLICT DO NOTHING`).run();
  mark(
    "SELECT DISTINCT 'coded', code_id FROM coding WHERE source_id IN (SELECT id FROM evidence_stale WHERE kind = 'spoken')",
  );
  mark("SELECT 'code', id FROM evidence_stale WHERE kind = 'coded'");
  mark(
    "SELECT DISTINCT 'theme', theme_id FROM theme_code WHERE code_id IN (SELECT id FROM evidence_stale WHERE kind = 'coded')",
  );
  mark(
    "SELECT DISTINCT 'outcome', outcome_id FROM theme_outcome WHERE theme_id IN (SELECT id FROM evidence_stale WHERE kind = 'theme')",
  );
  statement("DELETE FROM evidence_stale WHERE kind IN ('coded', 'spoken')").run();
}

const codesUnder: Readonly<Record<Kind, string>> = {
  code: 'SELECT ? AS code_id',
  theme: 'SELECT code_id FROM theme_code WHERE theme_id = ?',
  outcome:
    'SELECT c.code_id FROM theme_outcome o JOIN theme t ON t.id = o.theme_id JOIN theme_code c ON c.theme_id = o.theme_id WHERE o.outcome_id = ? AND t.discarded_at IS NULL',
};

function weigh(read: Reader, kind: Kind): ReadonlyMap<string, Kept> {
  const due = read.all<{ id: string }>(
    `SELECT id FROM ${kind} WHERE id IN (SELECT id FROM evidence_stale WHERE kind = ?) OR id NOT IN (SELECT id FROM evidence WHERE kind = ?)`,
    kind,
    kind,
  );
  if (due.length === 0) return new Map();
  const places = placesOf(read);
  return new Map(due.map(({ id }) => [id, weightOf(read, places, kind, id)]));
}

type SpanRow = { readonly source: SourceId; readonly start: number; readonly end: number };

function weightOf(read: Reader, places: ReadonlyMap<SourceId, Places>, kind: Kind, id: string): Kept {
  const rows = read.all<SpanRow>(
    `SELECT DISTINCT source_id AS source, start_at AS start, end_at AS "end" FROM coding WHERE code_id IN (${codesUnder[kind]})`,
    id,
  );
  const speakers = new Set<string>();
  const people = new Set<string>();
  const sources = new Set<number>();
  let extracts = 0;
  for (const { source, start, end } of rows) {
    const place = places.get(source);
    if (!place) continue;
    const speaker = speakerAt(place, start, end);
    if (speaker?.role === 'interviewer') continue;
    extracts++;
    sources.add(place.number);
    speakers.add(speaker?.id ?? source);
    people.add(speaker?.person ?? source);
  }
  return {
    id,
    extracts,
    speakers: speakers.size,
    people: people.size,
    sources: [...sources].sort((a, b) => a - b).join(' '),
  };
}
