import type { BundleColumn } from '../../model/printStyles.ts';
import type { BundleQuote, ContextTurn, QuoteDetail } from '../../model/quotes.ts';
import type { Cell } from '../xlsx/workbook.ts';
import { noDetail, wordsOf } from './bundle.ts';

/** A column as a table prints it: `key` heads it where machines read it, `title` where people do; `width` in characters. */
export type QuoteColumn = {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly of: (quote: BundleQuote, detail: QuoteDetail) => Cell;
};

type Fixed = Exclude<BundleColumn, 'attributes' | `attribute:${string}`>;

const list = (items: readonly (string | number)[]) => items.join('; ');
const around = (turns: readonly ContextTurn[]) =>
  turns.map(({ who, words }) => (who === '' ? words : `${who}: ${words}`)).join('\n');

const fixed: Readonly<Record<Fixed, Omit<QuoteColumn, 'key'>>> = {
  id: { title: 'Quote', width: 10, of: quote => quote.id },
  printed: { title: 'Words as printed', width: 60, of: quote => wordsOf(quote) },
  text: { title: 'Words of the passage', width: 60, of: quote => quote.text },
  leadIn: { title: 'Lead-in', width: 30, of: quote => quote.leadIn },
  attribution: { title: 'Attribution', width: 26, of: quote => quote.attribution },
  source: { title: 'Source', width: 26, of: quote => quote.source },
  speaker: { title: 'Speaker', width: 16, of: quote => quote.speaker },
  group: { title: 'Group', width: 15, of: quote => quote.group },
  phase: { title: 'Phase', width: 8, of: quote => quote.phase },
  participant: { title: 'Participant', width: 13, of: quote => quote.participant },
  codes: { title: 'Codes', width: 32, of: quote => list(quote.codes) },
  paths: { title: 'Codes', width: 36, of: quote => list(quote.paths) },
  themes: { title: 'Themes', width: 30, of: quote => list(quote.themes) },
  outcomes: { title: 'Outcomes', width: 11, of: quote => list(quote.outcomes) },
  turn: { title: 'Turn', width: 8, of: (_, detail) => detail.turn || null },
  start: { title: 'From', width: 9, of: quote => quote.start },
  end: { title: 'To', width: 9, of: quote => quote.end },
  state: { title: 'State', width: 11, of: quote => quote.state },
  vivid: { title: 'Vivid', width: 8, of: quote => (quote.vivid ? 'yes' : null) },
  notes: { title: 'Notes and memos', width: 36, of: (_, detail) => detail.notes.join('\n') },
  before: { title: 'Before it', width: 48, of: (_, detail) => around(detail.before) },
  after: { title: 'After it', width: 48, of: (_, detail) => around(detail.after) },
};

/** Columns as they are printed: `attributes` becomes one for each name, those of words around quotes go away where none were asked for. */
export function columnsOf(
  columns: readonly BundleColumn[],
  attributes: readonly string[],
  context: boolean,
): readonly QuoteColumn[] {
  return columns.flatMap((column): readonly QuoteColumn[] => {
    if (column === 'attributes') return attributes.map(attributeColumn);
    if (column.startsWith('attribute:')) return [attributeColumn(column.slice('attribute:'.length))];
    if (!isFixed(column) || (!context && (column === 'before' || column === 'after'))) return [];
    return [{ key: column, ...fixed[column] }];
  });
}

/** The usual columns of a format less those that may be left out because no quote has anything in them. */
export function filledOf(
  columns: readonly QuoteColumn[],
  quotes: readonly BundleQuote[],
  details: ReadonlyMap<string, QuoteDetail>,
): readonly QuoteColumn[] {
  const optional: readonly string[] = ['leadIn', 'state', 'vivid', 'notes'] satisfies readonly Fixed[];
  const detail = (quote: BundleQuote) => details.get(quote.key) ?? noDetail;
  return columns.filter(
    column => !optional.includes(column.key) || quotes.some(quote => column.of(quote, detail(quote))),
  );
}

const isFixed = (column: BundleColumn): column is Fixed => Object.hasOwn(fixed, column);

const attributeColumn = (name: string): QuoteColumn => ({
  key: name,
  title: name,
  width: Math.min(24, Math.max(12, name.length + 3)),
  of: (_, { values }) => values[name] ?? null,
});

/** Whether any quote has words around it. */
export const hasContext = (details: ReadonlyMap<string, QuoteDetail>): boolean => {
  for (const { before, after } of details.values()) if (before.length + after.length > 0) return true;
  return false;
};
