import type { CodebookRowReport } from '../shared/api/outputs/codebook.ts';
import type { CodebookFields, CodebookRow } from '../shared/importers/codebookCsv.ts';
import type { CodeId, CoderId } from '../shared/model/ids.ts';
import { addCode, type CodeFacts, codeNamed, getCode, retireCodes, updateCode } from './codes.ts';
import { ancestorsOf, placeCodes } from './codeTree.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** Makes and changes codes by the rows of a table. Codes are known by their name; codes named above one in a path are made where there are none. Rows that can't be taken are reported and left out. */
export function importCodebook(
  read: Reader,
  write: Writer,
  rows: readonly CodebookRow[],
  coder: CoderId,
  at: string,
): readonly CodebookRowReport[] {
  const seen = new Set<string>();
  return rows.map(row => {
    const { name } = row;
    const told = (status: CodebookRowReport['status'], message = ''): CodebookRowReport => ({
      row: row.row,
      name,
      status,
      message,
    });
    if (!row.ok) return told('rejected', row.problem);
    if (seen.has(name)) return told('rejected', `“${name}” stands in the table twice. Only its first row was taken.`);
    seen.add(name);
    const known = codeNamed(read, name);
    const above = row.above?.map(one => codeNamed(read, one)) ?? [];
    if (
      known !== null &&
      above.some(code => code === known || (code !== null && ancestorsOf(read, code).includes(known)))
    )
      return told('rejected', `“${name}” can't go under a code that stands under it. Move that one out first.`);
    const parent = row.above === null ? undefined : parentFor(read, write, row.above, coder, at);
    const { retired, ...fields } = row.fields;
    if (known === null) {
      const id = addCode(read, write, { ...fields, name, parent: parent ?? null, coder, at });
      if (retired) retireCodes(read, write, [id], at);
      return told('made');
    }
    const before = getCode(read, known);
    const changed = [
      ...changedFields(before, row.fields),
      ...(parent !== undefined && parent !== before.parent ? ['place'] : []),
    ];
    if (changed.length === 0) return told('same');
    updateCode(read, write, known, fields);
    if (retired !== undefined) retireCodes(read, write, [known], retired ? at : null);
    if (parent !== undefined && parent !== before.parent) placeCodes(read, write, [known], parent, null);
    return told('changed', `Changed: ${changed.join(', ')}.`);
  });
}

function changedFields(before: CodeFacts, fields: CodebookFields): readonly string[] {
  return (Object.keys(fields) as (keyof CodebookFields)[]).filter(field => before[field] !== fields[field]);
}

/** The code at the end of a path, made with those above it where they are not there; codes that are there stay in their place. */
function parentFor(read: Reader, write: Writer, path: readonly string[], coder: CoderId, at: string): CodeId | null {
  let parent: CodeId | null = null;
  for (const name of path) parent = codeNamed(read, name) ?? addCode(read, write, { name, parent, coder, at });
  return parent;
}
