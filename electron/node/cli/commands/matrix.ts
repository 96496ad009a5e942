import { resolve } from 'node:path';
import type { MatrixColumns } from '../../../../shared/api/methods/analysis.ts';
import { NinefoldError } from '../../../../shared/model/errors.ts';
import { count } from '../../plain.ts';
import { checkedToPrint, openGiven } from '../checked.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { type Call, withStudy } from '../study.ts';

export const matrixRows = ['codes', 'themes'] as const;
export const matrixCounts = ['extracts', 'sources', 'participants'] as const;
const matrixColumns = ['source', 'group', 'phase', 'speaker'] as const;

export type MatrixOptions = CommonOptions &
  KeyOptions & {
    readonly rows: (typeof matrixRows)[number];
    /** `source`, `group`, `phase`, `speaker`, or the name of an attribute of participants. */
    readonly columns: string;
    readonly count: (typeof matrixCounts)[number];
    readonly out?: string;
  };

/** Codes or themes against what they were said in or by whom: written as a table, and as data for --json. Without a file it is printed, as JSON. */
export function matrix(host: CliHost, path: string, options: MatrixOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle: study }) => {
    await openGiven(host, call, study, options);
    const { rows, count: counted, out } = options;
    const asked = { study, rows, columns: await columnsOf(call, study, options.columns), count: counted };
    const document = await call('analysis.matrix', asked);
    const messages = await checkedToPrint(call, study, 'the matrix', document);
    if (out === undefined) return { document, text: `${JSON.stringify(document, null, 2)}\n`, messages };
    const written = await call('analysis.export', { ...asked, format: 'csv', out: resolve(host.cwd, out) });
    return {
      document,
      text: `Wrote ${count(written.items, 'row')} and ${count(document.columns.length, 'column')} to ${written.path ?? out}.\n`,
      messages,
    };
  });
}

/** @throws `invalid-input` naming what can be asked for. */
async function columnsOf(call: Call, study: string, name: string): Promise<MatrixColumns> {
  const known = matrixColumns.find(one => one === name);
  if (known) return known;
  const { attributes } = await call('people.list', { study });
  const own = attributes.find(one => one.name.toLowerCase() === name.trim().toLowerCase());
  if (own) return { attribute: own.id };
  const all = [...matrixColumns, ...attributes.map(one => `“${one.name}”`)].join(', ');
  throw new NinefoldError('invalid-input', `There are no columns “${name}” in this study. It has ${all}.`, {
    columns: name,
  });
}
