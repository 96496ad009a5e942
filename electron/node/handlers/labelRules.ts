import type { Term } from '../../../db/key/seal.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { nameInLabel } from '../../../shared/text/labelNames.ts';
import { nameWordsOf } from '../../../shared/text/nameWords.ts';

/** A label that is given to words. `places`: where they stand, if they were picked one by one. */
type Given = { readonly label: string; readonly places?: readonly unknown[] | undefined };

/** A label says what somebody is, not who. @throws `label-names`. */
export function refuseNamesInLabels(entries: readonly Given[], terms: readonly Term[]): void {
  const words = terms.map(term => term.words);
  for (const { label } of entries) {
    const found = nameInLabel(label.slice(1, -1), words);
    if (found === null) continue;
    throw new NinefoldError(
      'label-names',
      `The label ${label} holds “${found}”, which must not be printed. Nothing was changed. Choose a label that says what it is, not who: [friend], [school].`,
      { label },
    );
  }
}

/**
 * One thing has one label, however its words are written. Two people may bear one name: its places are given one by one then.
 * @throws `invalid-input` for words that are given two labels, or another than they have in the table.
 */
export function refuseTwoLabels(entries: readonly Given[], fresh: readonly Term[], known: readonly Term[]): void {
  const ticked = new Set(entries.filter(entry => entry.places !== undefined).map(entry => entry.label));
  const before = labelsByName(known);
  const given = new Map<string, string>();
  for (const { words, label } of fresh) {
    const name = likeName(words);
    const other = given.get(name) ?? label;
    const inTable = before.get(name);
    given.set(name, label);
    if (other !== label)
      throw twoLabels(words, [other, label], `“${words}” is given two labels, ${other} and ${label}.`);
    if (inTable && !inTable.has(label) && !ticked.has(label)) {
      const [first = ''] = inTable;
      throw twoLabels(
        words,
        [first, label],
        `“${words}” has the label ${first} in the table, and is given ${label} now.`,
      );
    }
  }
}

function labelsByName(terms: readonly Term[]): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { words, label } of terms) {
    const name = likeName(words);
    labels.set(name, (labels.get(name) ?? new Set()).add(label));
  }
  return labels;
}

const twoLabels = (words: string, labels: readonly string[], said: string) =>
  new NinefoldError(
    'invalid-input',
    `${said} Nothing was changed. One thing has one label: keep one of them. For somebody else of that name, tick the places that mean them.`,
    { words, labels },
  );

/** Words without what doesn't tell names apart. */
const likeName = (words: string): string =>
  nameWordsOf(words)
    .map(word => word.key)
    .join(' ') || words;
