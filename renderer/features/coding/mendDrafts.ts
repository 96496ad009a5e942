import type { SourceId } from '../../../shared/model/ids.ts';
import type { MendedTurn } from '../../lexical/mend.ts';

const drafts = new Map<SourceId, readonly MendedTurn[]>();

/** Mended words that are not saved yet outlive the page, so that looking elsewhere loses nothing. Null forgets them. */
export function keepDraft(source: SourceId, turns: readonly MendedTurn[] | null): void {
  if (turns === null) drafts.delete(source);
  else drafts.set(source, turns);
}

export const draftOf = (source: SourceId): readonly MendedTurn[] | null => drafts.get(source) ?? null;

/** A window with unsaved words asks before it closes. Returns its own clean-up. */
export function guardDrafts(): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (drafts.size > 0) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
