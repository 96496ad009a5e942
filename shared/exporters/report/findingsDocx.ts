import { type FileChild, Paragraph, TextRun } from 'docx';
import type { DraftChapter, DraftRecommendation, DraftTheme, FindingsDraft } from '../../model/findings.ts';
import { counted, countsInWords } from './counts.ts';
import {
  box,
  contents,
  heading,
  joined,
  type Level,
  linkTo,
  prose,
  quoted,
  reportDocument,
  styled,
  table,
} from './parts.ts';

/**
 * The findings as a Word document in report order: outcome as heading 1, theme as heading 2 (a sub-theme under its theme as heading 3), narratives with their quotes, boxes, recommendations, sources.
 * What is not written yet is named as such. The same draft gives the same bytes.
 */
export async function findingsDocx(draft: FindingsDraft): Promise<Uint8Array> {
  const lists = { next: 0 };
  const title = `${draft.title}: findings`;
  return reportDocument(title, [
    styled('Title', draft.title),
    styled('Subtitle', `Findings, draft. ${countsInWords(draft.counts)}`),
    ...contents(2),
    ...draft.chapters.flatMap((one, index) => chapter(one, lists, index === 0)),
    ...(draft.boxes.length === 0 ? [] : [heading(1, 'Case studies'), ...draft.boxes.flatMap(one => box(one, lists))]),
    ...recommendations(draft, lists),
    ...sources(draft),
  ]);
}

type Lists = { next: number };

const markOf = (theme: { readonly id: string }): string => `t_${theme.id.replaceAll('-', '')}`;

function chapter(
  { outcome, straight, themes, boxes }: DraftChapter,
  lists: Lists,
  first: boolean,
): readonly FileChild[] {
  const words = outcome ? `${outcome.number}. ${outcome.title}` : 'Under no outcome';
  const empty = themes.length === 0 && straight.length === 0 && boxes.length === 0;
  return [
    heading(1, words, outcome ? `o_${outcome.id.replaceAll('-', '')}` : 'o_none', first),
    ...(outcome?.statement ? [styled('Statement', outcome.statement)] : []),
    ...(empty ? [styled('Remark', 'No theme answers this outcome.')] : []),
    ...prose(straight, 3, lists),
    ...themes.flatMap(one => theme(one, lists)),
    ...boxes.flatMap(one => [spacer(), ...box(one, lists)]),
  ];
}

const spacer = () => new Paragraph({ style: 'AfterBox' });

function theme(one: DraftTheme, lists: Lists): readonly FileChild[] {
  const level: Level = one.under === null ? 2 : 3;
  if (one.toldUnder) {
    return [
      heading(level, one.name),
      ...(one.concept ? [styled('Concept', one.concept)] : []),
      new Paragraph({
        style: 'Remark',
        children: [
          new TextRun('Told under '),
          linkTo(markOf(one), `${one.toldUnder.number}. ${one.toldUnder.title}`),
          new TextRun('.'),
        ],
      }),
    ];
  }
  return [
    heading(level, one.name, markOf(one)),
    ...(one.concept ? [styled('Concept', one.concept)] : []),
    ...(one.blocks.length === 0 ? unwritten(one) : prose(one.blocks, level === 2 ? 3 : 4, lists)),
    ...one.chosen.flatMap(quoted),
    ...one.boxes.flatMap(each => [spacer(), ...box(each, lists)]),
  ];
}

/** A theme without a narrative shows its definition, and says what is missing. */
const unwritten = ({ definition, extracts, chosen }: DraftTheme): readonly Paragraph[] => [
  ...(definition ? [styled('Definition', definition)] : []),
  styled(
    'Remark',
    extracts === 0
      ? 'No narrative is written yet, and no extract stands under this theme.'
      : `No narrative is written yet. ${counted(extracts, 'extract')} ${extracts === 1 ? 'stands' : 'stand'} under this theme${chosen.length === 0 ? '; none is chosen' : ''}.`,
  ),
];

function recommendations({ recommendations: groups }: FindingsDraft, lists: Lists): readonly FileChild[] {
  if (groups.length === 0) return [];
  const named = groups.some(one => one.addressee !== '');
  return [
    heading(1, 'Recommendations', 'recommendations'),
    ...groups.flatMap(({ addressee, items }) => [
      ...(named ? [heading(2, addressee || 'To nobody in particular')] : []),
      ...items.flatMap(item => recommendation(item, lists)),
    ]),
  ];
}

function recommendation({ number, blocks, themes }: DraftRecommendation, lists: Lists): readonly FileChild[] {
  const [first, ...rest] = blocks;
  const opening = first?.kind === 'paragraph' ? first.runs : [];
  const others = first?.kind === 'paragraph' ? rest : blocks;
  return [
    styled('RecommendationNumber', opening, `${number}.`),
    ...prose(others, 4, lists),
    themes.length === 0
      ? styled('Unsupported', 'Unsupported: it rests on no theme.')
      : new Paragraph({
          style: 'RestsOn',
          children: [new TextRun('Rests on '), ...joined(themes.map(one => linkTo(markOf(one), one.name)))],
        }),
  ];
}

function sources({ sources: list }: FindingsDraft): readonly FileChild[] {
  if (list.length === 0) return [];
  return [
    heading(1, 'Sources', 'sources'),
    table(
      ['Attribution', 'Kind', 'Group', 'Phase', 'Sources'],
      list.map(({ attribution, kind, group, phase, number }) => [
        attribution,
        kind === 'unknown' ? '' : kind,
        group ?? '',
        phase === null ? '' : String(phase),
        String(number),
      ]),
      [8, 4, 4, 2, 2.8],
    ),
  ];
}
