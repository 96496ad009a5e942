import type { ThemeMap } from '../../model/themeMap.ts';
import { textWidth } from '../../text/measure.ts';
import { arc, tab, text } from './draw.ts';
import { margin } from './heading.ts';
import type { Shape } from './picture.ts';
import { type Form, formOf } from './relations.ts';
import { endOf, strokeOf } from './strokes.ts';

type Entry = { readonly w: number; readonly draw: (x: number, y: number) => readonly Shape[] };
const row = 24;

/** The key under the map view: every outcome, also those without a theme, the ring of a theme under none, and the forms of relations there are. `height` is what it takes. */
export function legendOf(
  map: ThemeMap,
  width: number,
): { readonly height: number; readonly shapes: (top: number) => readonly Shape[] } {
  const entries = [
    ...map.outcomes.map(outcomeEntry),
    ...(someUnplaced(map) ? [unplaced] : []),
    ...formsOf(map).map(formEntry),
  ];
  const rows = flow(entries, width - 2 * margin);
  return {
    height: rows.length * row,
    shapes: top =>
      rows.flatMap((entries, index) => {
        let x: number = margin;
        return entries.flatMap(entry => {
          const drawn = entry.draw(x, top + index * row + 16);
          x += entry.w + 20;
          return drawn;
        });
      }),
  };
}

function outcomeEntry({ number, title, themes }: ThemeMap['outcomes'][number]): Entry {
  const words = short(themes === 0 ? `${title} (no theme)` : title);
  return {
    w: 24 + textWidth(words, 'sans', 12),
    draw: (x, y) => [...tab(x, y - 14, 18, number), text(x + 24, y, words, 'sans', 12, 'ink3')],
  };
}

function someUnplaced({ themes, outcomeLinks }: ThemeMap): boolean {
  const placed = new Set(outcomeLinks.map(link => link.theme));
  return themes.some(theme => !placed.has(theme.id));
}

const underNone = 'under no outcome';
const unplaced: Entry = {
  w: 24 + textWidth(underNone, 'sans', 12),
  draw: (x, y) => [
    { kind: 'path', d: `${arc(x + 9, y - 5, 7, 0, 2 * Math.PI)}Z`, stroke: 'edge', width: 2, dash: [2, 3] },
    text(x + 24, y, underNone, 'sans', 12, 'ink3'),
  ],
};

function formEntry({ form, words }: { readonly form: Form; readonly words: string }): Entry {
  return {
    w: 42 + textWidth(words, 'serifItalic', 12),
    draw: (x, y) => [
      { ...strokeOf(form), d: `M${x} ${y - 4}L${x + 26} ${y - 4}` },
      ...endOf(form, [x + 26, y - 4], 0),
      text(x + 42, y, words, 'serifItalic', 12, 'ink3'),
    ],
  };
}

const titles = 60;
const short = (words: string) => (words.length > titles ? `${words.slice(0, titles - 1).trimEnd()}…` : words);

function formsOf(map: ThemeMap): readonly { readonly form: Form; readonly words: string }[] {
  const kinds = new Map<Form, Set<string>>();
  for (const { kind } of map.relations) kinds.set(formOf(kind), (kinds.get(formOf(kind)) ?? new Set()).add(kind));
  return (['arrow', 'dashed', 'bar', 'dot'] as const).flatMap(form => {
    const words = kinds.get(form);
    return words ? [{ form, words: short([...words].sort().join(', ')) }] : [];
  });
}

function flow(entries: readonly Entry[], width: number): readonly (readonly Entry[])[] {
  const rows: Entry[][] = [];
  let used = 0;
  for (const entry of entries) {
    const last = rows.at(-1);
    if (last && used + entry.w <= width) {
      last.push(entry);
      used += entry.w + 20;
    } else {
      rows.push([entry]);
      used = entry.w + 20;
    }
  }
  return rows;
}
