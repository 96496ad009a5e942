import type { QuoteState } from '../model/preparedQuotes.ts';

/** A file name made of a title, what the file holds, and an ending, without what file systems refuse. */
export function exportName(title: string, what: string, ending: string): string {
  return `${plain(title) || 'Study'} - ${plain(what)}.${ending}`;
}

/** What a bundle of quotes holds, for its file's name: "quotes", "quotes, outcome 5, Parent/Carer, phase 2". `theme` is a theme's name. */
export function quotesName({
  outcome,
  theme,
  unthemed,
  group,
  phase,
  participant,
  state,
  vivid,
  filtered,
}: {
  readonly outcome?: number | undefined;
  readonly theme?: string | undefined;
  readonly unthemed?: boolean | undefined;
  readonly group?: string | undefined;
  readonly phase?: number | undefined;
  readonly participant?: string | undefined;
  readonly state?: QuoteState | undefined;
  readonly vivid?: boolean | undefined;
  /** Whether the filter of the study narrowed it. */
  readonly filtered?: boolean | undefined;
}): string {
  const of = theme ?? (outcome === undefined ? null : `outcome ${outcome}`);
  return [
    'quotes',
    of,
    unthemed ? 'in no theme' : null,
    group,
    phase === undefined ? null : `phase ${phase}`,
    participant,
    state === 'held' ? 'held back' : state,
    vivid === undefined ? null : vivid ? 'vivid' : 'not vivid',
    filtered ? 'filtered' : null,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a matrix holds, for its file's name: "codes by group, sources", "themes by phase, extracts, filtered". */
export function matrixName({
  rows,
  by,
  count,
  filtered,
}: {
  readonly rows: string;
  readonly by: string;
  readonly count: string;
  readonly filtered: boolean;
}): string {
  return [`${rows} by ${by}`, count, filtered ? 'filtered' : null].filter(Boolean).join(', ');
}

/** At most 60 UTF-16 units. */
const plain = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
