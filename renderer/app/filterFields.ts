import type { StudyFilterInput } from '../../shared/api/inputs.ts';
import type { Coder, Source, Theme } from '../../shared/model/entities.ts';
import { sourceKinds } from '../../shared/model/kinds.ts';
import type { People } from '../../shared/model/people.ts';
import { kindNames } from '../ui/kinds.ts';

/** What a study can be narrowed by. */
export type Known = {
  readonly sources: readonly Source[];
  readonly people: People;
  readonly coders: readonly Coder[];
  readonly themes: readonly Theme[];
};

type Choice = { readonly id: string; readonly name: string };

/** One question of the filter: its choices, those chosen (none means all), and the filter with others. */
export type FilterField = {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly change: (chosen: ReadonlySet<string>) => StudyFilterInput;
};

/** What stands for values that are not known. */
const unknown = '';
const natural = new Intl.Collator('en-GB', { numeric: true });

/** The questions that can narrow this study: those with two answers or more, and those that do narrow it now. */
export function filterFields(filter: StudyFilterInput, known: Known): readonly FilterField[] {
  const { sources, people, coders, themes } = known;
  const kinds = sourceKinds.filter(kind => sources.some(source => source.kind === kind));
  const groups = distinct(sources.map(source => source.group));
  const phases = distinct(sources.map(source => source.phase?.toString() ?? null));
  const fields: readonly FilterField[] = [
    field(
      'kinds',
      'Kind of source',
      'All kinds',
      kinds.map(one => ({ id: one, name: kindNames[one] })),
      filter.kinds,
      ids => ({
        ...filter,
        kinds: sourceKinds.filter(kind => ids.includes(kind)),
      }),
    ),
    field(
      'groups',
      'Group',
      'All groups',
      named(groups, one => one, 'Group not known'),
      filter.groups?.map(toId),
      ids => ({
        ...filter,
        groups: ids.map(fromId),
      }),
    ),
    field(
      'phases',
      'Phase',
      'All phases',
      named(phases, one => `Phase ${one}`, 'Phase not known'),
      filter.phases?.map(one => toId(one?.toString() ?? null)),
      ids => ({
        ...filter,
        phases: ids.map(id => (id === unknown ? null : Number(id))),
      }),
    ),
    field(
      'participants',
      'Participant',
      'All participants',
      people.participants.map(one => ({ id: one.id, name: one.label })),
      filter.participants,
      ids => ({
        ...filter,
        participants: people.participants.map(one => one.id).filter(id => ids.includes(id)),
      }),
    ),
    ...people.attributes.map(attribute => {
      const values = distinct(people.participants.map(one => one.values[attribute.id] ?? null));
      const now = filter.attributes?.find(one => one.attribute === attribute.id);
      return field(
        attribute.id,
        attribute.name,
        'All values',
        named(values, one => one, 'Not given'),
        now?.values,
        ids => ({
          ...filter,
          attributes: [
            ...(filter.attributes ?? []).filter(one => one.attribute !== attribute.id),
            ...(ids.length === 0 ? [] : [{ attribute: attribute.id, values: [...ids] }]),
          ],
        }),
      );
    }),
    field(
      'coders',
      'Coder',
      'All coders',
      coders.map(one => ({ id: one.id, name: one.name })),
      filter.coders,
      ids => ({
        ...filter,
        coders: coders.map(one => one.id).filter(id => ids.includes(id)),
      }),
    ),
    field(
      'themes',
      'Theme',
      'All themes and none',
      themes.map(one => ({ id: one.id, name: one.name })),
      filter.themes,
      ids => ({
        ...filter,
        themes: themes.map(one => one.id).filter(id => ids.includes(id)),
      }),
    ),
  ];
  return fields.filter(one => one.choices.length > 1 || one.chosen.size > 0);
}

function field(
  id: string,
  label: string,
  all: string,
  choices: readonly Choice[],
  now: readonly string[] | undefined,
  change: (ids: readonly string[]) => StudyFilterInput,
): FilterField {
  const gone = (now ?? []).filter(one => !choices.some(choice => choice.id === one));
  return {
    id,
    label,
    all,
    choices: [...choices, ...gone.map(one => ({ id: one, name: 'One that is gone' }))],
    chosen: new Set(now),
    change: chosen => change([...chosen]),
  };
}

const toId = (value: string | null): string => value ?? unknown;
const fromId = (id: string): string | null => (id === unknown ? null : id);

/** Values once each, in their own order; null last. */
function distinct(values: readonly (string | null)[]): readonly (string | null)[] {
  const given = [...new Set(values.filter(value => value !== null))].sort(natural.compare);
  return values.includes(null) ? [...given, null] : given;
}

const named = (values: readonly (string | null)[], name: (value: string) => string, none: string): readonly Choice[] =>
  values.map(value => ({ id: toId(value), name: value === null ? none : name(value) }));
