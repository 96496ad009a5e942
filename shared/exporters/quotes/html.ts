import type { BundleQuote, ContextTurn, QuoteChapter, QuoteSection } from '../../model/quotes.ts';
import { withoutControls } from '../office/xml.ts';
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
import { quotesScript } from './htmlScript.ts';
import { quotesStyle } from './htmlStyle.ts';

/** SHA-256 of a text in UTF-8, in base 64: the page's policy names its script and style by it. */
export type Sha256 = (text: string) => string;

/** One page that can be searched, narrowed and printed anywhere, without a network. It may run its own script and load nothing, and says so in its policy. */
export function quotesHtml(bundle: Bundle, sha256: Sha256): Uint8Array {
  const { title, parts, chapters, spoken } = bundle;
  const policy = `default-src 'none'; style-src 'sha256-${sha256(quotesStyle)}'; script-src 'sha256-${sha256(quotesScript)}'; base-uri 'none'; form-action 'none'`;
  const several = chapters.reduce((sum, one) => sum + one.sections.length, 0) > 1;
  const lines = [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${inHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${inHtml(title)}: quotes</title>`,
    `<style>${quotesStyle}</style>`,
    '</head>',
    '<body>',
    ...(spoken ? [`<p class="mark">${spokenMark}</p>`] : []),
    '<header>',
    `<h1>${inHtml(title)}</h1>`,
    `<p class="summary">${inHtml(summaryOf(bundle))}</p>`,
    `<p class="notice">${inHtml(noticeOn(bundle))}</p>`,
    '</header>',
    filters(bundle),
    '<main>',
    ...(several && parts.has('contents') ? [contents(chapters)] : []),
    ...chapters.map((one, at) => chapter(bundle, one, at)),
    '<p id="none" class="remark" hidden>No quote is left. Take a filter away, or search for other words.</p>',
    ...(parts.has('sources') ? [sources(bundle)] : []),
    '</main>',
    `<script>${quotesScript}</script>`,
    '</body>',
    '</html>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function filters({ quotes }: Bundle): string {
  const groups = inOrder(quotes.flatMap(quote => quote.group ?? []));
  const phases = inOrder(quotes.flatMap(quote => quote.phase ?? [])).sort((a, b) => a - b);
  const themes = inOrder(quotes.flatMap(quote => quote.themes));
  return [
    '<form id="filters" role="search" aria-label="Narrow the quotes" hidden>',
    '<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Words or attribution"></label>',
    select(
      'group',
      'Group',
      groups.map(group => [group, group]),
    ),
    select(
      'phase',
      'Phase',
      phases.map(phase => [String(phase), `phase ${phase}`]),
    ),
    select(
      'theme',
      'Theme',
      themes.map(theme => [theme, theme]),
    ),
    '<button type="reset">Show all</button>',
    `<output id="count" aria-live="polite">${counted(quotes.length)}</output>`,
    '</form>',
  ].join('\n');
}

function select(id: string, label: string, choices: readonly (readonly [string, string])[]): string {
  if (choices.length < 2) return '';
  const options = choices.map(([value, words]) => `<option value="${inHtml(value)}">${inHtml(words)}</option>`);
  return `<label>${label} <select id="${id}"><option value="">All</option>${options.join('')}</select></label>`;
}

function contents(chapters: readonly QuoteChapter[]): string {
  const lines = chapters.map((one, at) => {
    const themes = one.sections.flatMap((section, inside) =>
      isStraight(one, section)
        ? []
        : [
            `<li><a href="#q-${at}-${inside}">${inHtml(nameOf(section))}</a> <small>${counted(section.quotes.length)}</small></li>`,
          ],
    );
    return `<li><a href="#q-${at}">${inHtml(headingOf(one))}</a>${themes.length > 0 ? `<ul>${themes.join('')}</ul>` : ''}</li>`;
  });
  return `<nav aria-label="Contents"><h2>Contents</h2><ul>${lines.join('')}</ul></nav>`;
}

function chapter(bundle: Bundle, one: QuoteChapter, at: number): string {
  const { outcome, sections } = one;
  return [
    `<section class="outcome"><h2 id="q-${at}">${inHtml(headingOf(one))}</h2>`,
    ...(outcome?.statement && bundle.parts.has('statements')
      ? [`<p class="statement">${inHtml(outcome.statement)}</p>`]
      : []),
    ...(sections.length === 0 ? ['<p class="remark">No theme answers this outcome yet.</p>'] : []),
    ...sections.map((section, inside) => theme(bundle, section, isStraight(one, section) ? null : `q-${at}-${inside}`)),
    '</section>',
  ].join('\n');
}

function theme(bundle: Bundle, one: QuoteSection, id: string | null): string {
  const defined = bundle.parts.has('definitions');
  return [
    `<section class="theme">${id === null ? '' : `<h3 id="${id}">${inHtml(nameOf(one))}</h3>`}`,
    ...(one.theme?.concept && defined ? [`<p class="concept">${inHtml(one.theme.concept)}</p>`] : []),
    ...(one.theme?.definition && defined ? [`<p class="definition">${inHtml(one.theme.definition)}</p>`] : []),
    ...(one.quotes.length === 0 ? ['<p class="remark">No quote under this theme.</p>'] : []),
    ...one.quotes.map(quote => printed(bundle, quote, one.theme?.name ?? '')),
    '</section>',
  ].join('\n');
}

function printed({ parts, extra }: Bundle, quote: BundleQuote, under: string): string {
  const { before, after, notes } = detailOf(extra, quote);
  const data = `data-id="${inHtml(quote.id)}" data-group="${inHtml(quote.group ?? '')}" data-phase="${quote.phase ?? ''}" data-theme="${inHtml(under)}"`;
  return [
    `<article ${data}>`,
    ...(quote.leadIn && parts.has('leadIns') ? [`<p class="lead">${inHtml(quote.leadIn)}</p>`] : []),
    ...before.map(around),
    `<blockquote>${inHtml(wordsOf(quote))}</blockquote>`,
    `<p class="by">${inHtml(quote.attribution)}</p>`,
    ...after.map(around),
    ...(parts.has('notes') ? notes.map(note => `<p class="note">${inHtml(note)}</p>`) : []),
    '</article>',
  ].join('');
}

const around = ({ who, words }: ContextTurn): string =>
  `<p class="around">${who === '' ? '' : `<b>${inHtml(who)}:</b> `}${inHtml(words)}</p>`;

function sources(bundle: Bundle): string {
  const lines = sourceList(bundle);
  if (lines.length === 0) return '';
  const rows = lines.map(
    ({ attribution, sources: number, quotes }) =>
      `<li>${inHtml(attribution)}${number === 1 ? '' : ` (${number} sources)`} <small>${counted(quotes)}</small></li>`,
  );
  return `<section class="sources"><h2>Sources</h2><ul>${rows.join('')}</ul></section>`;
}

const inOrder = <T>(values: readonly T[]): T[] => [...new Set(values)];

const inHtml = (text: string): string =>
  withoutControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
