/** A speaker label at the head of a line. `rest` is what was said on that line; `at` the time code in milliseconds. */
export type Labelled = { readonly label: string; readonly rest: string; readonly at: number | null };

/** Labels stand at the head of a line: this many characters are looked at, so that a line of any length is read in no time. */
const reach = 200;

const clock = String.raw`\(?\[?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\]?\)?`;
const name = String.raw`[\p{L}?][^:\n\t：]{0,39}?`;

/** "Interviewer: words", also with a full-width colon, a time code before or after the name, or a list dash before it. */
const colon = new RegExp(
  String.raw`^\s*(?:[-–]\s+|>>\s*)?(?:${clock}\s+)?(?:[-–]\s+)?\[?(${name})\]?\s*(?:${clock})?\s*(?::(?!\d|//)|：)\s*`,
  'u',
);
/** "P07  00:13", "M1 (Facilitator) 00:12:03 Right." or "[Anna Reed] 10:02:13": a name, then a time code; speech follows. */
const timed = new RegExp(String.raw`^\s*\[?(${name})\]?[ \t\u00A0]+${clock}(?:[ \t\u00A0]+|$)`, 'u');
/** "Reed, Anna (Youth Service, Example County Council)   0:04" on a line of its own: meeting tools print long names. */
const longTimed = new RegExp(String.raw`^\s*([\p{L}][^:\n\t：]{0,89}?)(?:[ \u00A0]{2,}|\t+)${clock}\s*$`, 'u');
/** "[00:00:12] Anna" on a line of its own. */
const timeFirst = new RegExp(String.raw`^\s*${clock}\s+(?:[-–]\s+)?(${name})\s*$`, 'u');
/** "P3 -" on a line of its own. */
const dashed = /^\s*(\p{L}[\p{L}\p{N} ]{0,14})\s+[-–—]\s*$/u;

/** Reads a label off a line by its form alone; whether it is one is decided over the whole text. */
export function readLabel(line: string): Labelled | null {
  const head = line.slice(0, reach);
  const byTime = timed.exec(head);
  if (byTime?.[1] && isName(byTime[1])) {
    return {
      label: tidy(byTime[1]),
      rest: line.slice(byTime[0].length),
      at: milliseconds(byTime[2], byTime[3], byTime[4]),
    };
  }
  const whole = line.length < reach;
  const byLongTime = whole ? longTimed.exec(head) : null;
  if (byLongTime?.[1])
    return { label: tidy(byLongTime[1]), rest: '', at: milliseconds(byLongTime[2], byLongTime[3], byLongTime[4]) };
  const byColon = colon.exec(head);
  if (byColon?.[4] && isName(byColon[4])) {
    const at = milliseconds(byColon[1], byColon[2], byColon[3]) ?? milliseconds(byColon[5], byColon[6], byColon[7]);
    return { label: tidy(byColon[4]), rest: line.slice(byColon[0].length), at };
  }
  const timeThenName = whole ? timeFirst.exec(head) : null;
  if (timeThenName?.[4] && isName(timeThenName[4])) {
    return {
      label: tidy(timeThenName[4]),
      rest: '',
      at: milliseconds(timeThenName[1], timeThenName[2], timeThenName[3]),
    };
  }
  const byDash = whole ? dashed.exec(head) : null;
  return byDash?.[1] ? { label: tidy(byDash[1]), rest: '', at: null } : null;
}

const tidy = (label: string) =>
  label
    .replace(/\s+/g, ' ')
    .replace(/[\s*_]+$/g, '')
    .trim();

/** Short, few words, no sentence: what a transcriber would put before a colon. Full stops stand only after initials and short titles. */
export function isName(candidate: string): boolean {
  const plain = candidate.trim().replace(/\b(\p{Lu}\p{L}{0,2})\.(?=\s|\p{Lu}|$)/gu, '$1');
  const words = plain.split(/\s+/);
  if (words.length > 6 || /[.!;“”"…]/.test(plain)) return false;
  return words.length <= 4 || /\(.*\)$/.test(plain);
}

/** Labels that are what they look like even if they come once: forms in use among transcribers. */
const usual =
  /^(?:i|q|f|m|int|interviewer|researcher|moderator|facilitator|chair|speaker|respondent|participant|interviewee|mentor|staff|professional|parent|carer|parent\/carer|grandparent|mother|father|advisory (?:group|board) member|several voices|all|unknown|cyp|yp|pc|p|r|s)(?:[ .]?\d{1,3}[a-z]?| (?:one|two|three|four|five|six|seven|eight|nine|ten))?(?:\/\w{1,4})?(?:\s*\(.*\))?$/i;

export const isUsualLabel = (label: string): boolean => usual.test(label);

/** Words that begin a sentence with a colon in it, or answer alone on a line; no speaker is called so. */
const speech = new Set(
  'he she we they you it so and but or if when then because this that there what which who how why where my our your his her their its like well yes yeah yep no nope nah ok okay right sure exactly absolutely definitely maybe thanks hello hi bye mm mhm hmm um uh erm er oh ah not just also for from in on at of to as with about after before note example was is are were had have did do does said'.split(
    ' ',
  ),
);

/** Whether words read as the start of a sentence rather than as a name. Capitals alone ("IT", "SO1") are a label. */
export function isSentenceStart(label: string): boolean {
  const [first = '', second] = label.split(/\s+/);
  if (/^\p{Lu}[\p{Lu}\d]*$/u.test(first) && first.length > 1) return false;
  const word = first.toLowerCase().replace(/[’'].*$|[,?]$/u, '');
  return second === undefined ? speech.has(word) : speech.has(word) || word === 'i' || word === 'a';
}

/** Each word begins as a name's does: with a capital, a number, or a letter of a script without capitals; small link words between. */
export function isNameShaped(label: string): boolean {
  const words = label
    .replace(/\(.*\)$/u, '')
    .trim()
    .split(/\s+/);
  return words.length <= 5 && words.every(word => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}?&/]/u.test(word) || links.test(word));
}
const links = /^(?:de|da|di|del|der|den|van|von|la|le|el|al|ap|ab|bin|bint|ibn|and|of|the|\/|y|d[’']\p{Lu}.*)$/u;

function milliseconds(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): number | null {
  if (minutes === undefined || seconds === undefined) return null;
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** A time code that stands alone on its line, in milliseconds; null for anything else. */
export function readTimeLine(line: string): number | null {
  const found = line.length < 40 ? alone.exec(line) : null;
  return found ? milliseconds(found[1], found[2], found[3]) : null;
}
const alone = new RegExp(String.raw`^\s*${clock}\s*$`, 'u');

/** A name without the white space and the colon after it. */
export function withoutColon(text: string): string {
  const name = text.trim();
  return /[:：]$/u.test(name.slice(-1)) ? name.slice(0, -1).trimEnd() : name;
}
