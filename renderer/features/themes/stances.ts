import { type Stance, stances, type Verdict, verdicts } from '../../../shared/model/themes.ts';

/** How an extract stands to a theme, as it is called on the page. */
export const stanceNames: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  qualifies: 'Qualifies',
  contrary: 'Contrary',
};

/** What is said of an extract in review. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  fits: 'Fits',
  doubtful: 'Doubtful',
  move: 'Belongs elsewhere',
  contrary: 'Contrary',
};

const letterOf = (word: string): string => word.charAt(0).toUpperCase();
export const stanceKeys: readonly { readonly stance: Stance; readonly key: string }[] = stances.map(stance => ({
  stance,
  key: letterOf(stance),
}));
export const verdictKeys: readonly { readonly verdict: Verdict; readonly key: string }[] = verdicts.map(verdict => ({
  verdict,
  key: letterOf(verdict),
}));

type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};
const bare = ({ ctrlKey, metaKey, altKey, shiftKey }: Press): boolean => !(ctrlKey || metaKey || altKey || shiftKey);

/** The mark that a key asks for: S, Q or C. */
export function stanceOf(event: Press): Stance | null {
  return bare(event) ? (stanceKeys.find(one => one.key === event.key.toUpperCase())?.stance ?? null) : null;
}

/** The verdict that a key asks for: F, D, M or C. */
export function verdictOf(event: Press): Verdict | null {
  return bare(event) ? (verdictKeys.find(one => one.key === event.key.toUpperCase())?.verdict ?? null) : null;
}
