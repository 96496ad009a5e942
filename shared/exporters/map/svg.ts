import { layOutFlow } from '../../analysis/map/flow.ts';
import type { Flow, FlowNode, FlowOutcome, FlowTheme } from '../../analysis/map/types.ts';
import type { ThemeMap } from '../../model/themeMap.ts';

/** Ink on paper, and the nine outcomes' hues: OKLCH 0.525 0.088 at 262, 60, 200, 140, 25, 300, 100, 345, 230 degrees. */
const ink = { full: '#251f1b', quiet: '#4c4641', faint: '#655f59', paper: '#fdfcf9', ribbon: '#848078' } as const;
const hues = [
  '#4e6a9d',
  '#8f5d32',
  '#06797e',
  '#4e7745',
  '#975550',
  '#725e96',
  '#766b28',
  '#8e5576',
  '#287393',
] as const;
const hueOf = (outcome: number) => hues[(outcome - 1 + hues.length * 100) % hues.length] ?? ink.quiet;

const serif = `font-family="'Source Serif 4', Georgia, serif"`;
const sans = `font-family="Inter, 'Segoe UI', Arial, sans-serif"`;

/** The flow view of the theme map as one self-contained SVG for a report's page. The same map gives the same text; every name stands in it whole, as title of its group. */
export function mapSvg(map: ThemeMap): string {
  const flow = layOutFlow(map);
  const shift = (flow.title.length - 1) * 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${flow.width}" height="${n(flow.height)}" viewBox="0 0 ${flow.width} ${n(flow.height)}" role="img" aria-labelledby="map-title map-desc">`,
    `<title id="map-title">${inXml(map.title)}: theme map</title>`,
    `<desc id="map-desc">${inXml(describe(map))}</desc>`,
    `<rect width="100%" height="100%" fill="${ink.paper}"/>`,
    ...flow.title.map(
      (line, index) =>
        `<text x="32" y="${46 + index * 24}" ${serif} font-size="20" font-weight="600" fill="${ink.full}">${inXml(line)}</text>`,
    ),
    `<text x="32" y="${68 + shift}" ${sans} font-size="12" fill="${ink.faint}">${inXml(flow.subtitle)}</text>`,
    `<g transform="translate(0 ${shift})">`,
    head(flow.columns.code - 12, flow.heads, 'Codes', 'end'),
    head(flow.columns.theme + 16, flow.heads, 'Themes', 'start'),
    head(flow.columns.outcome + 18, flow.heads, 'Outcomes', 'start'),
    ...flow.ribbons.map(ribbon =>
      ribbon.outcome === null
        ? `<path d="${ribbon.path}" fill="${ink.ribbon}" fill-opacity=".2"/>`
        : `<path d="${ribbon.path}" fill="${hueOf(ribbon.outcome)}" fill-opacity=".3"/><rect x="${flow.columns.themeOut}" y="${n(ribbon.y)}" width="3" height="${n(ribbon.h)}" fill="${hueOf(ribbon.outcome)}"/>`,
    ),
    ...flow.codes.map(code => codeGroup(code, flow)),
    ...flow.themes.map(theme => themeGroup(theme, flow)),
    ...flow.outcomes.map(outcome => outcomeGroup(outcome, flow)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const head = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${x}" y="${y}" ${sans} font-size="12" font-weight="600" fill="${ink.faint}" text-anchor="${anchor}">${words}</text>`;

function codeGroup(code: FlowNode, { columns }: Flow): string {
  return `<g><title>${inXml(`${code.name}: ${count(code.extracts, 'extract')}`)}</title><rect x="${columns.code}" y="${n(code.y)}" width="3" height="${n(code.h)}" fill="${ink.quiet}"/><text x="${columns.code - 12}" y="${n(code.middle + 4)}" ${sans} font-size="12" fill="${ink.quiet}" text-anchor="end">${inXml(code.lines[0] ?? '')}</text></g>`;
}

function themeGroup(theme: FlowTheme, { columns }: Flow): string {
  const first = theme.middle - (theme.lines.length - 1) * 9 + 5;
  const lines = theme.lines.map(
    (line, index) =>
      `<text x="${columns.theme + 16}" y="${n(first + index * 18)}" ${serif} font-size="14.5" font-weight="600" fill="${ink.full}">${inXml(line)}</text>`,
  );
  const title = `${theme.name}: ${count(theme.extracts, 'extract')} from ${count(theme.sources, 'source')}`;
  return `<g><title>${inXml(title)}</title><rect x="${columns.theme}" y="${n(theme.y)}" width="3" height="${n(theme.h)}" fill="${ink.quiet}"/>${lines.join('')}</g>`;
}

function outcomeGroup(outcome: FlowOutcome, { columns }: Flow): string {
  const x = columns.outcome;
  const hue = hueOf(outcome.number);
  const tab = outcome.middle - 9;
  const first = outcome.middle - 2 - (outcome.lines.length - 1) * 8;
  const lines = outcome.lines.map(
    (line, index) =>
      `<text x="${x + 46}" y="${n(first + index * 16)}" ${sans} font-size="13" font-weight="600" fill="${ink.full}">${inXml(line)}</text>`,
  );
  const bar =
    outcome.h > 0 ? `<rect x="${x}" y="${n(outcome.y)}" width="4" height="${n(outcome.h)}" fill="${hue}"/>` : '';
  return `<g><title>${inXml(`Outcome ${outcome.number}, ${outcome.name}: ${weightOf(outcome)}`)}</title>${bar}<rect x="${x + 18}" y="${n(tab)}" width="18" height="18" rx="3" fill="${hue}"/><text x="${x + 27}" y="${n(tab + 13)}" ${sans} font-size="11" font-weight="600" fill="#ffffff" text-anchor="middle">${outcome.number}</text>${lines.join('')}<text x="${x + 46}" y="${n(first + outcome.lines.length * 16)}" ${sans} font-size="12" fill="${ink.faint}">${weightOf(outcome)}</text></g>`;
}

const weightOf = ({ themes, extracts }: { readonly themes: number; readonly extracts: number }) =>
  themes === 0 ? 'no theme' : `${count(extracts, 'extract')}, ${count(themes, 'theme')}`;

/** The whole map in words, for those who can't see it. */
function describe(map: ThemeMap): string {
  const themes = new Map(map.themes.map(theme => [theme.id, theme.name]));
  return map.outcomes
    .map(outcome => {
      const under = map.outcomeLinks
        .filter(link => link.outcome === outcome.id)
        .map(link => `${themes.get(link.theme)} (${count(link.extracts, 'extract')})`);
      return `Outcome ${outcome.number}, ${outcome.title}: ${under.length === 0 ? 'no theme' : under.join('; ')}.`;
    })
    .join(' ');
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** A length with at most two decimals. */
const n = (value: number) => String(Math.round(value * 100) / 100);

/** Text safe in XML: markup escaped, characters that XML 1.0 can't hold dropped. */
function inXml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
