import { codePath } from '../../text/codePath.ts';
import { workbook } from '../xlsx/workbook.ts';
import { type CodebookSnapshot, themesOf } from './table.ts';

/** The codebook as a workbook: one row a code in the order of the tree, its path in full, counts as numbers. The same codebook gives the same bytes. */
export function codebookXlsx(snapshot: CodebookSnapshot): Uint8Array {
  const names = new Map(snapshot.codes.map(code => [code.id, code]));
  return workbook({
    title: `${snapshot.title}: codebook`,
    sheets: [
      {
        name: 'Codebook',
        columns: [
          { title: 'Path', width: 36 },
          { title: 'Code', width: 26 },
          { title: 'Kind', width: 10 },
          { title: 'Definition', width: 44 },
          { title: 'Use it when', width: 34 },
          { title: 'Not when', width: 34 },
          { title: 'Example', width: 34 },
          { title: 'Retired', width: 9 },
          { title: 'Extracts', width: 9 },
          { title: 'Sources', width: 9 },
          { title: 'Participants', width: 12 },
          { title: 'Themes', width: 32 },
        ],
        rows: snapshot.codes.map(code => [
          codePath(code, id => names.get(id)),
          code.name,
          code.kind ?? '',
          code.definition,
          code.inclusion,
          code.exclusion,
          code.example,
          code.retired ? 'yes' : '',
          code.extracts,
          code.sources,
          code.participants,
          themesOf(code, snapshot).join('; '),
        ]),
      },
    ],
  });
}
