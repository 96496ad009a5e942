import { NinefoldError } from '../shared/model/errors.ts';
import { newId } from '../shared/model/ids.ts';
import { type BundleSettings, type PrintStyle, type PrintStyleId, usualSettings } from '../shared/model/printStyles.ts';
import { type AttributionStyle, styleOf } from '../shared/text/attributionStyle.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import type { Writer } from './writer.ts';

type Row = Tables['print_style'];

/** A style as it is given to be saved. */
export type StyleFields =
  | { readonly kind: 'attribution'; readonly name: string; readonly template: string }
  | { readonly kind: 'bundle'; readonly name: string; readonly settings: BundleSettings };

/** Saved styles in the order in which they were made. */
export function listPrintStyles(read: Reader): readonly PrintStyle[] {
  return read.all<Row>('SELECT * FROM print_style ORDER BY position, id').map(styleFrom);
}

/** @throws `not-found`. */
export function getPrintStyle(read: Reader, id: PrintStyleId): PrintStyle {
  const row = read.get<Row>('SELECT * FROM print_style WHERE id = ?', id);
  if (!row) throw new NinefoldError('not-found', 'This style is no longer in the study.', { style: id });
  return styleFrom(row);
}

/** A saved form of attributions, read. @throws `not-found`, and `invalid-input` where it is no such form. */
export function savedAttribution(read: Reader, id: PrintStyleId): AttributionStyle {
  const style = getPrintStyle(read, id);
  if (style.kind === 'attribution') return styleOf(style.name, style.template);
  throw new NinefoldError('invalid-input', `“${style.name}” says what a bundle holds, not how quotes are attributed.`, {
    style: id,
  });
}

/** A saved choice of what a bundle prints. @throws `not-found`, and `invalid-input` where it is none. */
export function savedBundle(read: Reader, id: PrintStyleId): BundleSettings {
  const style = getPrintStyle(read, id);
  if (style.kind === 'bundle') return style.settings;
  throw new NinefoldError(
    'invalid-input',
    `“${style.name}” is a form of attributions, not a choice of what is printed.`,
    {
      style: id,
    },
  );
}

/** Makes a style, or changes the one of that id. @throws `name-taken`, `not-found`, `invalid-input`. */
export function savePrintStyle(
  read: Reader,
  write: Writer,
  fields: StyleFields,
  id: PrintStyleId | undefined,
): { readonly style: PrintStyle; readonly fresh: boolean } {
  if (fields.kind === 'attribution') styleOf(fields.name, fields.template);
  const taken = listPrintStyles(read).find(
    one => one.kind === fields.kind && one.id !== id && one.name.toLowerCase() === fields.name.toLowerCase(),
  );
  if (taken) {
    throw new NinefoldError('name-taken', `There is a style “${taken.name}” already. Choose another name.`, {
      style: taken.id,
    });
  }
  const settings = fields.kind === 'attribution' ? { template: fields.template } : fields.settings;
  const row = { kind: fields.kind, name: fields.name, settings: JSON.stringify(settings) };
  if (id !== undefined) {
    const before = getPrintStyle(read, id);
    if (before.kind !== fields.kind)
      throw new NinefoldError('invalid-input', `“${before.name}” is a style of another kind.`, { style: id });
    write.update('print_style', id, row);
    return { style: getPrintStyle(read, id), fresh: false };
  }
  const made = newId<'printStyle'>();
  write.insert('print_style', {
    id: made,
    ...row,
    position: read.count('SELECT coalesce(max(position), -1) + 1 FROM print_style'),
  });
  return { style: getPrintStyle(read, made), fresh: true };
}

/** Takes a style away; saved choices that print in it go back to the house style. @throws `not-found`. */
export function removePrintStyle(read: Reader, write: Writer, id: PrintStyleId): PrintStyle {
  const style = getPrintStyle(read, id);
  for (const other of listPrintStyles(read)) {
    if (other.kind !== 'bundle' || other.settings.style !== id) continue;
    write.update('print_style', other.id, { settings: JSON.stringify({ ...other.settings, style: null }) });
  }
  write.remove('print_style', id);
  return style;
}

/** What a file of a later version saved and this one doesn't know stays unread. */
function styleFrom({ id, kind, name, settings }: Row): PrintStyle {
  const saved = JSON.parse(settings) as Partial<BundleSettings> & { readonly template?: string };
  if (kind === 'attribution') return { id: id as PrintStyleId, kind, name, template: saved.template ?? '' };
  const { columns, parts, context, style } = { ...usualSettings, ...saved };
  return { id: id as PrintStyleId, kind: 'bundle', name, settings: { columns, parts, context, style } };
}
