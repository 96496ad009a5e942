import type { FileChild } from 'docx';
import type { ThemeBook, ThemeEntry } from '../../analysis/themeBook.ts';
import type { PrintedQuote } from '../../model/report.ts';
import { countsInWords } from './counts.ts';
import { contents, facts, heading, type Level, quoted, reportDocument, styled } from './parts.ts';
import { factsOf, moreInWords } from './themeFacts.ts';

/** The theme book as a Word document: each theme as heading 1 (a sub-theme below it), what it is, what it is not, what it rests on, its quotes and what speaks against it. The same book gives the same bytes. */
export async function themeBookDocx(book: ThemeBook): Promise<Uint8Array> {
  return reportDocument(`${book.title}: theme book`, [
    styled('Title', book.title),
    styled('Subtitle', `Theme book. ${countsInWords(book.counts)}`),
    ...contents(3),
    ...book.entries.flatMap((one, index) => entry(one, index === 0)),
  ]);
}

function entry(one: ThemeEntry, first: boolean): readonly FileChild[] {
  const { theme, depth, quotes, contrary, qualifies } = one;
  const more = moreInWords(one);
  const level = Math.min(3, depth + 1) as Level;
  return [
    heading(level, theme.name, undefined, first),
    ...(theme.concept ? [styled('Concept', theme.concept)] : []),
    ...(theme.definition ? [styled('ReportBody', theme.definition)] : []),
    ...facts(factsOf(one).map(({ label, words }) => [label, words])),
    ...under('Quotes', quotes),
    ...(more === null ? [] : [styled('More', more)]),
    ...under('Holds under conditions', qualifies),
    ...under('Speaks against it', contrary),
  ];
}

const under = (words: string, quotes: readonly PrintedQuote[]): readonly FileChild[] =>
  quotes.length === 0 ? [] : [heading(4, words), ...quotes.flatMap(quoted)];
