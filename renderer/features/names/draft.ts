import type { FoundWords } from '../../../shared/api/outputs/anonymity.ts';
import type { NameSuggestion, ReplacementKind } from '../../../shared/model/anonymity.ts';
import { nameInLabel } from '../../../shared/text/labelNames.ts';
import { proposedLabel } from './names.ts';

/** A replacement that is being made ready: nothing of it is in the study yet. */
export type Draft = {
  /** Words that mean the same thing; for a replacement of the table, those that are added to it. */
  readonly terms: readonly string[];
  /** Without its brackets. */
  readonly label: string;
  readonly kind: ReplacementKind;
  /** Places ticked otherwise than proposed. */
  readonly turned: ReadonlySet<string>;
};

export const emptyDraft: Draft = { terms: [], label: '', kind: 'person', turned: new Set() };

export const draftOf = (suggestion: NameSuggestion): Draft => ({
  ...emptyDraft,
  terms: [suggestion.words],
  kind: suggestion.kind,
  label: proposedLabel(suggestion),
});

/** A suggestion's own name among the drafts of this window. Never in an address: it holds its words. */
export const likeOf = ({ kind, words }: Pick<NameSuggestion, 'kind' | 'words'>): string => `like ${kind} ${words}`;

/** A label as it is printed. */
export const bracketed = (label: string): string => `[${bare(label)}]`;

/** What stands between the brackets, whether they were typed or not. */
export const bare = (label: string): string => label.replace(/^\s*\[|\]\s*$/g, '').trim();

/** Why a label can't be printed; null for one that can, and for none. `names`: words that must not be printed. */
export function labelProblem(label: string, names: readonly string[]): string | null {
  const words = bare(label);
  if (words.length > 80) return 'A label has at most 80 characters.';
  if (/[[\]"\\\p{Cc}]/u.test(words)) return 'A label can’t hold brackets, quotation marks or backslashes.';
  const named = nameInLabel(words, [...names, ...names.flatMap(partsOf)]);
  return named === null
    ? null
    : `This label holds “${named}”, which must not be printed. Say what it is, not who: [friend], [school].`;
}

/** A place that can be ticked, with a name of its own that outlives changes elsewhere in the text. */
export type Ticked = FoundWords & { readonly key: string };

/** Places that were found, each with its key. */
export function keyed(places: readonly FoundWords[]): readonly Ticked[] {
  const seen = new Map<string, number>();
  return places.map(place => {
    const like = [place.source, place.before, place.found, place.after].join('\u0000');
    const before = seen.get(like) ?? 0;
    seen.set(like, before + 1);
    return { ...place, key: `${like}\u0000${before}` };
  });
}

/** Sure places are proposed, and the others offered. */
export const isTicked = ({ sure, key }: Ticked, { turned }: Pick<Draft, 'turned'>): boolean => sure !== turned.has(key);

/** The draft with these places ticked, or not. */
export function withTicks(draft: Draft, places: readonly Ticked[], ticked: boolean): Draft {
  const turned = new Set(draft.turned);
  for (const { key, sure } of places) {
    if (sure === ticked) turned.delete(key);
    else turned.add(key);
  }
  return { ...draft, turned };
}

/** Other suggestions of the kind that share a word with these words: a first name and the full one. */
export function relatedTo(one: NameSuggestion, all: readonly NameSuggestion[]): readonly string[] {
  const parts = (words: string) => partsOf(words).map(part => part.toLowerCase());
  const own = new Set(parts(one.words));
  return all
    .filter(other => other.kind === one.kind && other.words !== one.words)
    .map(other => other.words)
    .filter(words => parts(words).some(part => own.has(part)))
    .slice(0, 5);
}

/** Words of a name that name somebody or something by themselves. */
const partsOf = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{M}’'-]{3,}/gu) ?? []).filter(part => /^\p{Lu}/u.test(part) && !general.test(part));

const general =
  /^(?:miss|mrs|academy|school|college|university|primary|street|road|lane|avenue|centre|hospital|club|church|the|and|saint|north|south|east|west)$/i;

/** Words without those that say the same but for case and space. */
export function withTerm(terms: readonly string[], added: string): readonly string[] {
  const words = added.replace(/\s+/g, ' ').trim();
  return words === '' || terms.includes(words) ? terms : [...terms, words];
}
