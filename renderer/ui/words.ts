/** One for all: making a formatter takes longer than a thousand uses of it. */
const numbers = new Intl.NumberFormat('en-GB');

/** A whole number as it is written here: 16,824. */
export const figure = (count: number): string => numbers.format(count);

/** A number with its unit: "1 source", "12 sources". `many` where an s won't do. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** Several things in a sentence: "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** A moment (ISO 8601) as people say it today: "Today, 10:42", "Yesterday, 09:05", "2 October", "2 October 2025". In local time. */
export function said(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  const time = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const days = Math.round((midnight(now) - midnight(moment)) / 86_400_000);
  if (days === 0) return `Today, ${time}`;
  if (days === 1) return `Yesterday, ${time}`;
  const sameYear = moment.getFullYear() === now.getFullYear();
  return moment.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  });
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** What went wrong, in the words of whoever refused. */
export const wordsOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
