import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { columnName } from '../../shared/exporters/xlsx/range.ts';
import type { Cell } from '../../shared/exporters/xlsx/workbook.ts';

type Parts = Readonly<Record<string, string>>;
export type Printed = 'docx' | 'xlsx' | 'csv' | 'md' | 'html' | 'json';

/** The parts of an Office package; each is read to its end, so that what Word or Excel would refuse fails here. */
export function partsOf(bytes: Uint8Array): Parts {
  const files = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
  for (const [name, xml] of files) {
    const parser = new SaxesParser();
    parser.on('error', error => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  return Object.fromEntries(files);
}

/** Paragraphs of a Word document as "style: words", without a field of contents and what is empty; a line break is /, a tab →. */
export function paragraphsOf(files: Parts): readonly string[] {
  const body = (files['word/document.xml'] ?? '').replace(/<w:sdt>.*?<\/w:sdt>/gs, '');
  return (body.match(/<w:p>.*?<\/w:p>/gs) ?? [])
    .map(one => {
      const words = [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)].map(([, text, mark]) =>
        mark === 'br' ? '/' : mark === 'tab' ? '→' : (text ?? ''),
      );
      return `${/<w:pStyle w:val="([^"]+)"/.exec(one)?.[1] ?? ''}: ${unescaped(words.join(''))}`;
    })
    .filter(one => !one.endsWith(': '));
}

/** Cells of a sheet by row, its header first, as a spreadsheet reads them. */
export function cellsOf(files: Parts, sheet = 1): readonly (readonly Cell[])[] {
  const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(
    found => unescaped(found[1] ?? ''),
  );
  const xml = files[`xl/worksheets/sheet${sheet}.xml`] ?? '';
  const columns = [...xml.matchAll(/<col /g)].length;
  return [...xml.matchAll(/<row r="\d+" ht="\d+">(.*?)<\/row>/g)].map(row => {
    const found = new Map(
      [...(row[1] ?? '').matchAll(/<c r="([A-Z]+)\d+" s="\d+"( t="s")?><v>([^<]*)<\/v><\/c>/g)].map(cell => [
        cell[1] ?? '',
        cell[2] ? (strings[Number(cell[3])] ?? null) : Number(cell[3]),
      ]),
    );
    return Array.from({ length: columns }, (_, at) => found.get(columnName(at)) ?? null);
  });
}

/** What a reader of an exported file meets, line by line: paragraphs, or rows with | between their cells. In a workbook, of its first sheet. */
export function linesOf(bytes: Uint8Array, format: Printed): readonly string[] {
  const text = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const row = (cells: readonly unknown[]) => cells.map(cell => cell ?? '').join(' | ');
  switch (format) {
    case 'docx':
      return paragraphsOf(partsOf(bytes)).map(one => one.slice(one.indexOf(': ') + 2));
    case 'xlsx':
      return cellsOf(partsOf(bytes)).map(row);
    case 'csv':
      return Papa.parse<string[]>(text().trim()).data.map(row);
    case 'md':
      return text().replaceAll('\\', '').split('\n');
    case 'html':
      return unescaped(
        text()
          .replace(/<(style|script)>.*?<\/\1>/gs, '')
          .replace(/<[^>]+>/g, '\n'),
      ).split('\n');
    case 'json':
      return (JSON.parse(text()) as readonly Readonly<Record<string, unknown>>[]).map(one =>
        row([one.id, one.printed ?? one.text, one.attribution]),
      );
  }
}

/** Which of these words come in a file in this order, each in a line of its own or after the one before in the same line. All of them: it prints them in order. */
export function inOrderIn(lines: readonly string[], words: readonly string[]): readonly string[] {
  const all = lines.join('\n');
  const found: string[] = [];
  let from = 0;
  for (const one of words) {
    const at = all.indexOf(one, from);
    if (at < 0) break;
    found.push(one);
    from = at + one.length;
  }
  return found;
}

const unescaped = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
