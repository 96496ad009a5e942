import type { Finding } from '../../model/disclosure.ts';
import type { SourceKind } from '../../model/kinds.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote, DisclosureSource, DisclosureVoice } from './input.ts';
import { counted, inQuotes } from './words.ts';

/** How many people a label may stand for. */
export type Carried = {
  /** Distinct people of the study who bear it. */
  readonly told: number;
  /** `told`, or more where the head of a file speaks of more; null where speakers are not told apart and nothing says how many they are. */
  readonly people: number | null;
  /** What the head of the file says, where that decided. */
  readonly words: string | null;
  /** Stays the same while the same people bear it. */
  readonly identity: readonly string[];
};

/** Kinds of sources in which several people speak, so that a single speaker there means that they were not told apart. */
const several: readonly SourceKind[] = ['focus group', 'advisory group'];

/** How many people bear each label in the whole study, whether they are quoted or not: a reader can't know who is. */
export function carriers(
  voices: readonly DisclosureVoice[],
  sources: readonly DisclosureSource[],
): ReadonlyMap<string, Carried> {
  const known = new Map(sources.map(source => [source.id, source]));
  return new Map(
    [...Map.groupBy(voices, voice => voice.label)].map(([label, mine]) => {
      const bySource = [...Map.groupBy(mine, voice => voice.source)].map(([id, here]) =>
        inOne(known.get(id), new Set(here.map(voice => voice.person)).size),
      );
      const told = new Set(mine.map(voice => voice.person)).size;
      const said = bySource.reduce((sum, one) => sum + one.people, 0);
      const open = bySource.some(one => one.open);
      const extra = bySource.some(one => one.words !== null);
      return [
        label,
        {
          told,
          people: open ? null : extra ? Math.max(told, said) : told,
          words: bySource.find(one => one.words !== null)?.words ?? null,
          identity: [...new Set(mine.map(voice => voice.speaker))].toSorted(),
        },
      ];
    }),
  );
}

/** People of one source under one label. `open`: they are not told apart, and the file says nothing of how many they are. */
function inOne(source: DisclosureSource | undefined, told: number) {
  const apart = !source || !several.includes(source.kind) || told > 1;
  const said = apart ? null : (source.headCount ?? null);
  return { people: said?.people ?? told, open: !apart && said === null, words: said?.words ?? null };
}

/** Whether a label names one participant by their number: such a label is one person's by intention, and is looked at as a story. */
export const isNumbered = (quote: Pick<DisclosureQuote, 'participant' | 'label'>): boolean =>
  quote.participant !== null && quote.label.includes(quote.participant);

/** Labels of quotes that fewer people than `least` carry, and those of which it can't be counted. */
export function smallLabels(
  { quotes, least }: Pick<DisclosureInput, 'quotes' | 'least'>,
  carried: ReadonlyMap<string, Carried>,
): readonly Finding[] {
  const labels = Map.groupBy(
    quotes.filter(quote => quote.label !== '' && !isNumbered(quote)),
    quote => quote.label,
  );
  return [...labels].flatMap(([label, mine]) => {
    const here = carried.get(label);
    if (!here || (here.people !== null && here.people >= least)) return [];
    const place = { quotes: mine.map(foundQuote), label };
    const printed = `${counted(mine.length, 'quote bears', 'quotes bear')} it`;
    if (here.people === null) {
      return finding(
        'uncounted-label',
        [...here.identity, here.told],
        `${inQuotes(label)}: its speakers are not told apart, so it can’t be counted here how many people carry it; ${printed}.`,
        `If they are fewer than ${least}, print a wider label. Tell speakers apart in the transcript, or write “Participants: 6” in the head of its file, to have them counted.`,
        place,
      );
    }
    const says = here.words === null ? '' : ` (its file says “${here.words}”)`;
    return finding(
      'small-label',
      [...here.identity, here.people],
      `${inQuotes(label)} is carried by ${counted(here.people, 'person', 'people')}${says || ' that the study tells apart'}, fewer than ${least}; ${printed}.`,
      'Print a wider label, for instance without the phase or the method, or hold back what tells one of them from the others.',
      place,
    );
  });
}
