import { useState } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { Segmented } from '../../ui/Select.tsx';
import { figure } from '../../ui/words.ts';
import css from './Form.module.css';
import { OtherPlaces } from './OtherPlaces.tsx';
import { ReplacementFacts } from './ReplacementFacts.tsx';
import { useStanding } from './readings.ts';
import { StandingPlaces } from './StandingPlaces.tsx';

/** A replacement of the table: what is known of it, where its label stands, and places that it does not stand at yet. */
export function ReplacementPage({ one, table }: { readonly one: Replacement; readonly table: readonly Replacement[] }) {
  const [view, setView] = useState<'standing' | 'other'>('standing');
  const standing = useStanding(one.id);
  const views = [
    { id: 'standing', name: `Where it stands (${figure(one.uses)})` },
    { id: 'other', name: 'Not replaced yet' },
  ] as const;
  const head = (
    <>
      <ReplacementFacts key={one.id} one={one} table={table} />
      <div className={css.views}>
        <Segmented label="Places" value={view} choices={views} onChange={setView} />
      </div>
    </>
  );
  return view === 'standing' ? (
    <StandingPlaces key={one.id} one={one} standing={standing}>
      {head}
    </StandingPlaces>
  ) : (
    <OtherPlaces one={one}>{head}</OtherPlaces>
  );
}
