import type { Finding } from '../../model/disclosure.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote } from './input.ts';
import { counted, inQuotes, listed, quoteName } from './words.ts';

/** The two wider levels, which are printed without a decision. */
const wide = /^(?:staff|practitioner|professional|second speaker)s?$/i;

/** Precise roles that would be printed, in a label or in a column, although nobody decided that there is no risk in it. */
export function preciseRoles({
  quotes,
  people,
  printsRoles,
}: Pick<DisclosureInput, 'quotes' | 'people' | 'printsRoles'>): readonly Finding[] {
  const known = new Map<string, DisclosureInput['people'][number]>(people.map(person => [person.id, person]));
  const printed = quotes.flatMap(quote => {
    const person = quote.person === null ? undefined : known.get(quote.person);
    if (person?.roleDecided) return [];
    const role = [person?.role, quote.supportRole].find(
      one => one && !wide.test(one.trim()) && (printsRoles || holds(quote.label, one)),
    );
    return role ? [{ quote, role }] : [];
  });
  return [...Map.groupBy(printed, ({ quote, role }) => JSON.stringify([quote.label, role]))].map(([, mine]) => {
    const role = mine[0]?.role ?? '';
    const shown = mine.map(one => one.quote);
    const label = shown[0]?.label ?? '';
    return finding(
      'precise-role',
      [...new Set(shown.map(quote => quote.speaker ?? quote.identity))].toSorted().concat(String(role.length)),
      `The precise role ${inQuotes(role)} would be printed with ${inQuotes(label)} in ${counted(mine.length, 'quote')} (${listed(shown.map(quoteName))}), and nobody has decided that there is no risk in it.`,
      remedy(shown),
      { quotes: shown.map(foundQuote), label, people: shown.flatMap(quote => known.get(quote.person ?? '')?.id ?? []) },
    );
  });
}

const remedy = (quotes: readonly DisclosureQuote[]) =>
  quotes.some(quote => quote.role === 'supporter')
    ? 'Write “practitioner” as the role of this speaker, or make them a participant and decide on the People page to print the role.'
    : 'Print “staff” or “practitioner” in its place, or decide on the People page to print the role, with the reason.';

/** Whether a label holds these words as words of their own. */
function holds(label: string, words: string): boolean {
  const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(label);
}
