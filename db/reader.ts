import type { Database, Statement } from 'better-sqlite3';
import { explain } from './errors.ts';

export type Param = string | number | null | Uint8Array;

/** Reads a study file; has no way to write. SQL is always bound. */
export type Reader = {
  all<Row>(sql: string, ...params: readonly Param[]): readonly Row[];
  get<Row>(sql: string, ...params: readonly Param[]): Row | undefined;
  /** First column of the first row as a number. */
  count(sql: string, ...params: readonly Param[]): number;
};

/** A reader over a connection; statements are prepared once. Throws if a statement would write, and `study-damaged` where the file can't be read. */
export function createReader(db: Database): Reader {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const made = db.prepare<unknown[], unknown>(sql);
    if (!made.readonly) throw new Error('A reader was given a statement that writes.');
    statements.set(sql, made);
    return made;
  };
  const explained = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (thrown) {
      throw explain(thrown, db.name);
    }
  };
  return {
    all: <Row>(sql: string, ...params: readonly Param[]) => explained(() => prepare(sql).all(...params) as Row[]),
    get: <Row>(sql: string, ...params: readonly Param[]) =>
      explained(() => prepare(sql).get(...params) as Row | undefined),
    count: (sql, ...params) => {
      const row = explained(() => prepare(sql).get(...params));
      const first = row && typeof row === 'object' ? Object.values(row)[0] : 0;
      return typeof first === 'number' ? first : 0;
    },
  };
}
