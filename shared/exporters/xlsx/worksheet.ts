import { xmlHead, xmlText } from '../office/xml.ts';
import { cellText, looksRun } from './cellText.ts';
import { columnName, tableRange } from './range.ts';
import { formats } from './styles.ts';
import type { Cell, Sheet } from './workbook.ts';

/** The texts of a workbook, each once, in the order they came, with their numbers from 0. */
export type Strings = Map<string, number>;

/** One sheet: its header frozen, filtered, repeated on each printed page; A4 on its side, A3 for wide ones, as wide as the page. Adds its texts to `strings`. */
export function worksheetXml(
  sheet: Sheet,
  { strings, first, mark }: { readonly strings: Strings; readonly first: boolean; readonly mark: string | null },
): string {
  const { columns, rows } = sheet;
  const letters = columns.map((_, at) => columnName(at));
  const row = (cells: readonly Cell[], number: number, head: boolean) =>
    `<row r="${number}" ht="${rowHeight(cells, columns)}">${letters.map((letter, at) => cellXml(cells[at] ?? null, `${letter}${number}`, head, strings)).join('')}</row>`;
  const widths = columns.map(
    ({ width }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(255, Math.max(1, width))}" customWidth="1"/>`,
  );
  const data = [
    row(
      columns.map(column => column.title),
      1,
      true,
    ),
    ...rows.map((cells, at) => row(cells, at + 2, false)),
  ];
  const wide = columns.reduce((sum, column) => sum + column.width, 0) > 180;
  const range = tableRange(columns.length, rows.length + 1);
  return [
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.join('')}</cols><sheetData>${data.join('')}</sheetData><autoFilter ref="${range}"/>`,
    `<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="${wide ? 8 : 9}" orientation="landscape" fitToHeight="0"/>`,
    `<headerFooter>${mark ? `<oddHeader>&amp;C&amp;B${xmlText(plainInHeader(mark))}</oddHeader>` : ''}<oddFooter>&amp;L&amp;A&amp;R&amp;P of &amp;N</oddFooter></headerFooter></worksheet>`,
  ].join('');
}

/** Height of a line of the normal font, and the most a row may have, in points. */
const line = 15;
const tallest = 409;

/** Height in points that shows all words where it can, by their number of characters: programs that don't measure rows on opening would show one line. */
export function rowHeight(cells: readonly Cell[], columns: Sheet['columns']): number {
  const lines = cells.map((cell, at) => {
    if (typeof cell !== 'string') return 1;
    const width = Math.max(1, (columns[at]?.width ?? 1) - 1);
    return cell.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0);
  });
  return Math.min(tallest, Math.max(1, ...lines) * line + 3);
}

function cellXml(cell: Cell, at: string, head: boolean, strings: Strings): string {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${at}" s="${head ? formats.head : formats.number}"><v>${cell}</v></c>` : '';
  if (cell === null || cell === '') return '';
  const text = cellText(cell);
  const known = strings.get(text);
  const number = known ?? strings.size;
  if (known === undefined) strings.set(text, number);
  const format = head ? formats.head : looksRun(text) ? formats.quoted : formats.body;
  return `<c r="${at}" s="${format}" t="s"><v>${number}</v></c>`;
}

/** In a header an ampersand begins a command, and two are one; all of it holds 255 characters. */
const plainInHeader = (text: string) => text.replaceAll('&', '&&').slice(0, 200);
