import type { NoteHit, SearchHit, SearchResult } from '../../../shared/api/outputs/search.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { counted, figure } from '../../ui/words.ts';

/** A row of the list of what was found. */
export type FoundItem =
  | { readonly kind: 'heading'; readonly id: string; readonly name: string; readonly count: string }
  | { readonly kind: 'hit'; readonly id: string; readonly hit: SearchHit }
  | { readonly kind: 'note'; readonly id: string; readonly note: NoteHit };

const noteHeadings: Readonly<Record<NoteHit['kind'], string>> = { code: 'Codebook', theme: 'Themes', memo: 'Memos' };

/** Hits under their sources, in the order of the text, then codes, themes and memos. `more`: hits that are not read yet follow the last. */
export function foundItems(
  hits: readonly SearchHit[],
  notes: readonly NoteHit[],
  more: boolean,
  titleOf: (hit: SearchHit) => string = hit => hit.title,
): readonly FoundItem[] {
  const items: FoundItem[] = [];
  for (let from = 0; from < hits.length; ) {
    const first = hits[from];
    if (!first) break;
    let to = from;
    while (to < hits.length && hits[to]?.source === first.source) to++;
    const open = more && to === hits.length ? '+' : '';
    items.push({
      kind: 'heading',
      id: `of ${first.source}`,
      name: titleOf(first),
      count: `${figure(to - from)}${open}`,
    });
    for (const hit of hits.slice(from, to)) items.push({ kind: 'hit', id: hitKey(hit), hit });
    from = to;
  }
  for (const kind of ['code', 'theme', 'memo'] as const) {
    const these = notes.filter(note => note.kind === kind);
    if (these.length === 0) continue;
    items.push({ kind: 'heading', id: `of ${kind}`, name: noteHeadings[kind], count: figure(these.length) });
    for (const note of these) items.push({ kind: 'note', id: `${kind} ${note.id}`, note });
  }
  return items;
}

/** A hit's own name in a list. */
export const hitKey = (hit: SearchHit): string => `${hit.source} ${hit.start} ${hit.end}`;

/** The words of a hit in pieces; those that match are `marked`. Marks outside the words are let be. */
export function pieces({ start, end, text, marks }: Pick<SearchHit, 'start' | 'end' | 'text' | 'marks'>): readonly {
  readonly at: number;
  readonly text: string;
  readonly marked: boolean;
}[] {
  const made: { at: number; text: string; marked: boolean }[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) made.push({ at: from, text: text.slice(from - start, to - start), marked });
  };
  let done = start;
  for (const mark of marks) {
    if (mark.start < done || mark.end > end) continue;
    add(done, mark.start, false);
    add(mark.start, mark.end, true);
    done = mark.end;
  }
  add(done, end, false);
  return made;
}

/** The stretches to highlight for some hits: the matching words alone. */
export const stretchesOf = (hits: readonly SearchHit[]): readonly Span[] =>
  hits.flatMap(hit => (hit.marks.length > 0 ? hit.marks : [{ start: hit.start, end: hit.end }]));

/** How much was found: "12 places", "At least 2,000 places, 1 code and 3 memos". */
export function foundInWords({ total, exact, notes }: Pick<SearchResult, 'total' | 'exact' | 'notes'>): string {
  const of = (kind: NoteHit['kind'], one: string) => {
    const count = notes.filter(note => note.kind === kind).length;
    return count === 0 ? [] : [counted(count, one)];
  };
  const places = total > 0 ? [`${exact ? '' : 'at least '}${counted(total, 'place')}`] : [];
  const parts = [...places, ...of('code', 'code'), ...of('theme', 'theme'), ...of('memo', 'memo')];
  if (parts.length === 0) return 'Nothing found';
  const words = parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
