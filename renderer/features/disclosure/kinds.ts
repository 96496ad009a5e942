import type { FindingKind } from '../../../shared/model/disclosure.ts';

/** What each kind of finding is about, as a heading. */
export const kindTitles: Readonly<Record<FindingKind, string>> = {
  'leftover-name': 'Names that are left over',
  'no-source': 'Quotes without a source',
  'words-differ': 'Words that are not those of the source',
  sensitive: 'Sensitive extracts without a second yes',
  'shared-label': 'One label for different people',
  'same-coder': 'Second yes by the one who marked it',
  'near-name': 'Words near to a name in the table',
  'likely-name': 'Words that may be names',
  'unchecked-source': 'Sources not checked for names',
  'unknown-source': 'Sources of which nothing is known',
  'small-label': 'Labels that few people carry',
  'uncounted-label': 'Labels whose people can’t be counted',
  'long-story': 'Long stories of one number',
  'rare-combination': 'Rare combinations of attributes',
  'gender-speaker': 'Gender of the speaker',
  'gender-other': 'Gender of a young person spoken of',
  'precise-role': 'Precise roles without a decision',
};
