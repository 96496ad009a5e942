import { type ReactNode, useMemo } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { Note } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { ApplyBar } from './ApplyBar.tsx';
import { DoubtfulNotes } from './DoubtfulNotes.tsx';
import { emptyDraft, isTicked, withTicks } from './draft.ts';
import css from './Form.module.css';
import { FoundPlaces } from './FoundPlaces.tsx';
import { useFoundWords } from './readings.ts';
import { useNames } from './store.ts';
import { TermChips } from './TermChips.tsx';
import { useApply } from './useApply.tsx';

/** Places where the words of a replacement stand unreplaced, such as in a transcript that came later; other words can be added to it. */
export function OtherPlaces({ one, children }: { readonly one: Replacement; readonly children: ReactNode }) {
  const store = useNames();
  const draft = store.names.drafts.get(one.id) ?? emptyDraft;
  const known = one.terms ?? none;
  const terms = useMemo(() => [...new Set([...known, ...draft.terms])], [known, draft.terms]);
  const { places, notes, doubtful, looking, found, error } = useFoundWords(terms);
  const acting = useApply();
  const ticked = useMemo(() => places.filter(place => isTicked(place, draft)), [places, draft]);
  const sources = new Set(ticked.map(place => place.source)).size;
  const apply = () =>
    acting.apply({
      entries: [
        {
          label: one.label,
          kind: one.kind,
          terms: [...terms],
          places: ticked.map(({ source, start, end, found }) => ({ source, start, end, words: found })),
        },
      ],
      notes: store.names.notes,
      keep: store.names.keep,
      onDone: () => store.forget([one.id]),
    });
  return (
    <>
      <div className={css.scroll}>
        {children}
        <div className={css.form}>
          <TermChips
            terms={draft.terms}
            fixed={known}
            onChange={next => store.draft(one.id, { ...draft, terms: next })}
            label={one.terms === null ? 'Its words are in the key; add others' : 'Words that mean the same'}
            hint={
              one.terms === null
                ? 'The words of this replacement are in the key. Open it to look for all of them, or type some here.'
                : undefined
            }
          />
        </div>
        {error && <Note block>{error.message}</Note>}
        {terms.length > 0 && (
          <FoundPlaces
            places={places}
            ticked={ticked}
            looking={looking}
            found={found}
            nowhere="All places that were found are replaced already."
            onTick={(some, on) => store.draft(one.id, withTicks(draft, some, on))}
          />
        )}
        <DoubtfulNotes doubtful={doubtful} />
      </div>
      <ApplyBar
        count={ticked.length}
        what={
          ticked.length === 0
            ? 'Nothing is ticked.'
            : `${counted(ticked.length, 'place')} in ${counted(sources, 'source')} will read ${one.label}`
        }
        notes={notes}
        missing={terms.length === 0 ? 'Open the key, or type words to replace.' : null}
        acting={acting}
        onApply={apply}
      />
    </>
  );
}

const none: readonly string[] = [];
