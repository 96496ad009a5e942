import type { ImportResult } from '../../model/draft.ts';
import type { ErrorCode } from '../../model/errors.ts';

/** A refusal that names the file. */
export function refused(name: string, code: ErrorCode, message: string): ImportResult {
  return { ok: false, error: { code, message: `${name}: ${message}`, details: { file: name } } };
}
