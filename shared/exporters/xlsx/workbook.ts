import { stillZip } from '../office/stillZip.ts';
import { xmlHead, xmlText } from '../office/xml.ts';
import { withoutMarks } from './cellText.ts';
import { tableRange } from './range.ts';
import { sheetNames } from './sheetNames.ts';
import { stylesXml } from './styles.ts';
import { type Strings, worksheetXml } from './worksheet.ts';

export type Cell = string | number | null;

/** `width` in characters of the normal font, as spreadsheets count; text wraps within it. */
export type Column = { readonly title: string; readonly width: number };

export type Sheet = {
  /** Made fit for a spreadsheet: at most 31 characters, none of []:*?/\, unique in the workbook. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Cells by column. Text is never run as a formula; a number that is not finite, and null, leave the cell empty. */
  readonly rows: readonly (readonly Cell[])[];
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Title among the file's properties. */
  readonly title?: string;
  /** Stands at the top of every printed page. */
  readonly mark?: string;
};

/**
 * A workbook for Excel, LibreOffice and Numbers: each sheet with a header row that stays in sight, a filter over all rows, and wrapped text.
 * A cell holds at most 32,767 characters: longer text is cut, and says so. The same input gives the same bytes.
 * @throws RangeError where there is no sheet, or more columns or rows than a sheet holds.
 */
export function workbook({ sheets, title = '', mark }: Workbook): Uint8Array {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet.');
  for (const { name, columns, rows } of sheets) {
    if (columns.length === 0 || columns.length > 16_384)
      throw new RangeError(`“${name}” has ${columns.length} columns.`);
    if (rows.length > 1_048_575) throw new RangeError(`“${name}” has more rows than a spreadsheet holds.`);
  }
  const names = sheetNames(sheets.map(sheet => sheet.name));
  const strings: Strings = new Map();
  const worksheets = sheets.map((sheet, at) => worksheetXml(sheet, { strings, first: at === 0, mark: mark ?? null }));
  return stillZip([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', packageRels],
    ['docProps/core.xml', coreXml(title)],
    ['xl/workbook.xml', workbookXml(sheets, names)],
    ['xl/_rels/workbook.xml.rels', workbookRels(sheets.length)],
    ['xl/styles.xml', stylesXml],
    ['xl/sharedStrings.xml', stringsXml(strings)],
    ...worksheets.map((xml, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
  ]);
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const numbered = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

const contentTypes = (sheets: number) =>
  `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/>${numbered(
    sheets,
  )
    .map(n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)
    .join('')}</Types>`;

const packageRels = `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const coreXml = (title: string) =>
  `${xmlHead}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Ninefold</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`;

const workbookRels = (sheets: number) =>
  `${xmlHead}<Relationships xmlns="${packaged}/relationships">${numbered(sheets)
    .map(n => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join(
      '',
    )}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId${sheets + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;

/** The filter and the rows repeated on each page are names of the workbook: without them Excel and LibreOffice disagree on what is filtered. */
function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const quoted = (at: number) => `'${(names[at] ?? '').replaceAll("'", "''")}'`;
  const defined = [
    ...sheets.map(
      (sheet, at) =>
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(`${quoted(at)}!${tableRange(sheet.columns.length, sheet.rows.length + 1, '$')}`)}</definedName>`,
    ),
    ...sheets.map(
      (_, at) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(`${quoted(at)}!$1:$1`)}</definedName>`,
    ),
  ];
  const listed = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

const stringsXml = (strings: Strings) =>
  `${xmlHead}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.size}">${[
    ...strings.keys(),
  ]
    .map(text => `<si><t xml:space="preserve">${xmlText(withoutMarks(text))}</t></si>`)
    .join('')}</sst>`;
