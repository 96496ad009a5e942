import { usualColumns } from '../../model/printStyles.ts';
import { type Sheet, workbook } from '../xlsx/workbook.ts';
import { type Bundle, detailOf, noticeOn, spokenMark, summaryOf } from './bundle.ts';
import { columnsOf, filledOf, hasContext } from './columns.ts';

/** A workbook with one row a quote, in report order, without the usual columns that hold nothing; then the sources that are quoted, and what the workbook is. */
export function quotesXlsx(bundle: Bundle): Uint8Array {
  return workbook({
    title: `${bundle.title}: quotes`,
    ...(bundle.spoken && { mark: spokenMark }),
    sheets: quoteSheets(bundle),
  });
}

/** The sheets of the workbook. */
export function quoteSheets(bundle: Bundle): readonly Sheet[] {
  const { title, quotes, extra, columns, parts } = bundle;
  const all = columnsOf(columns ?? usualColumns.xlsx, extra.attributes, hasContext(extra.details));
  const shown = columns === null ? filledOf(all, quotes, extra.details) : all;
  const rows = quotes.map(quote => {
    const detail = detailOf(extra, quote);
    return shown.map(column => column.of(quote, detail));
  });
  return [
    { name: 'Quotes', columns: shown, rows },
    ...(parts.has('sources') && extra.sources.length > 0 ? [sourcesSheet(bundle)] : []),
    {
      name: 'About',
      columns: [
        { title: 'About', width: 16 },
        { title: title, width: 100 },
      ],
      rows: [
        ['What it holds', summaryOf(bundle)],
        ['Please note', noticeOn(bundle)],
      ],
    },
  ];
}

function sourcesSheet({ extra, quotes }: Bundle): Sheet {
  const counts = new Map<string, number>();
  for (const { key } of quotes) {
    const id = key.slice(0, key.indexOf(':'));
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    name: 'Sources',
    columns: [
      { title: 'Attribution', width: 32 },
      { title: 'Source', width: 36 },
      { title: 'Method', width: 18 },
      { title: 'Group', width: 18 },
      { title: 'Phase', width: 8 },
      { title: 'Participant', width: 14 },
      { title: 'Quotes', width: 9 },
    ],
    rows: extra.sources.map(({ id, attribution, fileName, kind, group, phase, participant }) => [
      attribution,
      fileName,
      kind === 'unknown' ? null : kind,
      group,
      phase,
      participant,
      counts.get(id) ?? 0,
    ]),
  };
}
