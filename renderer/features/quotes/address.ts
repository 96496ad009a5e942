import { readyFilters } from '../../../shared/analysis/quoteBoard.ts';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { Choice, Heard } from './choice.ts';

const unthemed = 'no-theme';

/**
 * What an address of this place asks for: `id` is an outcome's or a theme's id or "no-theme", none is the whole study; `under` in the query says
 * which of its outcomes a theme is read under, else its first in report order. Null where the study has no such outcome or theme (any more).
 */
export function choiceAt(
  id: string | null,
  query: URLSearchParams,
  framework: Framework,
  themes: readonly Theme[],
): Choice | null {
  if (id === null) return { of: 'study' };
  if (id === unthemed) return { of: 'unthemed' };
  const outcome = framework.outcomes.find(one => one.id === id);
  if (outcome) return { of: 'outcome', outcome: outcome.id };
  const theme = themes.find(one => one.id === id);
  if (!theme) return null;
  const outcomes = framework.outcomes.filter(one => one.themes.includes(theme.id));
  const under = outcomes.find(one => one.id === query.get('under')) ?? outcomes[0];
  return { of: 'theme', theme: theme.id, under: under?.id ?? null };
}

/** Whose quotes an address asks for, and which of them. */
export function heardAt(query: URLSearchParams): Heard {
  const phase = query.get('phase') ?? '';
  return {
    group: query.get('group') || null,
    phase: /^\d+$/.test(phase) ? Number(phase) : null,
    participant: query.get('participant') || null,
    ready: readyFilters.find(one => one === query.get('ready')) ?? 'all',
  };
}

/** The address of a choice, read for those who are heard: what `choiceAt` and `heardAt` read. With the id of a quote, it opens at that quote. */
export function addressOf(choice: Choice, heard: Heard, quote?: string): string {
  const query = new URLSearchParams();
  if (choice.of === 'theme' && choice.under !== null) query.set('under', choice.under);
  if (heard.group !== null) query.set('group', heard.group);
  if (heard.phase !== null) query.set('phase', String(heard.phase));
  if (heard.participant !== null) query.set('participant', heard.participant);
  if (heard.ready !== 'all') query.set('ready', heard.ready);
  if (quote !== undefined) query.set('quote', quote);
  const id = idOf(choice);
  return `#/quotes${id === null ? '' : `/${id}`}${query.size > 0 ? `?${query}` : ''}`;
}

function idOf(choice: Choice): string | null {
  switch (choice.of) {
    case 'study':
      return null;
    case 'outcome':
      return choice.outcome;
    case 'theme':
      return choice.theme;
    case 'unthemed':
      return unthemed;
    default:
      return assertNever(choice);
  }
}
