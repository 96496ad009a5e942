import type { BundleQuote, ContextTurn } from '../../model/quotes.ts';
import {
  type Bundle,
  counted,
  detailOf,
  headingOf,
  isStraight,
  nameOf,
  noticeOn,
  sourceList,
  spokenMark,
  summaryOf,
  wordsOf,
} from './bundle.ts';

/** A quote bundle as Markdown (CommonMark): outcomes as second headings, themes as third, each quote a block quotation with its attribution in bold below. UTF-8, \n, no BOM. */
export function quotesMarkdown(bundle: Bundle): Uint8Array {
  const { parts, spoken, chapters } = bundle;
  const blocks = [
    `# ${heading(bundle.title)}: quotes`,
    ...(spoken ? [`**${spokenMark}**`] : []),
    inline(summaryOf(bundle)),
    `*${inline(noticeOn(bundle))}*`,
    ...chapters.flatMap(chapter => [
      `## ${heading(headingOf(chapter))}`,
      ...(chapter.outcome?.statement && parts.has('statements') ? [block(chapter.outcome.statement)] : []),
      ...(chapter.sections.length === 0 ? ['*No theme answers this outcome yet.*'] : []),
      ...chapter.sections.flatMap(section => [
        ...(isStraight(chapter, section) ? [] : [`### ${heading(nameOf(section))}`]),
        ...(section.theme?.concept && parts.has('definitions') ? [`*${inline(section.theme.concept.trim())}*`] : []),
        ...(section.theme?.definition && parts.has('definitions') ? [block(section.theme.definition)] : []),
        ...(section.quotes.length === 0 ? ['*No quote under this theme.*'] : []),
        ...section.quotes.flatMap(quote => printed(bundle, quote)),
      ]),
    ]),
    ...(parts.has('sources') ? sources(bundle) : []),
  ];
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`);
}

function printed({ parts, extra }: Bundle, quote: BundleQuote): readonly string[] {
  const { before, after, notes } = detailOf(extra, quote);
  const lines = [
    ...before.map(around),
    block(wordsOf(quote)),
    `**${inline(quote.attribution)}**`,
    ...after.map(around),
  ].join('\n\n');
  return [
    ...(quote.leadIn && parts.has('leadIns') ? [block(quote.leadIn)] : []),
    lines
      .split('\n')
      .map(line => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
    ...(parts.has('notes') ? notes.map(note => `*${inline(note)}*`) : []),
  ];
}

const around = ({ who, words }: ContextTurn): string => `*${inline(who === '' ? words : `${who}: ${words}`)}*`;

function sources(bundle: Bundle): readonly string[] {
  const lines = sourceList(bundle);
  if (lines.length === 0) return [];
  const listed = lines.map(({ attribution, sources: number, quotes }) => {
    const several = number === 1 ? '' : ` (${number} sources)`;
    return `- ${inline(attribution)}${several}: ${counted(quotes)}`;
  });
  return ['## Sources', listed.join('\n')];
}

/** Words in which nothing is a mark of Markdown; line breaks become spaces. */
const inline = (words: string): string => escaped(words.replace(/\s*\n\s*/g, ' ').trim());

/** Words over several lines: line breaks stay, as hard breaks, and empty lines part paragraphs. */
const block = (words: string): string =>
  words
    .trim()
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map(paragraph =>
      paragraph
        .split('\n')
        .map(line => escaped(line.trim()))
        .join('\\\n'),
    )
    .join('\n\n');

/** Words on the line of a heading, where no list begins. */
const heading = (words: string): string => withoutMarks(words.replace(/\s*\n\s*/g, ' ').trim());

const escaped = (line: string): string =>
  withoutMarks(line)
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const withoutMarks = (line: string): string => line.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
