import { resolve } from 'node:path';
import type { ExtractReport } from '../../../../shared/api/outputs.ts';
import { count } from '../../plain.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { withStudy } from '../study.ts';

const statuses: readonly ExtractReport['status'][] = ['exact', 'normalised', 'approximate', 'ambiguous', 'not-found'];

/** Codes a table of extracts that was made elsewhere. A row whose words are not placed is not coded, and makes the run partial. */
export function codeExtracts(host: CliHost, path: string, table: string, options: CommonOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle }) => {
    const rows = await call('extract.import', { study: handle, file: { path: resolve(host.cwd, table) } });
    const left = rows.filter(row => row.start === null);
    const counted = statuses.map(status => [status, rows.filter(row => row.status === status).length] as const);
    return {
      document: rows,
      text: lines([
        `Coded ${rows.length - left.length} of ${count(rows.length, 'extract')}: ${counted
          .filter(([, number]) => number > 0)
          .map(([status, number]) => `${number} ${status}`)
          .join(', ')}.`,
      ]),
      messages: left.map(row => `${row.id}: ${reasons[row.status]} (${row.source}). Not coded.`),
      partly: left.length > 0,
    };
  });
}

const reasons: Readonly<Record<ExtractReport['status'], string>> = {
  exact: 'has no place',
  normalised: 'has no place',
  approximate: 'only loosely like anything in its source',
  ambiguous: 'stands more than once in its source',
  'not-found': 'not found in its source',
};
