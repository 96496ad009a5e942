import type { ImportResult } from '../model/draft.ts';
import { assertNever } from '../model/errors.ts';
import { type SourceFormat, sourceFormats } from '../model/kinds.ts';
import { decodeText } from '../text/decode.ts';
import { normaliseText } from '../text/normalise.ts';
import { refused } from './common/result.ts';
import { importDocx } from './docx/index.ts';
import { importMd } from './md/index.ts';
import { importOdt } from './odt/index.ts';
import { importPdf } from './pdf/index.ts';
import { importRtf } from './rtf/index.ts';
import { importSbv } from './sbv/index.ts';
import { importSrt } from './srt/index.ts';
import type { TextFile } from './textFile.ts';
import { importTxt } from './txt/index.ts';
import { importVtt } from './vtt/index.ts';

/** Endings of files that can be imported, with their dot. */
export const supportedExtensions: readonly string[] = sourceFormats.map(format => `.${format}`);

/** Largest file that is read, in bytes. */
const largest = 50 * 1024 * 1024;

/** Reads a transcript: bytes in, a draft out, or a refusal that names the file and the way out. Never throws for bad input, never writes. */
export async function importTranscript(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<ImportResult> {
  const { name, bytes } = file;
  const format = formatOf(name);
  if (format === null) {
    return refused(
      name,
      'format-unknown',
      `files of this kind can't be imported. Save it as one of ${supportedExtensions.join(', ')}.`,
    );
  }
  if (bytes.length === 0) return refused(name, 'file-empty', 'the file has no bytes. Check that it was copied whole.');
  if (bytes.length > largest) {
    return refused(
      name,
      'file-too-large',
      `it has ${Math.round(bytes.length / 1048576)} MB; up to ${largest / 1048576} MB can be read. Split it, or remove what is not text.`,
    );
  }
  switch (format) {
    case 'docx':
      return importDocx(name, bytes);
    case 'odt':
      return importOdt(name, bytes);
    case 'rtf':
      return importRtf(name, bytes);
    case 'pdf':
      return importPdf(name, bytes);
    case 'txt':
      return importText(name, bytes, importTxt);
    case 'md':
      return importText(name, bytes, importMd);
    case 'vtt':
      return importText(name, bytes, importVtt);
    case 'srt':
      return importText(name, bytes, importSrt);
    case 'sbv':
      return importText(name, bytes, importSbv);
    default:
      return assertNever(format);
  }
}

function importText(name: string, bytes: Uint8Array, read: (file: TextFile) => ImportResult): ImportResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(name, decoded.code, decoded.message);
  const warnings = decoded.guessed
    ? [
        {
          code: 'encoding-guessed',
          message: `The file does not say its encoding; it was read as ${decoded.encoding}. Look whether accents and quotation marks are right.`,
        },
      ]
    : [];
  return read({ name, text: normaliseText(decoded.text), encoding: decoded.encoding, warnings });
}

function formatOf(name: string): SourceFormat | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return sourceFormats.find(format => format === ending) ?? null;
}
