import type { AttributeId, CoderId, ParticipantId, SourceId, ThemeId } from '../model/ids.ts';
import type { SourceKind } from '../model/kinds.ts';
import type { StudyFilter } from './filter.ts';

/** Names of what a filter holds by id; undefined for what is no longer in the study. */
export type FilterNames = {
  readonly participant: (id: ParticipantId) => string | undefined;
  readonly attribute: (id: AttributeId) => string | undefined;
  readonly coder: (id: CoderId) => string | undefined;
  readonly theme: (id: ThemeId) => string | undefined;
  readonly source: (id: SourceId) => string | undefined;
};

const kindWords: Readonly<Record<SourceKind, string>> = {
  interview: 'interviews',
  'focus group': 'focus groups',
  'advisory group': 'advisory groups',
  document: 'documents',
  email: 'e-mails',
  unknown: 'sources of no known kind',
};
const gone = 'one that is gone';

/** A filter as people say it: "interviews; CYP or Staff; phase 2". Null where it lets everything through. */
export function filterInWords(filter: StudyFilter, names: FilterNames): string | null {
  const parts = [
    either(filter.kinds?.map(kind => kindWords[kind])),
    either(filter.groups?.map(group => group ?? 'no group')),
    either(filter.phases?.map(phase => (phase === null ? 'phase not known' : `phase ${phase}`))),
    either(filter.participants?.map(id => names.participant(id) ?? gone)),
    ...(filter.attributes ?? []).map(({ attribute, values }) => {
      const given = either(values.map(value => (value === '' ? 'not given' : value)));
      return `${names.attribute(attribute) ?? 'an attribute that is gone'}: ${given ?? 'nothing'}`;
    }),
    either(filter.sources?.map(id => names.source(id) ?? gone)),
    marked('coded by', either(filter.coders?.map(id => names.coder(id) ?? gone))),
    marked('theme', either(filter.themes?.map(id => `“${names.theme(id) ?? gone}”`))),
  ].filter(part => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** "a", "a or b", "a, b or c"; "nothing" where no value will do, null where all will. */
function either(values: readonly string[] | undefined): string | null {
  if (values === undefined) return null;
  if (values.length === 0) return 'nothing';
  return values.length === 1 ? (values[0] ?? null) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const marked = (word: string, words: string | null) => (words === null ? null : `${word} ${words}`);
