import type { ImportResult } from '../../model/draft.ts';
import { type Paragraph, paragraphsToBlocks } from './paragraphs.ts';
import { refused } from './result.ts';
import { fromBlocks } from './transcript.ts';
import { openParts } from './zipPart.ts';

/** A kind of document whose text is XML in a zip package. */
export type ZippedKind = {
  readonly format: 'docx' | 'odt';
  /** The part with the text, and others that `encrypted` looks into. */
  readonly body: string;
  readonly more?: readonly string[];
  /** What it is called in messages, without an article, and the program that mends it. */
  readonly called: string;
  readonly program: string;
  /** Throws where the XML is not what the format allows. */
  readonly readParagraphs: (xml: string) => readonly Paragraph[];
  /** Whether the package has a password. */
  readonly encrypted?: (part: (name: string) => Uint8Array | undefined) => boolean;
};

/** Reads such a document into a draft, or refuses it with what to do. Never throws. */
export function importZipped(name: string, bytes: Uint8Array, kind: ZippedKind): ImportResult {
  const { called, program } = kind;
  const opened = openParts(bytes, [kind.body, ...(kind.more ?? [])]);
  if (!opened.ok) {
    const why = {
      'not-a-zip': `it is not a whole ${called}: the package is broken. Open it in ${program}, save it anew, and import that.`,
      bomb: `it unpacks to far more than a transcript could hold and was not opened. Save it anew in ${program}, without pictures.`,
    }[opened.why];
    return refused(name, 'file-broken', why);
  }
  if (kind.encrypted?.(opened.part))
    return refused(
      name,
      'file-encrypted',
      `this document has a password. Open it in ${program}, save it without a password, and import that.`,
    );
  const xml = opened.part(kind.body);
  if (!xml)
    return refused(
      name,
      'file-broken',
      `it holds no ${called}. Check that the file is not of another kind under the ending .${kind.format}.`,
    );
  let paragraphs: readonly Paragraph[];
  try {
    paragraphs = kind.readParagraphs(new TextDecoder('utf-8', { fatal: true }).decode(xml));
  } catch {
    return refused(
      name,
      'file-broken',
      `the text in this ${called} is damaged. Open it in ${program}, save it anew, and import that.`,
    );
  }
  return fromBlocks({ name, format: kind.format, encoding: null, warnings: [], ...paragraphsToBlocks(paragraphs) });
}
