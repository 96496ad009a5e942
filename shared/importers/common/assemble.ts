import type { Draft, ImportResult, ImportWarning } from '../../model/draft.ts';
import type { SourceFormat } from '../../model/kinds.ts';
import { recogniseAttribution } from '../../text/recognise.ts';
import { factsFromMetadata } from './metadata.ts';
import { refused } from './result.ts';
import { layOut, type Said, speechWarnings } from './speech.ts';

/** What an importer has found in a file, ready to be made a draft. */
export type Found = {
  readonly name: string;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  readonly said: readonly Said[];
  readonly title: string | null;
  readonly metadata?: readonly (readonly [string, string])[];
  readonly leftOut?: readonly string[];
  readonly warnings?: readonly ImportWarning[];
};

/** Makes the draft: facts from metadata first, then from the title, then from the file's name. */
export function assemble(found: Found): ImportResult {
  const { name, format, encoding, said, metadata = [], leftOut = [], warnings = [] } = found;
  const speech = layOut(said);
  if (speech.words === 0)
    return refused(
      name,
      'no-words',
      'no words were found in it. Check that it is the transcript and not an empty form.',
    );
  const stated = factsFromMetadata(metadata);
  const title = [stated.title, found.title, name.replace(/\.[^.]+$/, '')].find(one => one?.trim()) ?? name;
  const detected = { ...recogniseAttribution(name), ...recogniseAttribution(title) };
  const facts = { kind: 'unknown', group: null, participant: null, phase: null, ...detected, ...stated } as const;
  const draft: Draft = {
    ...speech,
    title: title.replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed(),
    kind: facts.kind,
    group: facts.group,
    phase: facts.phase,
    participant: facts.participant,
    format,
    encoding,
    metadata,
    leftOut,
    warnings: [...warnings, ...speechWarnings(speech)],
  };
  return { ok: true, draft };
}
