import type { ReviewItem } from '../../../shared/api/outputs/theme.ts';
import type { CoderId } from '../../../shared/model/ids.ts';
import type { Verdict } from '../../../shared/model/themes.ts';
import { verdictNames } from './stances.ts';

/** Where a coder goes on: the first extract on which they have given no verdict; past the last where all have one. */
export function firstOpen(items: readonly Pick<ReviewItem, 'verdicts'>[], coder: CoderId): number {
  const at = items.findIndex(item => !item.verdicts.some(one => one.coder === coder));
  return at < 0 ? items.length : at;
}

/** How many extracts have this verdict by their latest word: "12 fits"; nothing for none. */
export function tallyOf(items: readonly Pick<ReviewItem, 'verdicts'>[], verdict: Verdict): readonly string[] {
  const count = items.filter(item => item.verdicts[0]?.verdict === verdict).length;
  return count === 0 ? [] : [`${count} ${verdictNames[verdict].toLowerCase()}`];
}
