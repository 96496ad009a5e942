import { isOnlyWords } from './certainty.ts';
import { nameKey } from './nameWords.ts';
import { findOccurrences } from './occurrences.ts';

/** A name that a label would print, in any form: within a word, in lower case, as a part of another name; null for none. `label`: without its brackets. An everyday word in lower case names nobody ("friend of hope"), unless it is the whole label. */
export function nameInLabel(label: string, terms: readonly string[]): string | null {
  const whole = nameKey(label.trim());
  const found = findOccurrences(label, terms, { name: true }).find(
    one => !isOnlyWords(one.found) || whole === nameKey(terms[one.term] ?? ''),
  );
  return found?.found ?? null;
}
