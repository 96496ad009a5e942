import type { Finding } from '../../model/disclosure.ts';
import type { BundleExtra } from '../../model/quotes.ts';
import { finding } from './finding.ts';

/** Labels of an attribution style that different people would bear, as findings that block. */
export function sharedLabelFindings(shared: BundleExtra['shared']): readonly Finding[] {
  return shared.map(({ label, people, sources }) =>
    finding(
      'shared-label',
      sources,
      `The style prints “${label}” for ${people.length} different people, each with a source of their own: ${named(people)}. A reader would take them for one.`,
      'Put {participant} into the style, or accept this with a reason.',
      { label },
    ),
  );
}

function named(people: readonly string[]): string {
  const shown = people.slice(0, 6);
  const more = people.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
