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
}: {
  readonly outcome?: number | undefined;
  readonly theme?: string | undefined;
  readonly unthemed?: boolean | undefined;
  readonly group?: string | undefined;
  readonly phase?: number | undefined;
  readonly participant?: string | undefined;
}): string {
  const of = theme ?? (outcome === undefined ? null : `outcome ${outcome}`);
  return [
    'quotes',
    of,
    unthemed ? 'in no theme' : null,
    group,
    phase === undefined ? null : `phase ${phase}`,
    participant,
  ]
    .filter(Boolean)
    .join(', ');
}

/** At most 60 UTF-16 units. */
const plain = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
