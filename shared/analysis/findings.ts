import type { DraftBlock, DraftBox, DraftSource, DraftTheme, FindingsDraft } from '../model/findings.ts';
import type { OutcomeId, ThemeId } from '../model/ids.ts';
import type {
  CaseStudy,
  PrintedQuote,
  Recommendation,
  ReportSnapshot,
  ReportSource,
  ReportTheme,
} from '../model/report.ts';
import { proseOf } from '../text/prose.ts';

/** Whether a quote was chosen for the report. */
export const isChosen = (quote: PrintedQuote): boolean => quote.state === 'chosen' || quote.state === 'used';

/**
 * The findings draft: outcomes in their order, themes in report order, each with its narrative in which live quotes are printed, then the quotes that were chosen but stand in no narrative.
 * A theme of several outcomes is told under its primary one and named under the others. Quotes that are held back are nowhere.
 */
export function findingsOf(snapshot: ReportSnapshot): FindingsDraft {
  const themes = new Map(snapshot.themes.map(theme => [theme.id, theme]));
  const blocks = blocksWith(snapshot.quotes);
  const boxes = (of: (study: CaseStudy) => boolean): readonly DraftBox[] =>
    snapshot.caseStudies
      .filter(of)
      .map(({ id, title, disclaimer, body }) => ({ id, title, disclaimer, blocks: blocks(body) }));
  const homes = new Map(snapshot.themes.map(theme => [theme.id, homeOf(theme, snapshot)]));
  const told = (theme: ReportTheme, here: OutcomeId | null, before: DraftTheme | undefined): DraftTheme => {
    const { id, name, concept, definition, parent } = theme;
    const home = homes.get(id);
    const elsewhere = home && home.id !== here ? { number: home.number, title: home.title } : null;
    const follows = parent !== null && before !== undefined && (before.id === parent || before.under === parent);
    const prose = elsewhere ? [] : blocks(theme.narrative);
    return {
      id,
      name,
      concept,
      definition,
      under: follows ? parent : null,
      toldUnder: elsewhere,
      blocks: prose,
      chosen: elsewhere ? [] : chosenBeside(theme, prose, snapshot),
      extracts: theme.extracts.length,
      boxes: elsewhere ? [] : boxes(study => study.theme === id),
    };
  };
  const inOrder = (ids: readonly ThemeId[], here: OutcomeId | null): readonly DraftTheme[] => {
    const made: DraftTheme[] = [];
    for (const id of ids) {
      const theme = themes.get(id);
      if (theme) made.push(told(theme, here, made.at(-1)));
    }
    return made;
  };
  const loose = snapshot.themes.filter(theme => !homes.get(theme.id)).map(theme => theme.id);
  const gone = (study: CaseStudy) =>
    (study.theme !== null && !themes.has(study.theme)) ||
    (study.outcome !== null && !snapshot.outcomes.some(outcome => outcome.id === study.outcome));
  return {
    title: snapshot.title,
    counts: snapshot.counts,
    chapters: [
      ...snapshot.outcomes.map(({ id, number, title, statement, themes: under, straight }) => ({
        outcome: { id, number, title, statement },
        straight: straight.flatMap(key => quoteBlock(snapshot.quotes, key, '')).filter(one => one.kind === 'quote'),
        themes: inOrder(under, id),
        boxes: boxes(study => study.theme === null && study.outcome === id),
      })),
      ...(loose.length > 0 ? [{ outcome: null, straight: [], themes: inOrder(loose, null), boxes: [] }] : []),
    ],
    boxes: boxes(study => (study.theme === null && study.outcome === null) || gone(study)),
    recommendations: byAddressee(snapshot.recommendations, blocks, themes),
    sources: sourcesByAttribution(snapshot.sources),
  };
}

/** The outcome under which a theme is told: its primary one, else the first that lists it. */
const homeOf = (theme: ReportTheme, { outcomes }: ReportSnapshot) =>
  outcomes.find(one => one.id === theme.outcomes[0] && one.themes.includes(theme.id)) ??
  outcomes.find(one => one.themes.includes(theme.id));

const blocksWith =
  (quotes: ReportSnapshot['quotes']) =>
  (markdown: string): readonly DraftBlock[] =>
    proseOf(markdown).flatMap((block): readonly DraftBlock[] =>
      block.kind === 'quote' ? quoteBlock(quotes, block.key, block.leadIn) : [block],
    );

function quoteBlock(quotes: ReportSnapshot['quotes'], key: string, leadIn: string): readonly DraftBlock[] {
  const quote = quotes.get(key);
  if (!quote) return [{ kind: 'missing', key, why: 'gone' }];
  if (quote.state === 'held') return [{ kind: 'missing', key, why: 'held' }];
  return [{ kind: 'quote', quote: { ...quote, leadIn: leadIn || quote.leadIn } }];
}

/** Quotes that were chosen for a theme and stand in neither its narrative nor one of its boxes' places, in the order of the theme. */
function chosenBeside(
  theme: ReportTheme,
  prose: readonly DraftBlock[],
  { quotes }: ReportSnapshot,
): readonly PrintedQuote[] {
  const there = new Set(prose.flatMap(block => (block.kind === 'quote' ? block.quote.key : [])));
  return theme.extracts.flatMap(key => quotes.get(key) ?? []).filter(quote => isChosen(quote) && !there.has(quote.key));
}

/** Groups in the order in which their addressee first comes; numbers count through in the order of the page. */
function byAddressee(
  recommendations: readonly Recommendation[],
  blocks: (markdown: string) => readonly DraftBlock[],
  themes: ReadonlyMap<ThemeId, ReportTheme>,
): FindingsDraft['recommendations'] {
  const groups = Map.groupBy(recommendations, one => one.addressee);
  let number = 0;
  return [...groups].map(([addressee, items]) => ({
    addressee,
    items: items.map(({ id, body, themes: restsOn }) => {
      number += 1;
      return {
        id,
        number,
        blocks: blocks(body),
        themes: restsOn.flatMap(theme => {
          const found = themes.get(theme);
          return found ? [{ id: found.id, name: found.name }] : [];
        }),
      };
    }),
  }));
}

function sourcesByAttribution(sources: readonly ReportSource[]): readonly DraftSource[] {
  const groups = Map.groupBy(sources, one => one.attribution);
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ ...first, number: others.length + 1 }] : []));
}

/** Keys of the quotes that a draft prints, each once. */
export function printedIn({ chapters, boxes, recommendations }: FindingsDraft): readonly string[] {
  const keys = new Set<string>();
  const take = (blocks: readonly DraftBlock[]) => {
    for (const block of blocks) if (block.kind === 'quote') keys.add(block.quote.key);
  };
  for (const chapter of chapters) {
    take(chapter.straight);
    for (const theme of chapter.themes) {
      take(theme.blocks);
      for (const quote of theme.chosen) keys.add(quote.key);
      for (const box of theme.boxes) take(box.blocks);
    }
    for (const box of chapter.boxes) take(box.blocks);
  }
  for (const box of boxes) take(box.blocks);
  for (const { items } of recommendations) for (const item of items) take(item.blocks);
  return [...keys];
}
