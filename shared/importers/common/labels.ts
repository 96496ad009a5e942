/** A speaker label at the head of a line. `rest` is what was said on that line; `at` the time code in milliseconds. */
export type Labelled = { readonly label: string; readonly rest: string; readonly at: number | null };

const clock = String.raw`\(?\[?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?\]?\)?`;
const name = String.raw`[\p{L}?][^:\n\t：]{0,39}?`;

/** "Interviewer: words", also with a full-width colon, a time code before or after the name, or a list dash before it. */
const colon = new RegExp(
  String.raw`^\s*(?:[-–]\s+)?(?:${clock}\s+)?(${name})\s*(?:${clock})?\s*[:：](?!\d|//)\s*(.*)$`,
  'su',
);
/** "P07  00:13" or "M1 (Facilitator) 00:12:03 Right.": a name, then a time code; speech follows. */
const timed = new RegExp(String.raw`^\s*(${name})[ \t]+${clock}(?:[ \t]+(.*))?$`, 'su');
/** "P3 -" on a line of its own. */
const dashed = /^\s*(\p{L}[\p{L}\p{N} ]{0,14})\s+[-–—]\s*$/u;

/** Reads a label off a line by its form alone; whether it is one is decided over the whole text. */
export function readLabel(line: string): Labelled | null {
  const byTime = timed.exec(line);
  if (byTime?.[1] && isName(byTime[1])) {
    return { label: tidy(byTime[1]), rest: byTime[5] ?? '', at: milliseconds(byTime[2], byTime[3], byTime[4]) };
  }
  const byColon = colon.exec(line);
  if (byColon?.[4] && isName(byColon[4])) {
    const at = milliseconds(byColon[1], byColon[2], byColon[3]) ?? milliseconds(byColon[5], byColon[6], byColon[7]);
    return { label: tidy(byColon[4]), rest: byColon[8] ?? '', at };
  }
  const byDash = dashed.exec(line);
  return byDash?.[1] ? { label: tidy(byDash[1]), rest: '', at: null } : null;
}

const tidy = (label: string) =>
  label
    .replace(/\s+/g, ' ')
    .replace(/[\s*_]+$/g, '')
    .trim();

/** Short, few words, no sentence: what a transcriber would put before a colon. */
function isName(candidate: string): boolean {
  const words = candidate.trim().split(/\s+/);
  if (words.length > 6 || /[.!;“”"…]$|[!;“”"…]/.test(candidate.trim())) return false;
  return words.length <= 4 || /\(.*\)$/.test(candidate.trim());
}

/** Labels that are what they look like even if they come once: forms in use among transcribers. */
const usual =
  /^(?:i|q|f|m|int|interviewer|researcher|moderator|facilitator|chair|speaker|respondent|participant|mentor|staff|professional|parent|carer|parent\/carer|grandparent|mother|father|advisory (?:group|board) member|several voices|all|unknown|cyp|yp|pc|p|r|s)(?:[ .]?\d{1,3}[a-z]?| (?:one|two|three|four|five|six|seven|eight|nine|ten))?(?:\/\w{1,4})?(?:\s*\(.*\))?$/i;

export const isUsualLabel = (label: string): boolean => usual.test(label);

function milliseconds(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): number | null {
  if (minutes === undefined || seconds === undefined) return null;
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
