import { withoutControls } from '../office/xml.ts';

const most = 32_767;

/** Text as a cell can hold it: no control characters, line ends as \n, at most 32,767 UTF-16 units. Longer text ends with a mark that says it was cut. */
export function cellText(text: string): string {
  const clean = withoutControls(text);
  if (clean.length <= most) return clean;
  const mark = ` […] [cut here: a cell holds ${most.toLocaleString('en-GB')} of its ${clean.length.toLocaleString('en-GB')} characters]`;
  return clean.slice(0, most - mark.length).replace(/[\uD800-\uDBFF]$/, '') + mark;
}

/** Spreadsheets read `_x0041_` in a string as "A": an underscore that would begin such a mark is written as one itself. */
export const withoutMarks = (text: string): string => text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

/** Whether a cell would become a formula if somebody edited it: it is then marked as text. */
export const looksRun = (text: string): boolean => /^[=+\-@\t]/.test(text);
