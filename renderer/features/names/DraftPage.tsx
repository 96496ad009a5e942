import { useMemo, useRef } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { replacementKinds } from '../../../shared/model/anonymity.ts';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { ApplyBar } from './ApplyBar.tsx';
import { DoubtfulNotes } from './DoubtfulNotes.tsx';
import { bracketed, type Draft, isTicked, labelProblem, withTicks } from './draft.ts';
import css from './Form.module.css';
import { FoundPlaces } from './FoundPlaces.tsx';
import { LabelField } from './LabelField.tsx';
import { kindNames } from './names.ts';
import { useFoundWords } from './readings.ts';
import { useNames } from './store.ts';
import { TermChips } from './TermChips.tsx';
import { useApply } from './useApply.tsx';

const kindChoices = replacementKinds.map(id => ({ id, name: kindNames[id] }));

/** What is to be replaced by what, and all places where it stands: one act puts the label there. */
export function DraftPage({
  draft,
  subject,
  table,
  related = [],
  autoFocus = false,
  onDone,
}: {
  readonly draft: Draft;
  readonly subject: string;
  readonly table: readonly Replacement[];
  /** Words that may mean the same: suggestions that share a word with these. */
  readonly related?: readonly string[];
  /** Whether the label is asked for at once. */
  readonly autoFocus?: boolean;
  readonly onDone: (label: string) => void;
}) {
  const store = useNames();
  const page = useRef<HTMLDivElement>(null);
  const { places, notes, doubtful, looking, found, error } = useFoundWords(draft.terms);
  const acting = useApply();
  const change = (patch: Partial<Draft>) => store.draft(subject, { ...draft, ...patch });
  const names = useMemo(() => [...draft.terms, ...table.flatMap(one => one.terms ?? [])], [draft.terms, table]);
  const problem = labelProblem(draft.label, names);
  const ticked = useMemo(() => places.filter(place => isTicked(place, draft)), [places, draft]);
  const sources = new Set(ticked.map(place => place.source)).size;
  const label = bracketed(draft.label);
  const known = table.find(one => one.label === label);
  const missing =
    draft.terms.length === 0
      ? 'Type the words to replace.'
      : draft.label.trim() === ''
        ? 'A label is needed.'
        : problem !== null
          ? 'The label can’t be printed.'
          : found
            ? null
            : 'Looking in all sources …';
  const apply = () =>
    acting.apply({
      entries: [
        {
          label,
          kind: known?.kind ?? draft.kind,
          terms: [...draft.terms],
          places: ticked.map(({ source, start, end, found }) => ({ source, start, end, words: found })),
        },
      ],
      notes: store.names.notes,
      keep: store.names.keep,
      onDone: () => {
        store.forget([subject]);
        onDone(label);
      },
    });
  return (
    <>
      <div className={css.scroll} ref={page}>
        <div className={css.form}>
          <TermChips
            key={subject}
            terms={draft.terms}
            onChange={terms => change({ terms })}
            offered={related}
            autoFocus={draft.terms.length === 0}
          />
          <div className={css.two}>
            <div>
              <span className={css.label}>Label that is printed</span>
              <LabelField
                label={draft.label}
                kind={draft.kind}
                table={table}
                problem={problem}
                autoFocus={autoFocus}
                onDown={() => page.current?.querySelector<HTMLElement>('input[type="checkbox"][tabindex="0"]')?.focus()}
                onChange={(next, of) => change({ label: next, ...(of && { kind: of }) })}
              />
            </div>
            <Select
              label="Kind"
              value={known?.kind ?? draft.kind}
              choices={kindChoices}
              onChange={kind => change({ kind })}
              disabled={known !== undefined}
            />
          </div>
        </div>
        {error && <Note block>{error.message}</Note>}
        {draft.terms.length > 0 && (
          <FoundPlaces
            places={places}
            ticked={ticked}
            looking={looking}
            found={found}
            onTick={(some, on) => store.draft(subject, withTicks(draft, some, on))}
          />
        )}
        <DoubtfulNotes doubtful={doubtful} />
      </div>
      <ApplyBar
        count={ticked.length}
        what={`${counted(ticked.length, 'place')} in ${counted(sources, 'source')} will read ${label}`}
        notes={notes}
        missing={missing}
        acting={acting}
        onApply={apply}
      />
    </>
  );
}
