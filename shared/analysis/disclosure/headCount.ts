const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const people =
  '(?:participants?|people|persons?|members|attendees|speakers|parents?|carers?|professionals?|young people|respondents?)';
const spoken = new RegExp(`\\b(\\d{1,3}|${numbers.join('|')})\\s+(?:\\w+\\s+){0,1}${people}\\b`, 'i');
const field = /^(?:number of )?(?:participants|people|attendees|speakers|members|n)$/i;

/**
 * How many people the head of a transcript's file speaks of: "Three participants", or a field "Participants" with a number or their names one after the other.
 * `metadata`: its lines as name and value. Null where it says nothing; where it says several things, the first.
 */
export function headCount(
  metadata: readonly (readonly [string, string])[],
): { readonly people: number; readonly words: string } | null {
  for (const [name, value] of metadata) {
    if (field.test(name.trim())) {
      const number = /^\s*(\d{1,3})\b/.exec(value)?.[1];
      const names = value.split(/[,;/]|\band\b/).filter(one => one.trim() !== '');
      const count =
        number === undefined ? (numberOf(value.trim().split(/\s/)[0] ?? '') ?? names.length) : Number(number);
      if (count > 0) return { people: count, words: `${name}: ${value}`.trim() };
    }
    const found = spoken.exec(value);
    const count = found && numberOf(found[1] ?? '');
    if (found && count) return { people: count, words: found[0] };
  }
  return null;
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const at = numbers.indexOf(word.toLowerCase());
  return at < 0 ? null : at + 1;
}
