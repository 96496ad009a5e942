import { useSyncExternalStore } from 'react';
import type { Span } from '../../../shared/model/entities.ts';

/** Words of a quote while they are written: nothing typed is lost when another quote or another place is looked at. */
export type Draft = { readonly words: string; readonly leadIn: string; readonly bounds: Span };

let drafts: ReadonlyMap<string, Draft> = new Map();
const listeners = new Set<() => void>();
const nameOf = (study: string, key: string) => `${study} ${key}`;

/** Keeps the draft of a quote; null lets it go. */
export function setDraft(study: string, key: string, draft: Draft | null): void {
  const next = new Map(drafts);
  if (draft) next.set(nameOf(study, key), draft);
  else next.delete(nameOf(study, key));
  drafts = next;
  for (const listener of listeners) listener();
}

/** The drafts of a study's quotes, by the key of the extract. */
export function useDrafts(study: string): (key: string) => Draft | undefined {
  const all = useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => drafts,
  );
  return key => all.get(nameOf(study, key));
}

/** A draft whose passage was widened or narrowed: words that came are printed, words that went are not, as far as they stand at the ends of the draft. */
export function withBounds(draft: Draft, text: string, bounds: Span): Draft {
  const { start, end } = draft.bounds;
  let { words } = draft;
  if (words.trim() === text.slice(start, end).trim())
    return { ...draft, bounds, words: text.slice(bounds.start, bounds.end) };
  if (bounds.start < start) words = joined(text.slice(bounds.start, start), words);
  if (bounds.end > end) words = joined(words, text.slice(end, bounds.end));
  const [first, last] = [text.slice(start, bounds.start).trim(), text.slice(bounds.end, end).trim()];
  if (bounds.start > start && words.startsWith(first)) words = words.slice(first.length).trimStart();
  if (bounds.end < end && words.endsWith(last)) words = words.slice(0, words.length - last.length).trimEnd();
  return { ...draft, bounds, words };
}

const joined = (a: string, b: string) => `${a.trim()} ${b.trim()}`.trim();

/** Words with a stretch of them cut at a mark, or put in brackets, and what is to be selected then. */
export function edited(
  words: string,
  { start, end }: Span,
  how: 'cut' | 'bracket',
): { readonly words: string; readonly select: Span } {
  const [before, chosen, after] = [words.slice(0, start), words.slice(start, end), words.slice(end)];
  if (how === 'bracket') {
    const inner = chosen.trim();
    const lead = before + chosen.slice(0, chosen.length - chosen.trimStart().length);
    const rest = (inner === '' ? '' : chosen.slice(chosen.trimEnd().length)) + after;
    return {
      words: `${lead}[${inner}]${rest}`,
      select: { start: lead.length + 1, end: lead.length + 1 + inner.length },
    };
  }
  const lead = before.trimEnd();
  const head = `${lead}${lead === '' ? '' : ' '}[…]`;
  const rest = after.trimStart();
  return { words: `${head}${rest === '' ? '' : ' '}${rest}`, select: { start: head.length, end: head.length } };
}
