import { useSyncExternalStore } from 'react';
import type { ReplacementKind } from '../../../shared/model/anonymity.ts';
import { useStudy } from '../../client/context.tsx';
import { ofNew, show } from './address.ts';
import { type Draft, emptyDraft, withTerm } from './draft.ts';

/** What this window is in the middle of. It holds words that identify, so it is kept in memory alone, and for as long as the window is open. */
export type Names = {
  /** By `likeOf` a suggestion, the id of a replacement, or `ofNew`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The suggestion that is looked at. */
  readonly chosen: string | null;
  /** Whether it came after one that was dealt with: its label is asked for at once. */
  readonly onward: boolean;
  /** Suggestions that are taken into the table together, in the order they were taken. */
  readonly taken: readonly string[];
  readonly dismissed: ReadonlySet<string>;
  /** Kinds of suggestions that are shown; none: all. */
  readonly kinds: ReadonlySet<ReplacementKind>;
  /** Whether labels are written in notes, too. */
  readonly notes: boolean;
  readonly keep: 'key' | 'nothing';
};

const first: Names = {
  drafts: new Map(),
  chosen: null,
  onward: false,
  taken: [],
  dismissed: new Set(),
  kinds: new Set(),
  notes: true,
  keep: 'key',
};
const held = new Map<string, Names>();
const listeners = new Set<() => void>();

function change(study: string, patch: (names: Names) => Partial<Names>): void {
  const before = held.get(study) ?? first;
  held.set(study, { ...before, ...patch(before) });
  for (const listener of listeners) listener();
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** What is being done in the open study, and the ways to change it. */
export function useNames() {
  const { handle } = useStudy();
  const names = useSyncExternalStore(subscribe, () => held.get(handle) ?? first);
  return {
    names,
    change: (patch: Partial<Names>) => change(handle, () => patch),
    draft: (subject: string, next: Draft) =>
      change(handle, ({ drafts }) => ({ drafts: new Map(drafts).set(subject, next) })),
    take: (subject: string, draft: Draft) =>
      change(handle, ({ drafts, taken }) => ({
        drafts: new Map(drafts).set(subject, draft),
        taken: taken.includes(subject) ? taken : [...taken, subject],
      })),
    leave: (subject: string) => change(handle, ({ taken }) => ({ taken: taken.filter(one => one !== subject) })),
    /** Forgets drafts that were applied, and goes back to keeping the words. */
    forget: (subjects: readonly string[]) =>
      change(handle, ({ drafts, taken }) => ({
        drafts: new Map([...drafts].filter(([subject]) => !subjects.includes(subject))),
        taken: taken.filter(subject => !subjects.includes(subject)),
        keep: 'key',
      })),
  };
}

/** Begins a replacement of these words, such as those that are selected in a transcript, and goes to where it is made. */
export function beginReplacement(study: string, words: string): void {
  change(study, ({ drafts }) => ({
    drafts: new Map(drafts).set(ofNew, { ...emptyDraft, terms: withTerm([], words) }),
  }));
  show('table', ofNew);
}
