import { useState } from 'react';
import type { Replacement, ReplacementKind } from '../../../shared/model/anonymity.ts';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { counted } from '../../ui/words.ts';
import { bare, bracketed } from './draft.ts';
import formCss from './Form.module.css';
import { LabelChooser } from './LabelChooser.tsx';
import panelCss from './Panel.module.css';

/** What is printed: typed, its brackets added by themselves, or chosen from the labels that stand in the table or are usual. */
export function LabelField({
  label,
  kind,
  table,
  problem,
  autoFocus,
  onChange,
  onDown,
}: {
  readonly label: string;
  readonly kind: ReplacementKind;
  readonly table: readonly Replacement[];
  readonly problem: string | null;
  readonly autoFocus: boolean;
  readonly onChange: (label: string, of?: ReplacementKind) => void;
  /** The arrow down leaves the field for what is below. */
  readonly onDown: () => void;
}) {
  const [choosing, setChoosing] = useState(false);
  useCommands([
    { id: 'names.label', name: 'Choose a label', group: 'Names', keys: ['L'], run: () => setChoosing(true) },
  ]);
  const same = table.find(one => one.label === bracketed(label));
  return (
    <div className={formCss.labelled}>
      <div className={formCss.labelLine}>
        <span className={formCss.inBrackets}>
          <span aria-hidden="true">[</span>
          <TextField
            label="Label"
            hideLabel
            value={label}
            onChange={next => onChange(next)}
            onBlur={() => bare(label) !== label && onChange(bare(label))}
            placeholder="what it is, not who"
            autoFocus={autoFocus}
            onKeyDown={event => {
              if (event.key === 'ArrowDown') onDown();
              else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
              else return;
              event.preventDefault();
            }}
            className={problem ? formCss.wrong : undefined}
          />
          <span aria-hidden="true">]</span>
        </span>
        <Button onPress={() => setChoosing(true)}>Choose …</Button>
      </div>
      <p className={problem ? formCss.problem : panelCss.hint} role="status">
        {problem ??
          (same
            ? `${same.label} is in the table: these words become the same thing, with ${counted(same.uses, 'place')} so far.`
            : label.trim() === ''
              ? 'The brackets are added by themselves. One thing has one label, everywhere.'
              : `${bracketed(label)} is a new label.`)}
      </p>
      {choosing && <LabelChooser kind={kind} table={table} onPick={onChange} onClose={() => setChoosing(false)} />}
    </div>
  );
}
