import Papa from 'papaparse';
import type { Code } from '../../model/entities.ts';
import type { ThemeId } from '../../model/ids.ts';
import { codePath } from '../../text/codePath.ts';
import { harmlessCell } from '../../text/csvCells.ts';

/** Columns of a codebook's table, in order. Those from `extracts` on are counted or kept elsewhere: an import leaves them alone. */
export const codebookColumns = [
  'path',
  'name',
  'kind',
  'definition',
  'inclusion',
  'exclusion',
  'example',
  'hue',
  'retired',
  'extracts',
  'sources',
  'participants',
  'themes',
] as const;

/** One row a code, in the order of the tree: UTF-8 with a BOM so that Excel reads accents, CRLF, and no cell that a spreadsheet would run as a formula. */
export function codebookCsv(codes: readonly Code[], themes: ReadonlyMap<ThemeId, string> = new Map()): Uint8Array {
  const names = new Map(codes.map(code => [code.id, code]));
  const data = codes.map(code => {
    const cells = {
      ...code,
      path: codePath(code, id => names.get(id)),
      kind: code.kind ?? '',
      hue: String(code.hue),
      retired: code.retired ? 'yes' : '',
      extracts: String(code.extracts),
      sources: String(code.sources),
      participants: String(code.participants),
      themes: code.themes.flatMap(theme => themes.get(theme) ?? []).join('; '),
    };
    return codebookColumns.map(column => harmlessCell(cells[column]));
  });
  const csv = Papa.unparse({ fields: [...codebookColumns], data }, { newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`);
}
