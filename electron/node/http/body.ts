import type { IncomingMessage } from 'node:http';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { decodeWire } from '../wire.ts';

/** Largest body of a call, in bytes. Bytes travel as base64: a file may have about 70 MB. */
export const largestBody = 96 * 1024 * 1024;

/** Reads a call's input. @throws `file-too-large`, `invalid-input`. */
export async function readInputBody(request: IncomingMessage, largest = largestBody): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge(largest);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = part;
    length += bytes.length;
    if (length > largest) throw tooLarge(largest);
    parts.push(bytes);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return text === '' ? {} : decodeWire(text);
  } catch (thrown) {
    throw new NinefoldError(
      'invalid-input',
      `The request is not JSON: ${thrown instanceof Error ? thrown.message : thrown}`,
    );
  }
}

function tooLarge(largest: number): NinefoldError {
  return new NinefoldError(
    'file-too-large',
    `That is more than ${Math.round(largest / 1048576)} MB in one go. Nothing was read. Add the files a few at a time; a single file of this size can be imported by the desktop app or the command line.`,
    { largest },
  );
}
