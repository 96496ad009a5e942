import { zipSync } from 'fflate';

const encode = (text: string) => new TextEncoder().encode(text);
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run of a paragraph: `**bold**` is bold, all else plain. */
export function paragraph(text: string, style = ''): string {
  const runs = text
    .split(/(\*\*.*?\*\*)/)
    .filter(Boolean)
    .map(part => {
      const bold = part.startsWith('**');
      const words = bold ? part.slice(2, -2) : part;
      return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
    });
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs.join('')}</w:p>`;
}

/** `word/document.xml` around a body. */
export const documentXml = (body: string): string =>
  `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A small Word document as bytes; `parts` adds to or replaces the package's own. */
export function docx(body: string, parts: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': encode(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': encode(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': encode(documentXml(body)),
    ...parts,
  });
}
