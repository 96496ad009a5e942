import type { SourceId } from '../shared/model/ids.ts';
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
  const borne = new Map<string, { readonly people: Set<string>; readonly sources: Set<SourceId> }>();
  for (const extract of extracts) {
    const { kind } = extract.source;
    if (kind === 'focus group' || kind === 'advisory group') continue;
    const facts = factsOf(extract, person(extract));
    if (facts.participant === null) continue;
    const label = renderAttribution(style, facts);
    const by = borne.get(label) ?? { people: new Set(), sources: new Set() };
    by.people.add(facts.participant);
    by.sources.add(extract.source.id);
    borne.set(label, by);
  }
  return [...borne]
    .filter(([, { people }]) => people.size > 1)
    .map(([label, { people, sources }]) => ({
      label,
      people: [...people].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true })),
      sources: [...sources].sort(),
    }));
}
