import type { ImportResult } from '../../model/draft.ts';
import { type Paragraph, paragraphsToBlocks } from '../common/paragraphs.ts';
import { refused } from '../common/result.ts';
import { fromBlocks } from '../common/transcript.ts';
import { openParts } from '../common/zipPart.ts';
import { readParagraphs } from './paragraphs.ts';

const body = 'content.xml';
const manifest = 'META-INF/manifest.xml';

/** An OpenDocument text, as LibreOffice and Google Docs write it. */
export function importOdt(name: string, bytes: Uint8Array): ImportResult {
  const opened = openParts(bytes, [body, manifest]);
  if (!opened.ok) {
    const why = {
      'not-a-zip':
        'it is not a whole OpenDocument file: the package is broken. Open it in LibreOffice, save it anew, and import that.',
      bomb: 'it unpacks to far more than a transcript could hold and was not opened. Save it anew, without pictures.',
    }[opened.why];
    return refused(name, 'file-broken', why);
  }
  const listed = opened.part(manifest);
  if (listed && new TextDecoder().decode(listed).includes('encryption-data'))
    return refused(
      name,
      'file-encrypted',
      'this document has a password. Open it in LibreOffice, save it without a password, and import that.',
    );
  const xml = opened.part(body);
  if (!xml)
    return refused(
      name,
      'file-broken',
      'it holds no OpenDocument text. Check that it is an .odt and not another file under that name.',
    );
  let paragraphs: readonly Paragraph[];
  try {
    paragraphs = readParagraphs(new TextDecoder('utf-8', { fatal: true }).decode(xml));
  } catch {
    return refused(
      name,
      'file-broken',
      'the text in this document is damaged. Open it in LibreOffice, save it anew, and import that.',
    );
  }
  return fromBlocks({ name, format: 'odt', encoding: null, warnings: [], ...paragraphsToBlocks(paragraphs) });
}
