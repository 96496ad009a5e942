import type { ThemeBook, ThemeEntry } from '../../analysis/themeBook.ts';
import type { PrintedQuote } from '../../model/report.ts';
import { countsInWords } from './counts.ts';
import { factsOf, moreInWords } from './themeFacts.ts';

/** The theme book as Markdown: UTF-8, \n, one blank line between blocks. Words of people and researchers stand literally: their own marks are escaped. */
export function themeBookMd(book: ThemeBook): Uint8Array {
  const blocks = [
    `# ${escaped(book.title)}`,
    `Theme book. ${escaped(countsInWords(book.counts))}`,
    ...book.entries.flatMap(entry),
  ];
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`);
}

function entry(one: ThemeEntry): readonly string[] {
  const { theme, depth, quotes, qualifies, contrary } = one;
  const head = '#'.repeat(Math.min(5, depth + 2));
  const more = moreInWords(one);
  return [
    `${head} ${escaped(theme.name)}`,
    ...(theme.concept ? [`*${escaped(oneLine(theme.concept))}*`] : []),
    ...(theme.definition ? [lines(theme.definition)] : []),
    factsOf(one)
      .map(({ label, words }) => `- **${label}:** ${escaped(oneLine(words))}`)
      .join('\n'),
    ...under(`${head}# Quotes`, quotes),
    ...(more === null ? [] : [`*${more}*`]),
    ...under(`${head}# Holds under conditions`, qualifies),
    ...under(`${head}# Speaks against it`, contrary),
  ];
}

const under = (head: string, quotes: readonly PrintedQuote[]): readonly string[] =>
  quotes.length === 0 ? [] : [head, ...quotes.flatMap(quote)];

const quote = ({ leadIn, words, attribution }: PrintedQuote): readonly string[] => [
  ...(leadIn === '' ? [] : [lines(leadIn)]),
  `${lines(words)
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')}\n>\n> — ${escaped(attribution)}`,
];

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();
const lines = (words: string) => words.split('\n').map(escaped).join('\\\n');
const escaped = (words: string) =>
  words
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
