import { useState } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { replacementKinds } from '../../../shared/model/anonymity.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeptField } from '../../ui/KeptField.tsx';
import { Select } from '../../ui/Select.tsx';
import { wordsOf } from '../../ui/words.ts';
import { show } from './address.ts';
import { bare, bracketed, labelProblem } from './draft.ts';
import formCss from './Form.module.css';
import { kindNames } from './names.ts';
import panelCss from './Panel.module.css';

const kindChoices = replacementKinds.map(id => ({ id, name: kindNames[id] }));

/** The label, kind and note of a replacement; another label is written at every place where it stands. */
export function ReplacementFacts({
  one,
  table,
}: {
  readonly one: Replacement;
  readonly table: readonly Replacement[];
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const [refused, setRefused] = useState<string | null>(null);
  const update = async (patch: Partial<Pick<Replacement, 'label' | 'kind' | 'note'>>, said: string) => {
    setRefused(null);
    try {
      await client.call('replacement.update', { study, replacement: one.id, ...patch });
      await offerUndo(said);
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  const relabel = async (words: string) => {
    const names = table.flatMap(each => each.terms ?? []);
    const problem = bare(words) === '' ? 'A label is needed.' : labelProblem(words, names);
    if (problem) setRefused(problem);
    else if (bracketed(words) !== one.label)
      await update({ label: bracketed(words) }, `Changed the label ${one.label} to ${bracketed(words)}.`);
  };
  const remove = async () => {
    try {
      await client.call('replacement.remove', { study, replacement: one.id });
      show('table');
      await offerUndo(`Took ${one.label} out of the table.`);
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  return (
    <div className={formCss.form}>
      <div className={formCss.two}>
        <KeptField
          label="Label that is printed"
          value={one.label}
          onKeep={relabel}
          error={refused}
          hint="Another label is written at every place where it stands."
        />
        <Select
          label="Kind"
          value={one.kind}
          choices={kindChoices}
          onChange={kind => void update({ kind }, `${one.label} is now of the kind “${kindNames[kind]}”.`)}
        />
      </div>
      <KeptField
        label="Note"
        value={one.note}
        onKeep={note => update({ note }, `Changed the note on ${one.label}.`)}
        hint="Why it is replaced. Notes are in copies of the study, so no names here."
      />
      {one.uses === 0 && (
        <div className={panelCss.acts}>
          <span className={panelCss.hint}>{one.label} stands nowhere.</span>
          <Button look="danger" onPress={() => void remove()}>
            Remove from the table
          </Button>
        </div>
      )}
    </div>
  );
}
