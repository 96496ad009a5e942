import { everyQuote } from '../../shared/analysis/reportOrder.ts';
import { type Bundle, noExtra } from '../../shared/exporters/quotes/bundle.ts';
import type { Quote } from '../../shared/model/entities.ts';
import { bundleParts } from '../../shared/model/printStyles.ts';
import type { BundleQuote } from '../../shared/model/quotes.ts';

/** A quote as a chapter has it, with what it is not told as if nothing were known. */
export function bundleQuote(fields: Partial<BundleQuote> & Pick<BundleQuote, 'id' | 'text'>): BundleQuote {
  return {
    attribution: 'Interview CYP1',
    source: 'cyp1.txt',
    speaker: 'CYP1',
    group: 'CYP',
    phase: null,
    participant: 'CYP1',
    codes: [],
    themes: [],
    outcomes: [],
    start: 0,
    end: fields.text?.length ?? 0,
    key: `${fields.id}:0-9`,
    leadIn: '',
    vivid: false,
    state: null,
    paths: [],
    ...fields,
  };
}

/** The same of a plain quote. */
export const inChapter = (quote: Quote): BundleQuote => bundleQuote(quote);

/** A bundle of these chapters that prints all it can. */
export function bundle(fields: Partial<Omit<Bundle, 'quotes'>>): Bundle {
  const chapters = fields.chapters ?? [];
  return {
    title: 'Boat shed',
    narrowed: {},
    chapters,
    quotes: everyQuote(chapters),
    extra: noExtra,
    columns: null,
    parts: new Set(bundleParts),
    spoken: false,
    ...fields,
  };
}
