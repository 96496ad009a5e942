import { assertNever } from '../model/errors.ts';
import type { Difference, PrintedError } from './printed.ts';
import { mostInBracket } from './printedAlign.ts';
import { countWords } from './words.ts';

/** What is wrong with printed words, and what to do: one or two sentences. */
export function printedErrorInWords({ kind, words, passage }: PrintedError): string {
  switch (kind) {
    case 'changed':
      return onlyCapital(words, passage)
        ? `“${words}” is “${passage}” in the passage. Write “[${words.slice(0, 1)}]${words.slice(1)}”.`
        : `“${short(words)}” stands where the passage has “${short(passage)}”. Print the passage’s words, or put yours in square brackets.`;
    case 'added':
      return `“${short(words)}” is not in the passage here. Put it in square brackets if you supply it.`;
    case 'left-out':
      return `“${short(passage)}” is left out without a mark. Put […] in its place.`;
    case 'long-bracket':
      return `A bracket may stand for up to ${mostInBracket} words; “${short(passage)}” is left out beside it. Mark that with […].`;
    case 'no-cut':
      return `Nothing is left out at “${words}”. Take the mark away.`;
    case 'open-bracket':
      return `The square bracket “${words}” has no partner. Close it or take it away.`;
    case 'empty-bracket':
      return 'There is nothing in these square brackets. Take them away.';
    case 'nothing-left':
      return 'No word of the passage is left. Keep at least one.';
    case 'too-long':
      return 'The passage is too long to be printed as one quote. Narrow its bounds first.';
    default:
      return assertNever(kind);
  }
}

/** What is different in print, for a list: "Cut: “same time, same van”". */
export function differenceInWords({ kind, words, mark }: Difference): {
  readonly what: string;
  readonly words: string;
} {
  switch (kind) {
    case 'start':
      return { what: 'Start left off', words: quoted(words) };
    case 'end':
      return { what: 'End left off', words: quoted(words) };
    case 'cut':
      return words === '' ? { what: 'Marked', words: 'more was said' } : { what: 'Cut', words: quoted(words) };
    case 'added':
      return { what: 'Added', words: mark };
    case 'stands':
      return { what: mark, words: `for ${quoted(words)}` };
    default:
      return assertNever(kind);
  }
}

/** How much of a passage is printed: "Cut to 31 of 112 words"; null where all of it is. */
export function cutInWords(passage: string, differences: readonly Difference[]): string | null {
  const left = differences.reduce((sum, one) => sum + (one.kind === 'added' ? 0 : countWords(one.words)), 0);
  const whole = countWords(passage);
  return left === 0 ? null : `Cut to ${whole - left} of ${whole} words`;
}

const onlyCapital = (words: string, passage: string) =>
  words !== passage && words.slice(1) === passage.slice(1) && words.toLowerCase() === passage.toLowerCase();
const short = (words: string) => {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 48).trimEnd()} … ${line.slice(-24).trimStart()}`;
};
const quoted = (words: string) => `“${words.replace(/\s+/g, ' ')}”`;
