import type { Reader } from './reader.ts';

/** Is another one after each act on the study, and the same as long as there was none. */
export function studyStamp(read: Reader): string {
  return read.get<{ id: string }>('SELECT id FROM journal ORDER BY seq DESC LIMIT 1')?.id ?? '';
}
