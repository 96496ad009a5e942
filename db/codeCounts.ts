import type { CodeId } from '../shared/model/ids.ts';
import { codingCounts } from './counts.ts';
import { codeWeights } from './evidence.ts';
import type { Reader } from './reader.ts';

/** How much stands under one code: distinct stretches of text, sources they are in, people who say them. Interviewers are not among the people. */
export type CodeCount = { readonly extracts: number; readonly sources: number; readonly participants: number };

export const noCount: CodeCount = { extracts: 0, sources: 0, participants: 0 };

/** Counts of every code. Nothing is counted again but what has changed since. */
export function readCodeCounts(read: Reader): ReadonlyMap<CodeId, CodeCount> {
  const weights = codeWeights(read);
  return new Map(
    [...codingCounts(read)].map(([id, { extracts, sources }]) => [
      id,
      { extracts, sources, participants: weights.get(id)?.people ?? 0 },
    ]),
  );
}
