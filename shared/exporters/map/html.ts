import type { Part, Picture } from '../../analysis/map/picture.ts';
import type { ThemeMap } from '../../model/themeMap.ts';
import type { Face } from '../../text/measure.ts';
import { inks } from './inks.ts';
import type { FontFiles } from './pdf.ts';
import { mapScript } from './script.ts';
import { inXml, svgPart } from './svg.ts';
import { readFont } from './trueType.ts';

/** Quotes of a theme that go along: the first in report order, and how many there are. */
export type ThemeQuotes = {
  readonly quotes: readonly { readonly text: string; readonly attribution: string }[];
  readonly total: number;
};

type Given = {
  readonly map: ThemeMap;
  readonly picture: Picture;
  /** The view line by line, for those who can't see it. */
  readonly words: readonly string[];
  readonly quotes: ReadonlyMap<string, ThemeQuotes>;
  readonly fonts: FontFiles;
  /** SHA-256 of a text in UTF-8, in base 64. */
  readonly sha256: (text: string) => string;
  /** Bytes in base 64. */
  readonly base64: (bytes: Uint8Array) => string;
};

/** One page that shows the picture anywhere, without a network: zoom, highlights, and for each theme its concept and quotes. It may run its own script and load nothing else, and says so in its policy. */
export function mapHtml({ map, picture, words, quotes, fonts, sha256, base64 }: Given): string {
  const data = themesOf(map, quotes);
  const characters = JSON.stringify([data, picture, words, fixedWords]);
  const style = styles(facesOf(fonts, characters, base64));
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(mapScript)}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const { width, height, title } = picture;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${inXml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inXml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 class="hidden">${inXml(title)}</h1>
<div class="bar" role="toolbar" aria-label="Zoom"><button type="button" data-zoom="0.8">Smaller</button><button type="button" data-zoom="1.25">Larger</button><button type="button" data-zoom="0">Fit</button></div>
<svg id="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="group" aria-label="${inXml(title)}"><g id="canvas">
${picture.parts.map(part => svgPart(part, attributesOf(part))).join('\n')}
</g></svg>
<section class="hidden" aria-label="The picture in words"><ul>${words.map(line => `<li>${inXml(line)}</li>`).join('')}</ul></section>
</main>
<aside id="panel" aria-live="polite" hidden></aside>
<script type="application/json" id="themes">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>
<script>${mapScript}</script>
</body>
</html>
`;
}

/** Words that the script sets. */
const fixedWords = 'SmallerLargerFitClose extracts from sources: No quote. of quotes shown 0123456789–“”…,;()';

function attributesOf({ role, id, ends, title }: Part): string {
  const ties = ends.length > 0 ? ` data-ends="${inXml(ends.join('\n'))}"` : '';
  const place = ` data-role="${role}" data-id="${inXml(id)}"${ties}`;
  return role === 'theme' ? `${place} tabindex="0" role="button" aria-label="${inXml(title)}"` : place;
}

function themesOf(map: ThemeMap, quotes: ReadonlyMap<string, ThemeQuotes>) {
  const codes = new Map(map.codes.map(code => [code.id, code.name]));
  return map.themes.map(({ id, name, concept, status, extracts, sources }) => ({
    id,
    name,
    concept,
    status,
    extracts,
    sources,
    outcomes: map.outcomeLinks
      .filter(link => link.theme === id)
      .flatMap(link => map.outcomes.filter(outcome => outcome.id === link.outcome))
      .map(outcome => `${outcome.number} ${outcome.title}`),
    codes: map.codeLinks.filter(link => link.theme === id).map(link => codes.get(link.code) ?? ''),
    quotes: quotes.get(id)?.quotes ?? [],
    total: quotes.get(id)?.total ?? 0,
  }));
}

const faceRules: Readonly<Record<Face, string>> = {
  sans: `font-family:Inter;font-weight:400`,
  sansBold: `font-family:Inter;font-weight:600`,
  serifBold: `font-family:'Source Serif 4';font-weight:600`,
  serifItalic: `font-family:'Source Serif 4';font-weight:400;font-style:italic`,
};

function facesOf(fonts: FontFiles, characters: string, base64: (bytes: Uint8Array) => string): string {
  const points = new Set([...characters].map(character => character.codePointAt(0) ?? 0));
  return (Object.keys(faceRules) as Face[])
    .map(face => {
      const font = readFont(fonts[face]);
      const glyphs = new Set([...points].filter(point => point <= 0xffff).map(point => font.glyphOf(point)));
      return `@font-face{${faceRules[face]};src:url(data:font/ttf;base64,${base64(font.subset(glyphs, true))})}`;
    })
    .join('');
}

const styles = (faces: string) => `${faces}
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;height:100vh;display:flex;background:${inks.paper};color:${inks.ink};font:400 14px/1.5 Inter,'Segoe UI',Arial,sans-serif}
main{flex:1;min-width:0;position:relative;overflow:hidden}
svg{width:100%;height:100%;display:block;touch-action:none}
.bar{position:absolute;right:16px;bottom:16px;display:flex;gap:4px}
button{font:600 13px/1 Inter,'Segoe UI',Arial,sans-serif;padding:9px 12px;border:1px solid ${inks.edge};border-radius:6px;background:#fff;color:${inks.ink};cursor:pointer}
button:focus-visible,[data-role=theme]:focus-visible{outline:3px solid #2f5fc4;outline-offset:2px}
[data-role=theme]{cursor:pointer}
.dim{opacity:.22}
aside{width:min(380px,90vw);height:100vh;overflow:auto;padding:24px;border-left:1px solid ${inks.line};background:#fff}
aside h2{font:600 22px/27px 'Source Serif 4',Georgia,serif;margin:8px 0}
aside .quiet{color:${inks.ink3};font-size:12.5px;margin:4px 0}
aside .concept{font-size:15px;margin:12px 0}
blockquote{margin:14px 0 0;padding:0 0 0 12px;border-left:2px solid ${inks.line}}
blockquote p{margin:0;white-space:pre-line}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:no-preference){[data-role]{transition:opacity .12s}}
@media print{.bar,aside{display:none}}
`;

const round = (value: number) => Math.round(value * 100) / 100;
