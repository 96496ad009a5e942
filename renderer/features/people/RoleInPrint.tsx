import { useState } from 'react';
import type { Participant, RoleKind } from '../../../shared/model/people.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { toast } from '../../ui/toast.tsx';
import { said } from '../../ui/words.ts';
import { ReasonDialog } from '../themes/ReasonDialog.tsx';
import css from './People.module.css';
import type { usePeopleActs } from './usePeople.ts';

type Level = 'group' | RoleKind | 'precise';

const levels: readonly { readonly id: Level; readonly name: string }[] = [
  { id: 'group', name: 'Group alone' },
  { id: 'staff', name: 'Staff' },
  { id: 'practitioner', name: 'Practitioner' },
  { id: 'precise', name: 'Precise role' },
];

/** How much of somebody's role is printed: the group, staff or practitioner, or the precise role, which asks why there is no risk in it. */
export function RoleInPrint({
  person,
  act,
}: {
  readonly person: Participant;
  readonly act: ReturnType<typeof usePeopleActs>['act'];
}) {
  const { id: participant, label, role, roleKind, roleDecision } = person;
  const [asking, setAsking] = useState(false);
  const choose = async (level: Level) => {
    if (level === 'precise') {
      if (role === null) toast('Write the precise role first; then decide whether it is printed.');
      else setAsking(true);
      return;
    }
    if (roleDecision && !(await act('people.decideRole', { participant, why: null }))) return;
    await act('people.update', { participant, roleKind: level === 'group' ? null : level });
  };
  return (
    <span className={css.level}>
      <Select
        label={`Role of ${label} in print`}
        hideLabel
        look="quiet"
        value={roleDecision ? 'precise' : (roleKind ?? 'group')}
        choices={levels}
        onChange={level => void choose(level)}
      />
      {roleDecision && (
        <IconButton
          icon="info"
          label={`Decided by ${roleDecision.by ?? 'somebody'}${roleDecision.at ? `, ${said(roleDecision.at)}` : ''}: ${roleDecision.reason}`}
          onPress={() => setAsking(true)}
        />
      )}
      {asking && (
        <ReasonDialog
          title={`Print the precise role of ${label}`}
          confirm="Decide to print it"
          hint="Why there is no risk in it, for instance how many share the role. Kept with the participant and in the history of the study."
          onConfirm={async why => {
            if (!(await act('people.decideRole', { participant, why }))) throw new Error('Nothing was decided.');
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            “{role}” then stands in print in the place of {roleKind ?? 'the group alone'}. By default staff and
            practitioners are not told apart further, because few may hold a role.
          </p>
          {roleDecision && <p className={css.decided}>Decided so far: {roleDecision.reason}</p>}
        </ReasonDialog>
      )}
    </span>
  );
}
