import type { ChangedTable } from '../../shared/api/events.ts';

/** Keys of everything that is read from the core; the first part after the study says which tables it is made of. */
export const keys = {
  app: () => ['app'] as const,
  recent: () => ['recent'] as const,
  info: (study: string) => [study, 'info'] as const,
  sources: (study: string) => [study, 'sources'] as const,
  sourcesWithin: (study: string, filter: object) => [study, 'sources', 'within', filter] as const,
  coders: (study: string) => [study, 'info', 'coders'] as const,
  transcript: (study: string, source: string) => [study, 'transcript', source] as const,
  codes: (study: string) => [study, 'codes'] as const,
  extracts: (study: string, of: { readonly code?: string; readonly theme?: string }) =>
    [study, 'extracts', of] as const,
  revisions: (study: string, source: string) => [study, 'transcript', source, 'revisions'] as const,
  people: (study: string) => [study, 'people'] as const,
  memos: (study: string, of: object = {}) => [study, 'memos', of] as const,
  reading: (study: string) => [study, 'reading'] as const,
  autocode: (study: string, asked: object | null) => [study, 'search', 'autocode', asked] as const,
  extractPages: (study: string, of: object) => [study, 'extracts', 'pages', of] as const,
  themes: (study: string) => [study, 'themes'] as const,
  /** What is read about themes besides their list: "review" of one, the "discarded" ones, and so on. */
  ofThemes: (study: string, what: string, ...of: readonly string[]) => [study, 'themes', what, ...of] as const,
  framework: (study: string) => [study, 'framework'] as const,
  frameworks: (study: string) => [study, 'framework', 'all'] as const,
  quotes: (study: string, filter: object) => [study, 'quotes', filter] as const,
  map: (study: string) => [study, 'map'] as const,
  /** What is read about names and their replacements: the "table", the "key", what is "found". */
  anonymity: (study: string, what: string, ...of: readonly unknown[]) => [study, 'anonymity', what, ...of] as const,
  /** What is read of quotes besides their words: the "board", "sensitive" ones, "styles", the "disclosure" check. */
  ofQuotes: (study: string, what: string, ...of: readonly unknown[]) => [study, 'quotes', what, ...of] as const,
  report: (study: string, what: string, ...of: readonly unknown[]) => [study, 'report', what, ...of] as const,
  history: (study: string) => [study, 'history'] as const,
  historyState: (study: string) => [study, 'historyState'] as const,
  found: (study: string, asked: object) => [study, 'found', asked] as const,
  matrix: (study: string, asked: object) => [study, 'matrix', asked] as const,
  together: (study: string, asked: object) => [study, 'matrix', 'together', asked] as const,
};

/** Which readings a change of each table makes stale. */
const stale: Readonly<Record<ChangedTable, readonly string[]>> = {
  study: ['info', 'map'],
  framework: ['report', 'info', 'framework', 'themes', 'quotes', 'map'],
  source: [
    'memos',
    'reading',
    'info',
    'sources',
    'transcript',
    'codes',
    'themes',
    'quotes',
    'extracts',
    'search',
    'found',
    'matrix',
    'map',
    'anonymity',
    'report',
  ],
  speaker: ['sources', 'transcript', 'themes', 'quotes', 'extracts', 'found', 'matrix', 'map'],
  code: ['memos', 'info', 'codes', 'extracts', 'quotes', 'themes', 'found', 'matrix', 'map'],
  coding: ['info', 'codes', 'sources', 'transcript', 'extracts', 'themes', 'quotes', 'matrix', 'map'],
  theme: ['report', 'memos', 'info', 'themes', 'codes', 'framework', 'quotes', 'map', 'extracts', 'found', 'matrix'],
  participant: ['info', 'sources', 'people', 'quotes', 'extracts', 'matrix', 'codes', 'themes', 'found'],
  memo: ['memos', 'found'],
  reading: ['reading'],
  map: ['map'],
  anonymity: ['anonymity', 'transcript', 'quotes'],
  quote: ['quotes', 'report'],
  report: ['report'],
  journal: ['history', 'historyState'],
};

/** Whether a reading with this key is stale after these tables have changed. `known`: readings that a change of codings alone has been taken into. */
export function isStale(
  key: readonly unknown[],
  study: string,
  tables: readonly ChangedTable[],
  known: readonly string[] = [],
): boolean {
  const reading = String(key[1]);
  return (
    key[0] === study &&
    tables.some(table => stale[table].includes(reading) && !(table === 'coding' && known.includes(reading)))
  );
}
