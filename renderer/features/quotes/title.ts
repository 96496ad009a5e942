import type { Framework, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { Choice } from './choice.ts';

/** The heading of a page of quotes, and what its export is called. */
export type Title = {
  /** An outcome's number, where it is an outcome's page. */
  readonly number: number | null;
  readonly name: string;
  /** A theme's concept, an outcome's statement. */
  readonly lead: string;
  /** A theme's definition. */
  readonly more: string;
  readonly exported: string;
};

export function titleOf(choice: Choice, framework: Framework, themes: readonly Theme[]): Title {
  switch (choice.of) {
    case 'study':
      return {
        number: null,
        name: 'Whole study',
        lead: 'Every quote in report order: outcome by outcome, theme by theme.',
        more: '',
        exported: 'Export the whole study',
      };
    case 'outcome': {
      const outcome = framework.outcomes.find(one => one.id === choice.outcome);
      return {
        number: outcome?.number ?? null,
        name: outcome?.title ?? '',
        lead: outcome?.statement ?? '',
        more: '',
        exported: 'Export this outcome',
      };
    }
    case 'theme': {
      const theme = themes.find(one => one.id === choice.theme);
      return {
        number: null,
        name: theme?.name ?? '',
        lead: theme?.concept ?? '',
        more: theme?.definition ?? '',
        exported: 'Export this theme',
      };
    }
    case 'unthemed':
      return {
        number: null,
        name: 'Codes in no theme',
        lead: 'Extracts none of whose codes is in a theme. They come last in a report.',
        more: '',
        exported: 'Export what is in no theme',
      };
    default:
      return assertNever(choice);
  }
}
