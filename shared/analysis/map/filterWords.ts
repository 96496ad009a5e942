import type { MapFilter } from '../../model/themeMap.ts';

/** What a map is narrowed to, as it stands on the picture: "outcome 5, Resilience; CYP; phase 2; themes with 3 sources or more". Null where nothing narrows. */
export function mapFilterInWords(
  { statuses, outcomes, groups, phases, least }: MapFilter,
  shown: readonly { readonly number: number; readonly title: string }[],
): string | null {
  const parts = [
    statuses && marked(either(statuses), 'themes'),
    outcomes && either(shown.map(({ number, title }) => `outcome ${number}, ${title}`)),
    groups && either(groups.map(group => group ?? 'no group')),
    phases && either(phases.map(phase => (phase === null ? 'phase not known' : `phase ${phase}`))),
    (least ?? 0) > 0 && `themes with ${least} ${least === 1 ? 'source' : 'sources'} or more`,
  ].filter(part => typeof part === 'string');
  return parts.length === 0 ? null : parts.join('; ');
}

function either(values: readonly string[]): string {
  if (values.length === 0) return 'nothing';
  return values.length === 1 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const marked = (words: string, what: string) => `${words} ${what}`;
