import { type Finding, findingKinds, findingLevels } from '../../model/disclosure.ts';
import { genderTold } from './gender.ts';
import type { DisclosureInput } from './input.ts';
import { carriers, smallLabels } from './labels.ts';
import { leftoverNames } from './leftover.ts';
import { rareCombinations } from './rare.ts';
import { preciseRoles } from './roles.ts';
import { sensitiveExtracts } from './sensitive.ts';
import { longStories } from './stories.ts';
import { unread } from './unread.ts';
import { unsourced } from './unsourced.ts';

/** All that the disclosure check finds in what would be printed, blocking findings first, then by kind. It is a help to readers, and never proof that nobody can be identified. */
export function checkDisclosure(input: DisclosureInput): readonly Finding[] {
  const carried = carriers(input.voices, input.sources);
  const all = [
    ...leftoverNames(input),
    ...unread(input),
    ...unsourced(input.quotes),
    ...sensitiveExtracts(input),
    ...smallLabels(input, carried),
    ...longStories(input, carried),
    ...rareCombinations(input),
    ...genderTold(input.quotes),
    ...preciseRoles(input),
  ];
  const rank = ({ level, kind }: Finding) =>
    findingLevels.indexOf(level) * findingKinds.length + findingKinds.indexOf(kind);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
