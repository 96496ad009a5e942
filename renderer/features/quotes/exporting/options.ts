import type { QuoteFormat } from '../../../../shared/api/inputs.ts';
import type { InputOf } from '../../../../shared/api/methods.ts';
import {
  type BundleColumn,
  type BundlePart,
  type BundleSettings,
  type PrintStyleId,
  usualSettings,
} from '../../../../shared/model/printStyles.ts';

/** A saved style, a template as it is typed, or null for the house style. */
export type ChosenStyle = { readonly saved: PrintStyleId } | { readonly template: string } | null;

/** How quotes are taken out. `from`: the saved choice that it began with. */
export type ExportOptions = {
  readonly format: QuoteFormat;
  readonly from: PrintStyleId | null;
  readonly style: ChosenStyle;
  readonly columns: readonly BundleColumn[] | null;
  readonly parts: readonly BundlePart[];
  readonly context: number;
  readonly spoken: boolean;
};

export const usualOptions: ExportOptions = {
  format: 'docx',
  from: null,
  style: null,
  columns: null,
  parts: usualSettings.parts,
  context: 0,
  spoken: false,
};

export const formats: readonly { readonly id: QuoteFormat; readonly name: string; readonly long: string }[] = [
  { id: 'docx', name: 'Word', long: 'Word document' },
  { id: 'xlsx', name: 'Excel', long: 'Excel workbook' },
  { id: 'csv', name: 'CSV', long: 'CSV table' },
  { id: 'md', name: 'Markdown', long: 'Markdown text' },
  { id: 'html', name: 'HTML', long: 'Web page that needs no network' },
  { id: 'json', name: 'JSON', long: 'JSON for other programs' },
];

/** Formats that print one row a quote, and so have columns. */
export const isTable = (format: QuoteFormat): format is 'xlsx' | 'csv' => format === 'xlsx' || format === 'csv';

/** Formats whose fields are fixed. */
export const isFixed = (format: QuoteFormat): boolean => format === 'json';

/** The options with all that a saved choice says. */
export const withSettings = (
  options: ExportOptions,
  from: PrintStyleId | null,
  { columns, parts, context, style }: BundleSettings,
): ExportOptions => ({ ...options, from, columns, parts, context, style: style === null ? null : { saved: style } });

/** What can be saved of the options; a template that is only typed is not part of it. */
export const settingsOf = ({ columns, parts, context, style }: ExportOptions): BundleSettings => ({
  columns,
  parts,
  context,
  style: style !== null && 'saved' in style ? style.saved : null,
});

/** The options as the core takes them. */
export function askedOf({
  format,
  style,
  columns,
  parts,
  context,
  spoken,
}: ExportOptions): Pick<InputOf<'quote.export'>, 'format' | 'style' | 'columns' | 'parts' | 'context' | 'spoken'> {
  return { format, style: styleAsked(style), columns, parts: [...parts], context, ...(spoken && { spoken }) } as Pick<
    InputOf<'quote.export'>,
    'format' | 'style' | 'columns' | 'parts' | 'context' | 'spoken'
  >;
}

/** A style as the core takes it. */
export const styleAsked = (style: ChosenStyle): PrintStyleId | { readonly template: string } | null =>
  style === null ? null : 'saved' in style ? style.saved : { template: style.template };

/** What differs from the usual, in words for the bar; null where nothing does. */
export function inWords(options: ExportOptions, names: ReadonlyMap<PrintStyleId, string>): string | null {
  const { style, context, spoken, columns, format } = options;
  const said = [
    spoken ? 'as spoken' : null,
    style === null
      ? null
      : 'saved' in style
        ? `attributed by “${names.get(style.saved) ?? 'a style'}”`
        : 'attributed by your template',
    context > 0 && !isFixed(format) ? `${context === 1 ? 'one turn' : `${context} turns`} around each` : null,
    columns !== null && isTable(format) ? `${columns.length} chosen columns` : null,
  ].filter(one => one !== null);
  return said.length === 0 ? null : said.join(', ');
}
