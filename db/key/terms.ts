import type { ReplacementId } from '../../shared/model/ids.ts';
import type { StudyFile } from '../studyFile.ts';
import type { Term } from './seal.ts';

/** Every word of the table of replacements with its label. Empty while the key is closed. */
export function termsInForce({ read, keyring }: Pick<StudyFile, 'read' | 'keyring'>): readonly Term[] {
  const key = keyring.open;
  if (!key) return [];
  return read
    .all<{ id: ReplacementId; label: string }>('SELECT id, label FROM replacement ORDER BY created_at, id')
    .flatMap(({ id, label }) => (key.termsOf(id) ?? []).map(words => ({ words, label })));
}
