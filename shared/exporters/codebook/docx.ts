import type { FileChild } from 'docx';
import type { Code } from '../../model/entities.ts';
import { counted } from '../report/counts.ts';
import { contents, facts, heading, type Level, reportDocument, styled } from '../report/parts.ts';
import { type CodebookSnapshot, depths, themesOf } from './table.ts';

/** The codebook as a Word document: each code as a heading of its depth in the tree, its definition, when to use it and when not, an example, and where it stands. The same codebook gives the same bytes. */
export async function codebookDocx(snapshot: CodebookSnapshot): Promise<Uint8Array> {
  const { title, codes } = snapshot;
  const deep = depths(codes);
  const retired = codes.filter(code => code.retired).length;
  return reportDocument(`${title}: codebook`, [
    styled('Title', title),
    styled(
      'Subtitle',
      `Codebook. ${counted(codes.length, 'code')}${retired > 0 ? `, ${retired} of them retired` : ''}.`,
    ),
    ...contents(3),
    heading(1, 'Codes', undefined, true),
    ...codes.flatMap(code => entry(code, deep.get(code.id) ?? 0, snapshot)),
  ]);
}

function entry(code: Code, depth: number, snapshot: CodebookSnapshot): readonly FileChild[] {
  const { definition, inclusion, exclusion, example, kind, retired } = code;
  const themes = themesOf(code, snapshot);
  const people = code.participants === 1 ? '1 person' : `${code.participants.toLocaleString('en-GB')} people`;
  const stands = `${counted(code.extracts, 'extract')} in ${counted(code.sources, 'source')} from ${people}`;
  return [
    heading(Math.min(4, depth + 2) as Level, code.name),
    ...(definition ? [styled('Meaning', definition)] : [styled('Meaning', 'No definition is written.')]),
    ...facts([
      ['Use it when', inclusion],
      ['Not when', exclusion],
      ['Example', example],
      ['Kind', kind ?? ''],
      ['Stands in', code.extracts === 0 ? 'no extract yet' : stands],
      ['Themes', themes.join('; ')],
      ['Retired', retired ? 'It keeps its extracts and is no longer offered.' : ''],
    ]),
  ];
}
