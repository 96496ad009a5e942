import type { ThemeId } from '../model/ids.ts';
import type { PrintedQuote, ReportSnapshot, ReportTheme } from '../model/report.ts';
import { isChosen } from './findings.ts';

/** One theme with all that a theme book says of it. */
export type ThemeEntry = {
  readonly theme: ReportTheme;
  /** 0 at the top, 1 for a sub-theme, and so on. */
  readonly depth: number;
  readonly parent: string | null;
  readonly subThemes: readonly string[];
  /** In words: “leads to “Trust””, or “Trust” leads to it. */
  readonly relations: readonly { readonly words: string; readonly note: string }[];
  /** "5. RESILIENCE", the primary one first. */
  readonly outcomes: readonly string[];
  /** Chosen ones first, then vivid ones, each in the order of the theme; at most as many as asked for, without those that speak against it. */
  readonly quotes: readonly PrintedQuote[];
  /** Quotes beyond those. Held ones are not counted. */
  readonly more: number;
  readonly contrary: readonly PrintedQuote[];
  readonly qualifies: readonly PrintedQuote[];
};

export type ThemeBook = {
  readonly title: string;
  readonly counts: ReportSnapshot['counts'];
  readonly entries: readonly ThemeEntry[];
};

/** Themes in report order by their primary outcome, then those under none in board order; sub-themes behind their theme. `most`: quotes of each theme. */
export function themeBookOf(snapshot: ReportSnapshot, most: number): ThemeBook {
  const byId = new Map(snapshot.themes.map(theme => [theme.id, theme]));
  const entries: ThemeEntry[] = [];
  const put = (theme: ReportTheme, depth: number): void => {
    entries.push(entryOf(theme, depth, snapshot, byId, most));
    for (const child of snapshot.themes) if (child.parent === theme.id) put(child, depth + 1);
  };
  for (const theme of inReportOrder(snapshot)) if (theme.parent === null) put(theme, 0);
  return { title: snapshot.title, counts: snapshot.counts, entries };
}

function inReportOrder({ outcomes, themes }: ReportSnapshot): readonly ReportTheme[] {
  const places = new Map<ThemeId, number>();
  for (const outcome of outcomes) {
    for (const id of outcome.themes) {
      const theme = themes.find(one => one.id === id);
      if (theme && (theme.outcomes[0] === outcome.id || theme.outcomes.length === 0)) places.set(id, places.size);
    }
  }
  const place = (theme: ReportTheme) => places.get(theme.id) ?? Number.POSITIVE_INFINITY;
  return themes.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function entryOf(
  theme: ReportTheme,
  depth: number,
  { themes, outcomes, relations, quotes }: ReportSnapshot,
  byId: ReadonlyMap<ThemeId, ReportTheme>,
  most: number,
): ThemeEntry {
  const printed = (keys: readonly string[]) =>
    keys.flatMap(key => quotes.get(key) ?? []).filter(quote => quote.state !== 'held');
  const against = new Set(theme.contrary);
  const own = printed(theme.extracts.filter(key => !against.has(key)));
  const rank = (quote: PrintedQuote) => (isChosen(quote) ? 0 : quote.vivid ? 1 : 2);
  const ordered = own.toSorted((a, b) => rank(a) - rank(b));
  const name = (id: ThemeId) => byId.get(id)?.name ?? '';
  return {
    theme,
    depth,
    parent: theme.parent && name(theme.parent),
    subThemes: themes.filter(one => one.parent === theme.id).map(one => one.name),
    relations: relations.flatMap(({ from, to, kind, note }) =>
      from === theme.id
        ? [{ words: `${kind} “${name(to)}”`, note }]
        : to === theme.id
          ? [{ words: `“${name(from)}” ${kind} it`, note }]
          : [],
    ),
    outcomes: theme.outcomes.flatMap(id => {
      const outcome = outcomes.find(one => one.id === id);
      return outcome ? [`${outcome.number}. ${outcome.title}`] : [];
    }),
    quotes: ordered.slice(0, most),
    more: Math.max(0, ordered.length - most),
    contrary: printed(theme.contrary),
    qualifies: printed(theme.qualifies),
  };
}

/** Keys of the quotes that a theme book prints, each once. */
export const printedInBook = ({ entries }: ThemeBook): readonly string[] => [
  ...new Set(
    entries.flatMap(({ quotes, contrary, qualifies }) => [...quotes, ...contrary, ...qualifies].map(one => one.key)),
  ),
];
