import type { Statement } from 'better-sqlite3';
import { NinefoldError } from '../shared/model/errors.ts';
import type { Cell, Row, TableName, Tables } from './rows.ts';

/** One changed row: [table, id, before, after]; before is null for an insert, after is null for a removal. */
export type Change = readonly [TableName, string, Row | null, Row | null];

/** Writes rows inside one command's transaction and keeps what changed for the journal. */
export type Writer = {
  insert<T extends TableName>(table: T, row: Tables[T]): void;
  /** Throws `not-found` if there is no such row. A patch that changes nothing leaves no trace. */
  update<T extends TableName>(table: T, id: string, patch: Partial<Tables[T]>): void;
  remove(table: TableName, id: string): void;
  /** Stores a file or text that rows refer to. Not journalled: it is never changed and may be shared. */
  keepOriginal(sha256: string, bytes: Uint8Array): void;
  keepText(id: string, text: string): void;
  readonly changes: readonly Change[];
};

/** A writer over a connection that stands inside a transaction. */
export function createWriter(statement: (sql: string) => Statement<unknown[], unknown>): Writer {
  const changes: Change[] = [];
  const current = (table: TableName, id: string): Row => {
    const row = statement(`SELECT * FROM ${table} WHERE id = ?`).get(id);
    if (!row) throw new NinefoldError('not-found', `This ${words[table]} is no longer in the study.`, { table, id });
    return row as Row;
  };
  const put = (table: TableName, row: Row) => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
  };
  return {
    changes,
    insert: (table, row) => {
      put(table, row);
      changes.push([table, row.id, null, { ...row }]);
    },
    update: (table, id, patch) => {
      const before = current(table, id);
      const after: Row = { ...before, ...(patch as Record<string, Cell>) };
      const touched = Object.keys(after).filter(column => after[column] !== before[column]);
      if (touched.length === 0) return;
      const sets = touched.map(column => `${column} = ?`).join(', ');
      statement(`UPDATE ${table} SET ${sets} WHERE id = ?`).run(...touched.map(column => after[column] ?? null), id);
      changes.push([table, id, before, after]);
    },
    remove: (table, id) => {
      const before = current(table, id);
      statement(`DELETE FROM ${table} WHERE id = ?`).run(id);
      changes.push([table, id, before, null]);
    },
    keepOriginal: (sha256, bytes) => {
      statement('INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(sha256, bytes);
    },
    keepText: (id, text) => {
      statement('INSERT INTO text_revision (id, text) VALUES (?, ?)').run(id, text);
    },
  };
}

const words: Readonly<Record<TableName, string>> = {
  study: 'study',
  coder: 'coder',
  framework: 'framework',
  outcome: 'outcome',
  participant: 'participant',
  source: 'source',
  speaker: 'speaker',
  turn: 'turn',
  code: 'code',
  coding: 'coding',
  theme: 'theme',
  theme_code: 'code of the theme',
  theme_outcome: 'outcome of the theme',
  attribute: 'attribute',
  participant_value: 'attribute of the participant',
  memo: 'memo',
  reading: 'reading mark',
  theme_mark: 'mark on an extract',
  theme_verdict: 'verdict on an extract',
  theme_relation: 'relation',
  outcome_quote: 'quote under the outcome',
  theme_advice: 'dismissed advice',
  map_place: 'place on the map',
  map_title: 'title of the map',
  replacement: 'replacement',
  bracket: 'bracket',
  name_check: 'check for names',
  sensitive: 'mark of a sensitive extract',
  disclosure_accepted: 'accepted finding',
  quote: 'quote',
  theme_quote: 'place of a quote under a theme',
  print_style: 'style',
  case_study: 'case study',
  recommendation: 'recommendation',
  recommendation_theme: 'theme of the recommendation',
};
