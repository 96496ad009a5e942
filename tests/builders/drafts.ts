import { importTranscript } from '../../shared/importers/index.ts';
import type { Draft } from '../../shared/model/draft.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Imports and expects a draft. */
export async function draftOf(name: string, content: string | Uint8Array): Promise<Draft> {
  const result = await importTranscript({ name, bytes: bytesOf(content) });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.draft;
}

/** Imports and expects a refusal. */
export async function refusalOf(name: string, content: string | Uint8Array) {
  const result = await importTranscript({ name, bytes: bytesOf(content) });
  if (result.ok) throw new Error(`${name} was not refused`);
  return result.error;
}

/** A draft's turns as [speaker's label or null, words]. */
export const turnsOf = (draft: Draft): readonly (readonly [string | null, string])[] =>
  draft.turns.map(turn => [
    turn.speaker === null ? null : (draft.speakers[turn.speaker]?.label ?? '?'),
    draft.text.slice(turn.start, turn.end),
  ]);
