import type { Replacement, ReplacementKind } from '../../../shared/model/anonymity.ts';
import { Chooser } from '../../ui/Chooser.tsx';
import { counted } from '../../ui/words.ts';
import { bare, bracketed } from './draft.ts';
import { kindNames, usualLabels } from './names.ts';

/** Picks a label: those of the table, then those that are usual for the kind. `of` is the kind of one that is in the table. */
export function LabelChooser({
  kind,
  table,
  others = [],
  onPick,
  onClose,
}: {
  readonly kind: ReplacementKind;
  readonly table: readonly Replacement[];
  /** Labels that are about to be in the table. */
  readonly others?: readonly string[];
  readonly onPick: (label: string, of?: ReplacementKind) => void;
  readonly onClose: () => void;
}) {
  const own = new Set(table.map(one => one.label));
  const coming = [...new Set(others.filter(one => bare(one) !== '').map(bracketed))].filter(one => !own.has(one));
  const usual = usualLabels[kind].map(bracketed).filter(one => !own.has(one) && !coming.includes(one));
  return (
    <Chooser
      title="Choose a label"
      field="Find a label"
      none="No label has these letters. Close this and type a new one."
      choices={[
        ...table.map(one => ({
          id: one.label,
          name: one.label,
          note: `${kindNames[one.kind]}, ${counted(one.uses, 'place')}`,
        })),
        ...coming.map(label => ({ id: label, name: label, note: 'given to another name' })),
        ...usual.map(label => ({ id: label, name: label, note: 'new' })),
      ]}
      onPick={id => {
        onClose();
        onPick(bare(id), table.find(one => one.label === id)?.kind);
      }}
      onClose={onClose}
    />
  );
}
