import type { Outcome, Theme } from '../../../shared/model/entities.ts';
import type { OutcomeId } from '../../../shared/model/ids.ts';

/** The entries of one framework that a theme stands under, in order of weight. */
export function placesOf<T extends Pick<Outcome, 'id'>>(
  theme: Pick<Theme, 'links'>,
  entries: readonly T[],
): readonly T[] {
  return theme.links.flatMap(link => entries.filter(entry => entry.id === link.outcome));
}

/** A theme's links once it stands under these entries of a framework; the first of them is the primary one. Reasons are kept, and links in other frameworks untouched. `main`: the study's main framework. */
export function withPlaces(
  theme: Pick<Theme, 'links' | 'outcomes'>,
  entries: readonly Pick<Outcome, 'id'>[],
  places: readonly OutcomeId[],
  main: boolean,
): Pick<Theme, 'links' | 'outcomes'> {
  const own = new Set(entries.map(entry => entry.id));
  const reasons = new Map(theme.links.map(link => [link.outcome, link.reason]));
  const made = places.map((outcome, index) => ({
    outcome,
    primary: index === 0,
    reason: reasons.get(outcome) ?? null,
  }));
  return {
    links: [...theme.links.filter(link => !own.has(link.outcome)), ...made],
    outcomes: main ? places : theme.outcomes,
  };
}
