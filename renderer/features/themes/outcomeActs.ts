import type { FrameworkInput } from '../../../shared/api/inputs.ts';
import type { Framework, Outcome, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { FrameworkKind } from '../../../shared/model/themes.ts';
import type { Acting } from './acting.ts';
import { namedOr } from './board.ts';
import { placesOf, withPlaces } from './places.ts';

/** Themes under outcomes, quotes straight under them, and the frameworks that outcomes stand in. */
export function outcomeActs(on: Acting) {
  const { client, study, run, now, frameworks } = on;
  const showPlaces = (
    theme: Theme,
    outcome: Pick<Outcome, 'id'>,
    next: (held: readonly OutcomeId[]) => readonly OutcomeId[],
  ) => {
    const all = frameworks();
    const framework = all.find(one => one.outcomes.some(entry => entry.id === outcome.id));
    if (!framework) return;
    const theOne = now(theme);
    const places = next(placesOf(theOne, framework.outcomes).map(entry => entry.id));
    on.change(theme.id, withPlaces(theOne, framework.outcomes, places, framework === all[0]));
  };
  return {
    addOutcome: (under: readonly Theme[], outcome: Outcome) =>
      run(async () => {
        const fresh = under.filter(theme => !now(theme).links.some(link => link.outcome === outcome.id));
        if (fresh.length === 0) return { said: null };
        for (const theme of fresh) showPlaces(theme, outcome, held => [...held, outcome.id]);
        await client.call('outcome.place', { study, outcome: outcome.id, themes: fresh.map(theme => theme.id) });
        return { said: `Placed ${namedOr(fresh, 'themes')} under ${titled(outcome)}.` };
      }),

    removeOutcome: (gone: readonly Theme[], outcome: Outcome) =>
      run(async () => {
        for (const theme of gone) showPlaces(theme, outcome, held => held.filter(id => id !== outcome.id));
        await client.call('outcome.unplace', { study, outcome: outcome.id, themes: gone.map(theme => theme.id) });
        return { said: `Took ${namedOr(gone, 'themes')} from ${titled(outcome)}.` };
      }),

    /** Order of weight of a theme's outcomes within one framework. */
    orderOutcomes: (theme: Theme, outcomes: readonly OutcomeId[]) =>
      run(async () => {
        const [first] = outcomes;
        if (first) showPlaces(theme, { id: first }, () => outcomes);
        await client.call('theme.setOutcomes', { study, theme: theme.id, outcomes: [...outcomes] });
        return { said: null };
      }),

    setPrimary: (theme: Theme, outcome: Outcome, primary: boolean) =>
      run(async () => {
        showPlaces(theme, outcome, held => {
          const others = held.filter(id => id !== outcome.id);
          return primary ? [outcome.id, ...others] : [...others, outcome.id];
        });
        await client.call('outcome.place', { study, outcome: outcome.id, themes: [theme.id], primary });
        return { said: `“${theme.name}” answers ${titled(outcome)} ${primary ? 'first' : 'second'}.` };
      }),

    /** Why a theme stands under an outcome. */
    giveReason: (theme: Theme, outcome: Outcome, reason: string) =>
      run(async () => {
        on.change(theme.id, {
          links: now(theme).links.map(link => (link.outcome === outcome.id ? { ...link, reason } : link)),
        });
        await client.call('outcome.place', { study, outcome: outcome.id, themes: [theme.id], reason });
        return { said: `Changed why “${theme.name}” stands under ${titled(outcome)}.` };
      }),

    /** Report order of the themes under an outcome. */
    orderUnder: (outcome: Outcome, order: readonly ThemeId[]) =>
      run(async () => {
        on.showFrameworks(
          frameworks().map(framework => ({
            ...framework,
            outcomes: framework.outcomes.map(one => (one.id === outcome.id ? { ...one, themes: order } : one)),
          })),
        );
        await client.call('outcome.order', { study, outcome: outcome.id, themes: [...order] });
        return { said: null };
      }),

    /** Puts an extract straight under an outcome, or takes it off. */
    quote: (outcome: Outcome, extract: string, placed: boolean) =>
      run(async () => {
        await client.call('outcome.quote', { study, outcome: outcome.id, extracts: [extract], placed });
        return { said: placed ? `Put the quote under ${titled(outcome)}.` : `Took the quote from ${titled(outcome)}.` };
      }),

    /** Removes an entry; what stands under it goes to `moveTo`, or nowhere (null). */
    removeEntry: (outcome: Outcome, moveTo: OutcomeId | null | undefined) =>
      run(async () => {
        await client.call('outcome.remove', { study, outcome: outcome.id, ...(moveTo !== undefined && { moveTo }) });
        return { said: `Removed ${titled(outcome)}.` };
      }),

    addFramework: (framework: FrameworkInput, kind: FrameworkKind) =>
      run(async () => {
        const result = await client.call('framework.add', { study, ...framework, kind });
        return { result, said: `Added “${framework.title}” with ${framework.outcomes.length} entries.` };
      }),

    removeFramework: (framework: Framework) =>
      run(async () => {
        await client.call('framework.remove', { study, framework: framework.id, unlink: true });
        return { said: `Removed “${framework.title}”.` };
      }),
  };
}

const titled = (outcome: Outcome): string => `outcome ${outcome.number}, ${outcome.title}`;
