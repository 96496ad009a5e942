import { importTranscript } from '../../shared/importers/index.ts';
import type { Draft } from '../../shared/model/draft.ts';

/** A draft as a reader would write it down: who, and what was said. */
export type Spoken = readonly (readonly [who: string | null, said: string])[];

/** Reads a file that must be taken. @throws with the refusal if it is not. */
export async function drafted(name: string, content: string | Uint8Array): Promise<Draft> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await importTranscript({ name, bytes });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.draft;
}

export const spokenIn = (draft: Draft): Spoken =>
  draft.turns.map(turn => [
    turn.speaker === null ? null : (draft.speakers[turn.speaker]?.label ?? null),
    draft.text.slice(turn.start, turn.end),
  ]);

/** Who said what in a file. */
export const spoken = async (name: string, content: string | Uint8Array): Promise<Spoken> =>
  spokenIn(await drafted(name, content));

/** The refusal of a file that must not be taken. @throws if it is taken. */
export async function refusal(name: string, bytes: Uint8Array) {
  const result = await importTranscript({ name, bytes });
  if (result.ok) throw new Error(`${name} was taken: ${result.draft.text.slice(0, 80)}`);
  return result.error;
}

/** What holds of every draft: clean line ends, turns that ascend and cover all but the joins. Gives the faults, in words. */
export function faults(draft: Draft): readonly string[] {
  const found: string[] = [];
  if (draft.text.includes('\r')) found.push('a carriage return in the text');
  if (!draft.text.isWellFormed()) found.push('half a character');
  let at = 0;
  for (const [index, turn] of draft.turns.entries()) {
    if (turn.start !== (index === 0 ? 0 : at + 2)) found.push(`turn ${index} starts at ${turn.start}`);
    if (turn.end <= turn.start) found.push(`turn ${index} is empty`);
    if (turn.speaker !== null && draft.speakers[turn.speaker] === undefined) found.push(`turn ${index} has no speaker`);
    at = turn.end;
  }
  if (at !== draft.text.length) found.push('text outside the turns');
  return found;
}
