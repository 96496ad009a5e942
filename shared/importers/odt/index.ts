import type { ImportResult } from '../../model/draft.ts';
import { importZipped } from '../common/zippedText.ts';
import { readParagraphs } from './paragraphs.ts';

const manifest = 'META-INF/manifest.xml';

/** An OpenDocument text, as LibreOffice and Google Docs write it. */
export function importOdt(name: string, bytes: Uint8Array): ImportResult {
  return importZipped(name, bytes, {
    format: 'odt',
    body: 'content.xml',
    more: [manifest],
    called: 'OpenDocument text',
    program: 'LibreOffice',
    readParagraphs,
    encrypted: part => new TextDecoder().decode(part(manifest)).includes('encryption-data'),
  });
}
