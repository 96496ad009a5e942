import type { QuoteSnapshot } from '../../model/quotes.ts';
import { placeOfKey } from '../../text/quoteLinks.ts';
import type { PrintedProse } from './input.ts';

/** What a bundle prints around its quotes: titles of sources, the words before and after each, and notes where they are printed. */
export function detailProse({ extra }: QuoteSnapshot, notes: boolean): readonly PrintedProse[] {
  if (!extra) return [];
  const around = [...extra.details].flatMap(([key, detail]) => {
    const owner = `source:${placeOfKey(key)?.source ?? ''}:text`;
    return [
      ...[...detail.before, ...detail.after].flatMap(({ who, words }) => [
        { where: 'words around a quote', text: words, owner },
        { where: 'a speaker of words around a quote', text: who, owner },
      ]),
      ...(notes ? detail.notes.map(text => ({ where: 'a note on a quote', text, owner: `extract:${key}:notes` })) : []),
    ];
  });
  return [
    ...extra.sources.map(({ id, fileName, title: text }) => ({
      where: `title of the source ${fileName}`,
      text,
      owner: `source:${id}:title`,
    })),
    ...new Map(around.map(one => [`${one.where} ${one.owner} ${one.text}`, one])).values(),
  ];
}
