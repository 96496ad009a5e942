import type { BundleExtra } from '../shared/model/quotes.ts';
import { type AttributionStyle, renderAttribution } from '../shared/text/attributionStyle.ts';
import type { StudyExtract } from './extracts.ts';
import { factsOf, type KnownPerson } from './quotePeople.ts';

/**
 * Labels of a style that different people would bear, where each has a source of their own: a reader would take them for one. The house style tells them apart.
 * In a group several speak under one label, which misleads nobody.
 */
export function sharedLabels(
  extracts: readonly StudyExtract[],
  style: AttributionStyle | null | undefined,
  person: (extract: StudyExtract) => KnownPerson | null,
): BundleExtra['shared'] {
  if (!style) return [];
  const people = new Map<string, Set<string>>();
  for (const extract of extracts) {
    const { kind } = extract.source;
    if (kind === 'focus group' || kind === 'advisory group') continue;
    const facts = factsOf(extract, person(extract));
    if (facts.participant === null) continue;
    const label = renderAttribution(style, facts);
    people.set(label, (people.get(label) ?? new Set()).add(facts.participant));
  }
  return [...people]
    .filter(([, bearers]) => bearers.size > 1)
    .map(([label, bearers]) => ({
      label,
      people: [...bearers].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true })),
    }));
}
