import type { MapView, ThemeMap } from '../../model/themeMap.ts';
import { type Column, columnsOf } from './columns.ts';

/** The sentence over a view: the researcher's own, else the draft. */
export const titleOf = (map: ThemeMap, view: MapView): string => map.titles[view] ?? draftTitle(map, view);

/** A draft of the sentence over a view, from the weight of evidence alone. */
export function draftTitle(map: ThemeMap, view: MapView): string {
  if (map.themes.length === 0) return map.title;
  switch (view) {
    case 'map':
      return mapDraft(map);
    case 'flow':
      return flowDraft(map);
    case 'grid':
      return gridDraft(map);
  }
}

function mapDraft({ themes, sources }: ThemeMap): string {
  const byWeight = themes.toSorted((a, b) => b.sources - a.sources || b.extracts - a.extracts);
  const [first] = byWeight;
  if (!first || first.sources === 0) return 'No theme rests on a source yet';
  const on = `${first.sources} of ${sources.length} sources`;
  const level = byWeight.filter(theme => theme.sources === first.sources);
  if (level.length > mostNamed) return `${level.length} of ${themes.length} themes each rest on ${on}`;
  if (level.length > 1) return `${listed(level.map(theme => quoted(theme.name)))} each rest on ${on}`;
  const rests = `${quoted(first.name)} rests on ${on}`;
  const [second, third] = byWeight.slice(1);
  // A second that shares its place would be picked from among its equals.
  return second && second.sources > 0 && second.sources !== third?.sources
    ? `${rests}, ${quoted(second.name)} on ${second.sources}`
    : rests;
}

/** Themes that a title names; it counts more. */
const mostNamed = 3;
/** Characters of a name that go into a title. */
const longest = 70;

const quoted = (name: string): string =>
  `“${name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name}”`;

/** A title in capitals as a sentence bears it; any other as it is, and a short one too, for it may be an abbreviation. */
const spoken = (title: string): string =>
  /\p{Ll}/u.test(title) || title.length < 6 ? title : title.charAt(0) + title.slice(1).toLocaleLowerCase('en-GB');

function flowDraft({ outcomes }: ThemeMap): string {
  const most = outcomes
    .filter(one => one.extracts > 0)
    .toSorted((a, b) => b.extracts - a.extracts || a.number - b.number)
    .slice(0, 3);
  const none = outcomes.filter(one => one.themes === 0);
  const rest =
    most.length === 0
      ? 'No outcome rests on an extract yet'
      : `${listed(most.map(one => spoken(one.title)))} ${most.length === 1 ? 'rests' : 'rest'} on the most extracts`;
  return none.length === 0 || most.length === 0
    ? rest
    : `${rest}; ${none.length > 2 ? `${none.length} of ${outcomes.length} outcomes` : listed(none.map(one => spoken(one.title)))} ${none.length === 1 ? 'has' : 'have'} no theme`;
}

function gridDraft(map: ThemeMap): string {
  const spoken = columnsOf(map)
    .map(column => ({ column, themes: map.themes.filter(theme => speaks(theme.heard, column)).length }))
    .toSorted((a, b) => b.themes - a.themes);
  const [first, last] = [spoken[0], spoken.at(-1)];
  if (!first || first.themes === 0) return 'Nobody speaks to a theme yet';
  const all = first.themes === map.themes.length ? 'every theme' : `${first.themes} of ${map.themes.length} themes`;
  const said = `${nameOf(first.column)}: ${all}`;
  return last && last !== first && last.themes < first.themes
    ? `${said}; ${nameOf(last.column)}: ${last.themes === 0 ? 'none' : last.themes}`
    : said;
}

const speaks = (heard: readonly { readonly source: string }[], column: Column) =>
  heard.some(one => column.sources.some(source => source.id === one.source));

const nameOf = ({ group, phase }: Column) => `${group ?? 'No group'}${phase === null ? '' : ` in phase ${phase}`}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
