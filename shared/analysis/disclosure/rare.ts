import type { Finding } from '../../model/disclosure.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosurePerson } from './input.ts';
import { counted, listed } from './words.ts';

/**
 * People among those quoted whose group, phase and printed attributes together are held by fewer than `least` of those quoted; one finding for each group and phase.
 * Nothing where no attribute is printed: group and phase alone are what labels say.
 */
export function rareCombinations({ quotes, people, attributes, least }: DisclosureInput): readonly Finding[] {
  if (attributes.length === 0) return [];
  const heard = Map.groupBy(quotes, quote => quote.person);
  const quoted = people.filter(person => heard.has(person.id));
  const valued = attributes.filter(attribute => quoted.some(person => person.values[attribute.id]));
  if (valued.length === 0) return [];
  const combination = (person: DisclosurePerson, of = valued) =>
    JSON.stringify([person.group, person.phase, ...of.map(attribute => person.values[attribute.id] ?? '')]);
  const rareBy = (of: typeof valued) => {
    const groups = Map.groupBy(quoted, person => combination(person, of));
    return quoted.filter(
      person => of.some(one => person.values[one.id]) && (groups.get(combination(person, of))?.length ?? 0) < least,
    );
  };
  const rare = rareBy(valued);
  return [...Map.groupBy(rare, ({ group, phase }) => JSON.stringify([group, phase]))].map(([, mine]) => {
    const group = mine[0]?.group ?? 'no group';
    const phase = mine[0]?.phase ?? null;
    const where = `${group}${phase === null ? '' : ` phase ${phase}`}`;
    const told = mine.map(
      person => `${person.label} (${valued.flatMap(one => person.values[one.id] || []).join(', ')})`,
    );
    const best = valued
      .map(attribute => ({
        attribute,
        left: rareBy(valued.filter(one => one !== attribute)).filter(person => mine.includes(person)).length,
      }))
      .toSorted((a, b) => a.left - b.left)[0];
    const help =
      best && best.left < mine.length
        ? ` Without “${best.attribute.name}” ${best.left === 0 ? 'nobody' : `only ${best.left}`} of them would stand out.`
        : '';
    return finding(
      'rare-combination',
      [...mine.map(person => person.id).toSorted(), '', ...valued.map(attribute => attribute.id)],
      `${where}: ${counted(mine.length, 'person', 'people')} quoted ${mine.length === 1 ? 'has' : 'have'} a combination of ${listed(
        valued.map(attribute => attribute.name),
      )} that fewer than ${least} share: ${listed(told)}.`,
      `Leave columns out of the export, or make their values wider.${help}`,
      {
        quotes: mine.flatMap(person => (heard.get(person.id) ?? []).map(foundQuote)),
        people: mine.map(person => person.id),
      },
    );
  });
}
