import type { Theme } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { listed } from '../../ui/words.ts';
import { askAbout } from './asking.ts';
import { useDesk, useDoing } from './desk.tsx';
import { EditInPlace } from './EditInPlace.tsx';
import { OrderedList } from './OrderedList.tsx';
import css from './Page.module.css';
import { placesOf } from './places.ts';

/** Where a theme stands in the framework that is looked at: the first by weight is primary, each with its reason. Its places in other frameworks follow in a line. */
export function ThemePlaces({ theme }: { readonly theme: Theme }) {
  const { outcomes, frameworks, framework } = useDesk();
  const { acts, ask } = useDoing();
  const under = placesOf(theme, outcomes);
  const reasons = new Map(theme.links.map(link => [link.outcome, link.reason]));
  const elsewhere = frameworks.flatMap(one => {
    const places = one.id === framework.id ? [] : placesOf(theme, one.outcomes);
    return places.length === 0 ? [] : [`${one.title}: ${listed(places.map(entry => entry.title))}`];
  });
  return (
    <>
      <OrderedList
        label="Outcomes in order of weight"
        items={under.map(outcome => ({ ...outcome, name: outcome.title }))}
        removal={outcome => `Take the theme from ${outcome.title}`}
        onOrder={order => void acts.orderOutcomes(theme, order).catch(toastError)}
        onRemove={outcome => void acts.removeOutcome([theme], outcome).catch(toastError)}
      >
        {outcome => (
          <>
            <OutcomeTab number={outcome.number} />
            <span className={css.item}>{outcome.title}</span>
            {outcome.id === under[0]?.id ? (
              <span className={css.weight}>Primary</span>
            ) : (
              <Button
                look="quiet"
                className={css.weigh}
                label={`Secondary: make ${outcome.title} primary`}
                onPress={() => void acts.setPrimary(theme, outcome, true).catch(toastError)}
              >
                Secondary
              </Button>
            )}
          </>
        )}
      </OrderedList>
      {under.map(outcome => (
        <div key={outcome.id} className={css.reason}>
          <OutcomeTab number={outcome.number} />
          <EditInPlace
            label={`Why it stands under ${outcome.title}`}
            value={reasons.get(outcome.id) ?? ''}
            placeholder={`Why it stands under ${outcome.title}`}
            onSave={reason => acts.giveReason(theme, outcome, reason)}
          />
        </div>
      ))}
      <Button look="quiet" icon="plus" className={css.add} onPress={() => ask(askAbout('outcomes of theme', theme))}>
        {under.length === 0 ? 'Place under an outcome' : 'Choose outcomes'}
      </Button>
      {elsewhere.map(one => (
        <p key={one} className={css.why}>
          {one}
        </p>
      ))}
    </>
  );
}
