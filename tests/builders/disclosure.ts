import type { DisclosureInput, DisclosurePerson, DisclosureQuote } from '../../shared/analysis/disclosure/input.ts';
import type { ParticipantId, SourceId, SpeakerId } from '../../shared/model/ids.ts';

let number = 0;

/** A quote of a young person's interview about a boat shed, unlike any other; fields given replace what is made up. */
export function quoteOf(given: Partial<DisclosureQuote> = {}): DisclosureQuote {
  number++;
  const text = given.text ?? `We mended boat ${number}.`;
  const start = given.start ?? number * 1_000;
  const end = given.end ?? start + text.length;
  return {
    id: `Q${number}`,
    identity: `coding-${number}`,
    source: 's1' as SourceId,
    file: 'interview-CYP1.txt',
    start,
    end,
    places: [{ start, end }],
    text,
    inText: text,
    printed: text,
    leadIn: '',
    fault: null,
    label: 'Interview CYP1',
    speaker: 'k1' as SpeakerId,
    speakerName: 'CYP1',
    person: 'p1',
    role: 'participant',
    supportRole: null,
    participant: 'CYP1',
    group: 'CYP',
    phase: null,
    themes: ['Craft'],
    ...given,
  };
}

export const personOf = (id: string, given: Partial<DisclosurePerson> = {}): DisclosurePerson => ({
  id: id as ParticipantId,
  label: id.toUpperCase(),
  group: 'CYP',
  phase: null,
  role: null,
  roleDecided: false,
  values: {},
  ...given,
});

/** A focus group under one label with as many speakers as told. */
export const focusGroup = (
  id: string,
  label: string,
  people: number,
  headCount: DisclosureInput['sources'][number]['headCount'] = null,
): Pick<DisclosureInput, 'voices' | 'sources'> => ({
  voices: Array.from({ length: people }, (_, index) => ({
    source: id as SourceId,
    speaker: `${id}-${index}` as SpeakerId,
    person: `${id}-${index}`,
    label,
  })),
  sources: [{ id: id as SourceId, kind: 'focus group', headCount }],
});

export const inputOf = (given: Partial<DisclosureInput>): DisclosureInput => ({
  quotes: [],
  voices: [],
  sources: [],
  unchecked: [],
  people: [],
  marks: [],
  prose: [],
  rest: [],
  seal: words => `sealed ${words}`,
  terms: null,
  attributes: [],
  printsRoles: false,
  least: 5,
  ...given,
});
