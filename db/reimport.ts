import type { Draft } from '../shared/model/draft.ts';
import type { SourceId, SpeakerId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Mapped } from '../shared/text/places.ts';
import type { Reader } from './reader.ts';
import { type Revised, type RevisedTurn, reviseText } from './revise.ts';
import { speakersOf } from './sources.ts';
import type { Writer } from './writer.ts';

/** A corrected transcript as it is stored: the draft, its file, and where its turns and what stands on the words go. */
export type Replacement = {
  readonly draft: Draft;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly text: string;
  /** `speaker` is an index into the draft's speakers. */
  readonly turns: readonly (Omit<RevisedTurn, 'speaker'> & { readonly speaker: number | null })[];
  readonly places: ReadonlyMap<string, Mapped>;
};

/** Gives a source the text, turns and speakers of a corrected transcript. Speakers of the same label or name stay; those that speak no more go. Both original files are kept. */
export function replaceText(read: Reader, write: Writer, source: SourceId, given: Replacement): Revised {
  const { draft, fileName, bytes, sha256, text, places } = given;
  write.keepOriginal(sha256, bytes);
  write.update('source', source, {
    file_name: fileName,
    format: draft.format,
    encoding: draft.encoding,
    original_sha256: sha256,
    metadata: JSON.stringify(draft.metadata),
  });
  const standing = speakersOf(read, source);
  const ids = draft.speakers.map((speaker, position): SpeakerId => {
    const known = standing.find(one => one.label === speaker.label) ?? standing.find(one => one.name === speaker.name);
    if (known) return known.id;
    const id = newId<'speaker'>();
    write.insert('speaker', {
      id,
      source_id: source,
      participant_id: null,
      label: speaker.label,
      name: speaker.name,
      role: speaker.role,
      support_role: speaker.supportRole,
      position: standing.length + position,
    });
    return id;
  });
  const turns = given.turns.map(turn => ({
    ...turn,
    speaker: turn.speaker === null ? null : (ids[turn.speaker] ?? null),
  }));
  const revised = reviseText(read, write, source, text, turns, places);
  for (const speaker of standing) {
    if (!ids.includes(speaker.id)) write.remove('speaker', speaker.id);
  }
  return revised;
}
