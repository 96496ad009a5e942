import type { QuoteSnapshot } from '../../model/quotes.ts';
import type { PrintedProse } from './input.ts';

/** What a bundle prints around its quotes: titles of sources, the words before and after each, and notes where they are printed. */
export function detailProse({ extra }: QuoteSnapshot, notes: boolean): readonly PrintedProse[] {
  if (!extra) return [];
  const around = [...extra.details.values()].flatMap(detail => [
    ...[...detail.before, ...detail.after].flatMap(({ who, words }) => [
      { where: 'words around a quote', text: words },
      { where: 'a speaker of words around a quote', text: who },
    ]),
    ...(notes ? detail.notes.map(text => ({ where: 'a note on a quote', text })) : []),
  ]);
  return [
    ...extra.sources.map(source => ({ where: `title of the source ${source.fileName}`, text: source.title })),
    ...[...new Map(around.map(one => [`${one.where} ${one.text}`, one])).values()],
  ];
}
