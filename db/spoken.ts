import type { Span, Transcript } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { BracketId, SourceId } from '../shared/model/ids.ts';
import { createView } from '../shared/text/views.ts';
import type { OpenKey } from './key/keyFile.ts';
import type { Reader } from './reader.ts';
import { getTranscript, originalOf, sourceText } from './sources.ts';
import type { StudyFile } from './studyFile.ts';

/** The key that is open. @throws `key-needed`. */
export function keyOf(file: Pick<StudyFile, 'keyring'>): OpenKey {
  const key = file.keyring.open;
  if (key) return key;
  throw new NinefoldError(
    'key-needed',
    'The words as spoken are in the key, and it is closed. Nothing was changed. Open the key with its passphrase, then try again.',
  );
}

/** A source as it was spoken, with the exact way from one view to the other. Labels of which the key does not know the words stay. */
export function spokenViewOf(read: Reader, key: OpenKey, source: SourceId) {
  const redactions = read
    .all<Span & { readonly id: BracketId }>(
      'SELECT id, start_at AS start, end_at AS "end" FROM bracket WHERE source_id = ? AND replacement_id IS NOT NULL ORDER BY start_at',
      source,
    )
    .flatMap(({ id, start, end }) => {
      const words = key.wordsOf(id);
      return words === null ? [] : [{ start, end, words }];
    });
  return createView(sourceText(read, source), redactions);
}

/** A transcript as spoken: text, turns and codings stand in the spoken text. `marks`: where words stand that are replaced in print. */
export function spokenTranscript(
  read: Reader,
  key: OpenKey,
  source: SourceId,
): Transcript & { readonly marks: readonly Span[] } {
  const printed = getTranscript(read, source);
  const view = spokenViewOf(read, key, source);
  const moved = <Placed extends Span>(one: Placed): Placed => ({ ...one, ...view.toSpoken(one) });
  return {
    ...printed,
    text: view.spoken,
    turns: printed.turns.map(moved),
    codings: printed.codings.map(coding => {
      const place = moved(coding);
      return { ...place, quoted: view.spoken.slice(place.start, place.end) };
    }),
    marks: view.marks,
  };
}

/** The file that a source was imported from, byte for byte; from the key where words of it were replaced. @throws `key-needed`, `not-found` where it was let go for good. */
export function originalFile(file: Pick<StudyFile, 'read' | 'keyring'>, source: SourceId) {
  const { sha256, ...held } = originalOf(file.read, source);
  if (held.bytes.length > 0) return held;
  const bytes = keyOf(file).originalOf(sha256);
  if (bytes) return { ...held, bytes };
  throw new NinefoldError(
    'not-found',
    'The file as it was imported is not kept any more: words of it were replaced for good.',
    { source },
  );
}
