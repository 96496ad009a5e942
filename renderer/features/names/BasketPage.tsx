import { useMemo, useState } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { replacementKinds } from '../../../shared/model/anonymity.ts';
import { IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure } from '../../ui/words.ts';
import { ApplyBar } from './ApplyBar.tsx';
import { show } from './address.ts';
import { DoubtfulNotes } from './DoubtfulNotes.tsx';
import { bare, bracketed, type Draft, emptyDraft, isTicked, labelProblem } from './draft.ts';
import formCss from './Form.module.css';
import { LabelChooser } from './LabelChooser.tsx';
import listsCss from './Lists.module.css';
import { kindNames } from './names.ts';
import { useFoundWords } from './readings.ts';
import { useNames } from './store.ts';
import { useApply } from './useApply.tsx';

const kindChoices = replacementKinds.map(id => ({ id, name: kindNames[id] }));

/** Names that were taken: each gets its label, and one act replaces them all. */
export function BasketPage({ table, onDone }: { readonly table: readonly Replacement[]; readonly onDone: () => void }) {
  const store = useNames();
  const { taken, drafts } = store.names;
  const rows = useMemo(
    () => taken.map(subject => ({ subject, draft: drafts.get(subject) ?? emptyDraft })),
    [taken, drafts],
  );
  const terms = useMemo(() => rows.flatMap(row => row.draft.terms), [rows]);
  const names = useMemo(() => [...terms, ...table.flatMap(one => one.terms ?? [])], [terms, table]);
  const { places, notes, doubtful, looking, found, error } = useFoundWords(terms);
  const acting = useApply();
  const [choosing, setChoosing] = useState<string | null>(null);
  const labelled = rows.find(row => row.subject === choosing);
  const owner = rows.flatMap((row, index) => row.draft.terms.map(() => index));
  const per = rows.map(({ draft }, index) => {
    const its = places.filter(place => owner[place.term] === index);
    const ticked = its.filter(place => isTicked(place, draft));
    return { ticked, left: its.length - ticked.length };
  });
  const total = per.reduce((sum, one) => sum + one.ticked.length, 0);
  const unlabelled = rows.filter(row => bare(row.draft.label) === '').length;
  const wrong = rows.some(row => labelProblem(row.draft.label, names) !== null);
  const change = (subject: string, draft: Draft, patch: Partial<Draft>) => store.draft(subject, { ...draft, ...patch });
  const labels = new Set(rows.map(row => bracketed(row.draft.label))).size;
  const apply = () =>
    acting.apply({
      entries: rows.map(({ draft }, index) => {
        const label = bracketed(draft.label);
        return {
          label,
          kind: table.find(one => one.label === label)?.kind ?? draft.kind,
          terms: [...draft.terms],
          places: (per[index]?.ticked ?? []).map(({ source, start, end, found }) => ({
            source,
            start,
            end,
            words: found,
          })),
        };
      }),
      notes: store.names.notes,
      keep: store.names.keep,
      onDone: () => {
        store.forget(taken);
        onDone();
      },
    });
  return (
    <>
      <div className={formCss.scroll}>
        <p className={formCss.lead}>
          Give each its label. The same label for two of them makes them one thing in the table.
        </p>
        {error && <Note block>{error.message}</Note>}
        <ul className={formCss.entries} aria-label="Names that were taken">
          {rows.map(({ subject, draft }, index) => {
            const words = draft.terms.join(', ');
            const problem = labelProblem(draft.label, names);
            const { ticked, left } = per[index] ?? { ticked: [], left: 0 };
            return (
              <li key={subject} className={formCss.entry}>
                <div className={formCss.entryWords}>
                  <b className={listsCss.words}>{words}</b>
                  <button
                    type="button"
                    className={formCss.link}
                    onClick={() => {
                      store.change({ chosen: subject, onward: false });
                      show('suggestions');
                    }}
                  >
                    {looking && !found
                      ? 'Looking …'
                      : `${counted(ticked.length, 'place')}${left > 0 ? `, ${figure(left)} not ticked` : ''}`}
                  </button>
                </div>
                <div className={formCss.entryLabel}>
                  <span className={formCss.inBrackets}>
                    <span aria-hidden="true">[</span>
                    <TextField
                      label={`Label for ${words}`}
                      hideLabel
                      value={draft.label}
                      onChange={label => change(subject, draft, { label })}
                      onBlur={() =>
                        bare(draft.label) !== draft.label && change(subject, draft, { label: bare(draft.label) })
                      }
                      placeholder="what it is, not who"
                      className={problem ? formCss.wrong : undefined}
                      autoFocus={index === 0 && draft.label === ''}
                    />
                    <span aria-hidden="true">]</span>
                    <IconButton
                      icon="down"
                      label={`Choose a label for ${words}`}
                      onPress={() => setChoosing(subject)}
                    />
                  </span>
                  {problem && (
                    <p className={formCss.problem} role="alert">
                      {problem}
                    </p>
                  )}
                </div>
                <Select
                  label={`Kind of ${words}`}
                  hideLabel
                  look="cell"
                  value={draft.kind}
                  choices={kindChoices}
                  onChange={kind => change(subject, draft, { kind })}
                />
                <IconButton icon="close" label={`Leave out ${words}`} onPress={() => store.leave(subject)} />
              </li>
            );
          })}
        </ul>
        <DoubtfulNotes doubtful={doubtful} />
      </div>
      <ApplyBar
        count={total}
        what={`${counted(total, 'place')} will read ${counted(labels, 'label')}`}
        notes={notes}
        missing={
          unlabelled > 0
            ? `${counted(unlabelled, 'name')} ${unlabelled === 1 ? 'needs' : 'need'} a label.`
            : wrong
              ? 'A label can’t be printed.'
              : found
                ? null
                : 'Looking in all sources …'
        }
        acting={acting}
        onApply={apply}
      />
      {labelled && (
        <LabelChooser
          kind={labelled.draft.kind}
          table={table}
          others={rows.filter(row => row !== labelled).map(row => row.draft.label)}
          onPick={(label, of) => change(labelled.subject, labelled.draft, { label, ...(of && { kind: of }) })}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}
