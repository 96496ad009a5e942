import { resolve } from 'node:path';
import type { CodebookFormat } from '../../../../shared/api/inputs.ts';
import type { CodebookRowReport } from '../../../../shared/api/outputs/codebook.ts';
import type { Code } from '../../../../shared/model/entities.ts';
import { count } from '../../plain.ts';
import { checkedToPrint, openGiven } from '../checked.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { withStudy } from '../study.ts';
import { formatFor } from './report.ts';

export type CodebookOptions = CommonOptions &
  KeyOptions & {
    readonly out?: string;
    readonly format?: CodebookFormat;
    readonly import?: string;
  };

/** The codebook: written to a file (CSV unless its ending or --format says otherwise), or made and changed by one, or printed as a tree. A row that can't be taken makes the run partial. */
export function codebook(host: CliHost, path: string, options: CodebookOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle: study }) => {
    if (options.import !== undefined) {
      const file = { path: resolve(host.cwd, options.import) };
      return imported(await call('codebook.import', { study, file }));
    }
    await openGiven(host, call, study, options);
    const codes = await call('code.list', { study });
    const messages = await checkedToPrint(call, study, 'the codebook', codes);
    if (options.out === undefined) return { document: codes, text: lines(tree(codes)), messages };
    const format = formatFor(options.format, options.out, ['csv', 'docx', 'xlsx']);
    const written = await call('codebook.export', { study, format, out: resolve(host.cwd, options.out) });
    return {
      document: codes,
      text: `Wrote ${count(written.items, 'code')} to ${written.path ?? options.out}.\n`,
      messages,
    };
  });
}

function imported(rows: readonly CodebookRowReport[]): Said {
  const of = (status: CodebookRowReport['status']) => rows.filter(row => row.status === status);
  const rejected = of('rejected');
  return {
    document: rows,
    text: lines([
      `Made ${count(of('made').length, 'code')}, changed ${of('changed').length}, left ${of('same').length} as they are.`,
    ]),
    messages: rejected.map(row => `Row ${row.row} (${row.name || 'no name'}): ${row.message} Left out.`),
    partly: rejected.length > 0,
  };
}

/** One line a code, two spaces further in for each code above it, with its extracts. */
function tree(codes: readonly Code[]): readonly string[] {
  const depths = new Map<string, number>();
  return codes.map(code => {
    const depth = code.parent === null ? 0 : (depths.get(code.parent) ?? 0) + 1;
    depths.set(code.id, depth);
    return `${'  '.repeat(depth)}${code.name}  ${code.extracts.toLocaleString('en-GB')}${code.retired ? '  retired' : ''}`;
  });
}
