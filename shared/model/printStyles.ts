import type { Id } from './ids.ts';

export type PrintStyleId = Id<'printStyle'>;

/** Parts of a bundle besides its quotes, in the order in which they are offered. Tables take columns instead. */
export const bundleParts = ['contents', 'statements', 'definitions', 'leadIns', 'notes', 'sources'] as const;
export type BundlePart = (typeof bundleParts)[number];

/** Columns of a table of quotes. `attributes` stands for one column for each of the study's attributes of participants, `attribute:NAME` for one of them. */
export const bundleColumns = [
  'id',
  'printed',
  'text',
  'leadIn',
  'attribution',
  'source',
  'speaker',
  'group',
  'phase',
  'participant',
  'attributes',
  'codes',
  'paths',
  'themes',
  'outcomes',
  'turn',
  'start',
  'end',
  'state',
  'vivid',
  'notes',
  'before',
  'after',
] as const;
export type BundleColumn = (typeof bundleColumns)[number] | `attribute:${string}`;

/** Columns where nobody says otherwise. CSV: the first thirteen are contract; `printed` came later and so stands after them. */
export const usualColumns: Readonly<Record<'csv' | 'xlsx', readonly BundleColumn[]>> = {
  csv: [
    'id',
    'text',
    'attribution',
    'source',
    'speaker',
    'group',
    'phase',
    'participant',
    'codes',
    'themes',
    'outcomes',
    'start',
    'end',
    'printed',
  ],
  xlsx: [
    'id',
    'printed',
    'attribution',
    'source',
    'speaker',
    'group',
    'phase',
    'participant',
    'attributes',
    'paths',
    'themes',
    'outcomes',
    'leadIn',
    'state',
    'vivid',
    'notes',
    'before',
    'after',
    'text',
    'turn',
    'start',
    'end',
  ],
};

/** What a team prints in a bundle. `columns`: null for those of the format; `context`: turns before and after each quote, 0 to 20; `style`: null for the house style. */
export type BundleSettings = {
  readonly columns: readonly BundleColumn[] | null;
  readonly parts: readonly BundlePart[];
  readonly context: number;
  readonly style: PrintStyleId | null;
};

/** What is printed where nobody says otherwise. */
export const usualSettings: BundleSettings = {
  columns: null,
  parts: ['contents', 'statements', 'definitions', 'leadIns', 'sources'],
  context: 0,
  style: null,
};

/** A saved form of attributions, or a saved choice of what a bundle prints. */
export type PrintStyle =
  | { readonly id: PrintStyleId; readonly kind: 'attribution'; readonly name: string; readonly template: string }
  | { readonly id: PrintStyleId; readonly kind: 'bundle'; readonly name: string; readonly settings: BundleSettings };
