import { zipSync } from 'fflate';

/** Files as word processors and other programs write them, small and whole, made in code so that a test shows what it reads. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A paragraph of runs: plain words, or words in bold. `\n` is a line break, `\t` a tab. */
export type Run = string | { readonly bold: string };
export type Para = readonly Run[] | { readonly style: string; readonly runs: readonly Run[] };
/** A table, row by row, cell by cell; a cell holds one paragraph for each of its lines. */
export type Table = { readonly rows: readonly (readonly string[])[] };
export type Part = Para | Table;

const runsOf = (part: Para): readonly Run[] => ('runs' in part ? part.runs : part);
const wordsOf = (run: Run): string => (typeof run === 'string' ? run : run.bold);

/** The package of a Word document around the XML of its body. */
export function docxOf(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': encode(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': encode(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': encode(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

function docxRun(run: Run): string {
  const props = typeof run === 'string' ? '' : '<w:rPr><w:b/></w:rPr>';
  const words = wordsOf(run)
    .split(/([\n\t])/)
    .map(piece => {
      if (piece === '\n') return '<w:br/>';
      return piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${xml(piece)}</w:t>`;
    });
  return `<w:r>${props}${words.join('')}</w:r>`;
}

function docxPara(part: Para): string {
  const style = 'runs' in part ? `<w:pPr><w:pStyle w:val="${part.style}"/></w:pPr>` : '';
  return `<w:p>${style}${runsOf(part).map(docxRun).join('')}</w:p>`;
}

/** A Word document. */
export function docx(parts: readonly Part[]): Uint8Array {
  const cell = (text: string) =>
    `<w:tc>${text
      .split('\n')
      .map(line => docxPara([line]))
      .join('')}</w:tc>`;
  return docxOf(
    parts
      .map(part =>
        'rows' in part
          ? `<w:tbl>${part.rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
          : docxPara(part),
      )
      .join(''),
  );
}

/** The package of an OpenDocument text around the XML of its body. */
export function odtOf(body: string, manifest = ''): Uint8Array {
  const spaces = ['office', 'text', 'table', 'style']
    .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  return zipSync({
    mimetype: encode('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': encode(
      `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    ),
    'content.xml': encode(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

const odtWords = (text: string): string =>
  xml(text)
    .replace(/ {2,}/g, run => ` <text:s text:c="${run.length - 1}"/>`)
    .replace(/\n/g, '<text:line-break/>')
    .replace(/\t/g, '<text:tab/>');

function odtPara(part: Para): string {
  const words = runsOf(part)
    .map(run =>
      typeof run === 'string' ? odtWords(run) : `<text:span text:style-name="T1">${odtWords(run.bold)}</text:span>`,
    )
    .join('');
  return `<text:p text:style-name="${'runs' in part ? part.style : 'Standard'}">${words}</text:p>`;
}

/** An OpenDocument text. */
export function odt(parts: readonly Part[]): Uint8Array {
  const cell = (text: string) =>
    `<table:table-cell>${text
      .split('\n')
      .map(line => odtPara([line]))
      .join('')}</table:table-cell>`;
  return odtOf(
    parts
      .map(part =>
        'rows' in part
          ? `<table:table>${part.rows.map(row => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
          : odtPara(part),
      )
      .join(''),
  );
}

/** Words in RTF: marks escaped, all beyond ASCII as `\u` with a question mark for old readers. */
const rtfWords = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text[at] ?? '')
    .map(unit => {
      const code = unit.charCodeAt(0);
      if (unit === '\n') return '\\line ';
      if (unit === '\t') return '\\tab ';
      if (/[\\{}]/.test(unit)) return `\\${unit}`;
      return code < 0x80 ? unit : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    })
    .join('');

/** An RTF file around its body. */
export const rtfOf = (body: string): Uint8Array =>
  encode(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial Cyr;}}{\\*\\generator Hand;}{\\info{\\title Not speech}}\\f0\\fs22 ${body}}`,
  );

/** A Rich Text file. */
export function rtf(parts: readonly Part[]): Uint8Array {
  const run = (one: Run) => (typeof one === 'string' ? rtfWords(one) : `{\\b ${rtfWords(one.bold)}}`);
  return rtfOf(
    parts
      .map(part =>
        'rows' in part
          ? part.rows
              .map(
                row =>
                  `\\trowd\\cellx2000\\cellx9000 ${row.map(cell => `\\pard\\intbl ${cell.split('\n').map(rtfWords).join('\\par ')}\\cell `).join('')}\\row `,
              )
              .join('')
          : `\\pard ${runsOf(part).map(run).join('')}\\par\n`,
      )
      .join(''),
  );
}

/** A line on a page of a PDF: its place in points from the page's top left, and the size of its letters (11 unless said). */
export type PdfLine = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

const winAnsi: Readonly<Record<string, number>> = {
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
};

/** A PDF of A4 pages in Helvetica. `trailer` goes into the trailer dictionary as it is. */
export function pdf(pages: readonly (readonly PdfLine[])[], trailer = ''): Uint8Array {
  const string = (text: string) =>
    [...text]
      .map(char => {
        const code = winAnsi[char] ?? char.codePointAt(0) ?? 0;
        return /[\\()]/.test(char) ? `\\${char}` : code < 0x80 ? char : `\\${code.toString(8).padStart(3, '0')}`;
      })
      .join('');
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [index, lines] of pages.entries()) {
    const stream = lines
      .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${842 - y} Td (${string(text)}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return encode(out);
}

/** Paragraphs set on pages of a PDF as a program would print them: broken at `columns` characters, a blank line between, 50 lines to a page. */
export function pdfOf(paragraphs: readonly string[], columns = 85): Uint8Array {
  const lines = paragraphs.flatMap(paragraph => [...broken(paragraph, columns), '']);
  const pages: PdfLine[][] = [];
  for (let from = 0; from < lines.length; from += 50) {
    const page = lines.slice(from, from + 50);
    pages.push(page.flatMap((text, index) => (text === '' ? [] : [{ text, x: 72, y: 72 + index * 14 }])));
  }
  return pdf(pages);
}

/** Text broken at spaces into lines of at most so many characters. */
export function broken(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
