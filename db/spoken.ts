import type { SpokenTranscript } from '../shared/api/outputs/anonymity.ts';
import type { Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { BracketId, SourceId } from '../shared/model/ids.ts';
import { asSpoken, type Redaction } from '../shared/text/spoken.ts';
import { createView, type View } from '../shared/text/views.ts';
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

/** Labels of a source of which the key knows the words, ascending. */
export function redactionsOf(read: Reader, key: OpenKey, source: SourceId): readonly Redaction[] {
  return read
    .all<Span & { readonly id: BracketId }>(
      'SELECT id, start_at AS start, end_at AS "end" FROM bracket WHERE source_id = ? AND replacement_id IS NOT NULL ORDER BY start_at',
      source,
    )
    .flatMap(({ id, start, end }) => {
      const words = key.wordsOf(id);
      return words === null ? [] : [{ start, end, words }];
    });
}

/** A source as it was spoken, with the exact way from one view to the other. Labels of which the key does not know the words stay. */
export const spokenViewOf = (read: Reader, key: OpenKey, source: SourceId): View =>
  createView(sourceText(read, source), redactionsOf(read, key, source));

/** A transcript as spoken. `redactions`: labels of the text as printed with their words; `marks`: where these words stand. */
export function spokenTranscript(read: Reader, key: OpenKey, source: SourceId): SpokenTranscript {
  const redactions = redactionsOf(read, key, source);
  const { transcript, view } = asSpoken(getTranscript(read, source), redactions);
  return { ...transcript, redactions, marks: view.marks };
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
