import type { Merged } from '../shared/api/outputs/codebook.ts';
import type { CodeId, CodingId, SourceId } from '../shared/model/ids.ts';
import { atOnce, each, type Paced } from './paced.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** What tells whether two codings would stand twice, which is older, and what the one that stays takes over. */
export type CodingRow = {
  readonly id: CodingId;
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  readonly code: CodeId;
  readonly coder: string;
  readonly createdAt: string;
  readonly ref: string | null;
  readonly rank: number | null;
  readonly note: string | null;
};

const columns = `id, source_id AS source, start_at AS start, end_at AS "end", code_id AS code, coder_id AS coder, created_at AS createdAt, ref, rank, note`;

/** Every coding of one code. */
export function codingRowsOf(read: Reader, code: CodeId): readonly CodingRow[] {
  return read.all<CodingRow>(`SELECT ${columns} FROM coding WHERE code_id = ?`, code);
}

export function codingRow(read: Reader, id: CodingId): CodingRow | null {
  return read.get<CodingRow>(`SELECT ${columns} FROM coding WHERE id = ?`, id) ?? null;
}

/** The coding of this code by this coder on exactly these words, if there is one besides `except`. */
export function codingOn(
  read: Reader,
  place: Pick<CodingRow, 'source' | 'start' | 'end' | 'coder'>,
  code: CodeId,
  except: CodingId | null = null,
): CodingRow | null {
  return (
    read.get<CodingRow>(
      `SELECT ${columns} FROM coding WHERE code_id = ? AND source_id = ? AND start_at = ? AND end_at = ? AND coder_id = ? AND id IS NOT ?`,
      code,
      place.source,
      place.start,
      place.end,
      place.coder,
      except,
    ) ?? null
  );
}

/** Which codings stay, which become part of an older one. `moved` counts those that come to `code`, `doubles` those that become one with another. */
export type RecodePlan = Merged & {
  readonly stay: readonly (CodingRow & { readonly folded: readonly CodingRow[] })[];
};

/** Plans giving `rows` the code `code`; rows that have it already are left alone. Reads one place for each row, never all codings of `code`. */
export function recodePlan(read: Reader, rows: readonly CodingRow[], code: CodeId): RecodePlan {
  const coming = rows.filter(row => row.code !== code);
  const places = new Map<string, CodingRow[]>();
  for (const row of coming) {
    const key = `${row.source} ${row.start} ${row.end} ${row.coder}`;
    const list = places.get(key);
    if (list) list.push(row);
    else {
      const standing = codingOn(read, row, code);
      places.set(key, standing ? [standing, row] : [row]);
    }
  }
  const stay = [...places.values()].map(list => {
    const [oldest, ...folded] = list.toSorted(byAge);
    return { ...(oldest as CodingRow), folded };
  });
  const doubles = stay.reduce((sum, row) => sum + row.folded.length, 0);
  return { stay, doubles, moved: coming.length - doubles };
}

/** Gives codings another code. Of those that would stand twice the older stays and takes over what only the other says. */
export function* recodePaced(read: Reader, write: Writer, rows: readonly CodingRow[], code: CodeId): Paced<Merged> {
  const { stay, moved, doubles } = recodePlan(read, rows, code);
  yield* each(stay, ({ folded, ...row }) => {
    for (const double of folded) write.remove('coding', double.id);
    const said = [row, ...folded];
    write.update('coding', row.id, {
      code_id: code,
      ref: said.find(one => one.ref !== null)?.ref ?? null,
      rank: said.find(one => one.rank !== null)?.rank ?? null,
      note: said.find(one => one.note !== null)?.note ?? null,
    });
  });
  return { moved, doubles };
}

/** As `recodePaced`, at once. */
export const recodeRows = (...given: Parameters<typeof recodePaced>): Merged => atOnce(recodePaced(...given));

/** The older first; of one age, the one with the lower id. */
export const byAge = (a: CodingRow, b: CodingRow) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;
