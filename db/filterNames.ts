import type { FilterNames } from '../shared/analysis/filterWords.ts';
import type { Reader } from './reader.ts';

/** Names of what the filter of a study holds by id, as `filterInWords` asks for them. */
export function filterNames(read: Reader): FilterNames {
  const name = (sql: string) => (id: string) => read.get<{ name: string }>(sql, id)?.name;
  return {
    participant: name('SELECT label AS name FROM participant WHERE id = ?'),
    attribute: name('SELECT name FROM attribute WHERE id = ?'),
    coder: name('SELECT name FROM coder WHERE id = ?'),
    theme: name('SELECT name FROM theme WHERE id = ?'),
    source: name('SELECT title AS name FROM source WHERE id = ?'),
  };
}
