import type { MapView, ThemeMap } from '../../model/themeMap.ts';
import { columnsOf } from './columns.ts';
import { cellInWords } from './gridPicture.ts';
import { count } from './picture.ts';

/** A view in words, line by line, for those who can't see it: the same facts as the picture. */
export function inWords(map: ThemeMap, view: MapView): readonly string[] {
  const filter = map.filter === null ? [] : [`Only ${map.filter}.`];
  switch (view) {
    case 'map':
      return [...filter, ...map.themes.map(theme => themeInWords(map, theme)), ...emptyOutcomes(map)];
    case 'flow':
      return [...filter, ...flowInWords(map)];
    case 'grid': {
      const columns = columnsOf(map);
      return [
        ...filter,
        ...map.themes.map(
          theme =>
            `${theme.name}: ${count(theme.extracts, 'extract')} from ${theme.sources} of ${map.sources.length} sources. ${columns.map(column => cellInWords(theme, column)).join('; ')}.`,
        ),
      ];
    }
  }
}

function themeInWords(map: ThemeMap, theme: ThemeMap['themes'][number]): string {
  const outcomes = map.outcomeLinks
    .filter(link => link.theme === theme.id)
    .flatMap(link => {
      const outcome = map.outcomes.find(one => one.id === link.outcome);
      return outcome ? [`${outcome.number}, ${outcome.title}${link.primary ? ' (primary)' : ''}`] : [];
    });
  const relations = map.relations
    .filter(one => one.from === theme.id)
    .map(one => `It ${one.kind} ${map.themes.find(other => other.id === one.to)?.name ?? ''}.`);
  const under = outcomes.length === 0 ? 'No outcome.' : `Outcomes: ${outcomes.join('; ')}.`;
  return [
    `${theme.name}: ${count(theme.sources, 'source')}, ${count(theme.extracts, 'extract')}. ${under}`,
    ...relations,
    codesInWords(map, theme.id),
  ]
    .filter(Boolean)
    .join(' ');
}

function codesInWords(map: ThemeMap, theme: string): string {
  const names = new Map(map.codes.map(code => [code.id, code.name]));
  const own = map.codeLinks.filter(link => link.theme === theme);
  return own.length === 0
    ? ''
    : `Codes: ${own.map(link => `${names.get(link.code) ?? ''} (${link.extracts})`).join(', ')}.`;
}

const emptyOutcomes = (map: ThemeMap) =>
  map.outcomes
    .filter(outcome => outcome.themes === 0)
    .map(outcome => `Outcome ${outcome.number}, ${outcome.title}: no theme.`);

function flowInWords(map: ThemeMap): readonly string[] {
  const themes = new Map(map.themes.map(theme => [theme.id, theme]));
  const placed = new Set(map.outcomeLinks.map(link => link.theme));
  const one = (id: string, extracts: number) => {
    const theme = map.themes.find(other => other.id === id);
    return `${theme?.name ?? ''} (${count(extracts, 'extract')})`;
  };
  return [
    ...map.outcomes.map(outcome => {
      const under = map.outcomeLinks
        .filter(link => link.outcome === outcome.id)
        .map(link => one(link.theme, link.extracts));
      return `Outcome ${outcome.number}, ${outcome.title}: ${under.length === 0 ? 'no theme' : under.join('; ')}.`;
    }),
    ...[...themes.values()]
      .filter(theme => !placed.has(theme.id))
      .map(theme => `Under no outcome: ${one(theme.id, theme.extracts)}.`),
    ...map.themes.flatMap(theme => {
      const codes = codesInWords(map, theme.id);
      return codes === '' ? [] : [`${theme.name}. ${codes}`];
    }),
  ];
}
