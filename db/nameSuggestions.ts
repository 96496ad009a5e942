import { suggestNames } from '../shared/analysis/names/suggestNames.ts';
import type { NameSuggestion } from '../shared/model/anonymity.ts';
import type { SourceId } from '../shared/model/ids.ts';
import { redactedSpans } from './brackets.ts';
import type { Reader } from './reader.ts';
import { listSources, sourceText, speakersOf } from './sources.ts';

export type NameRequest = {
  /** Null: all sources. */
  readonly sources: readonly SourceId[] | null;
  /** Words of the table of replacements. */
  readonly known: readonly string[];
};

/** Words of the sources that may identify somebody, best guesses first. */
export function readNameSuggestions(
  read: Reader,
  { sources, known }: NameRequest,
  onProgress: (done: number, total: number) => void,
): readonly NameSuggestion[] {
  const wanted = listSources(read).filter(source => sources === null || sources.includes(source.id));
  return suggestNames(
    wanted.map(({ id }) => ({
      id,
      text: sourceText(read, id),
      skip: redactedSpans(read, id),
      speakers: speakersOf(read, id).flatMap(speaker => [speaker.label, speaker.name]),
    })),
    known,
    done => onProgress(done, wanted.length),
  );
}
