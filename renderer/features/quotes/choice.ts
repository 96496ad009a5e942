import type { QuoteFilter } from '../../../shared/api/inputs.ts';
import type { Framework, Outcome, Quote, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';

/**
 * What the quotes are read for: all of the study, one outcome, one theme (under the outcome it was chosen from, null where it has none),
 * or what is in no theme.
 */
export type Choice =
  | { readonly of: 'study' }
  | { readonly of: 'outcome'; readonly outcome: OutcomeId }
  | { readonly of: 'theme'; readonly theme: ThemeId; readonly under: OutcomeId | null }
  | { readonly of: 'unthemed' };

/** Who is heard. Null takes all. */
export type Heard = {
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
};

export const everyone: Heard = { group: null, phase: null, participant: null };

/** Whether words of this group, phase and participant are heard: the same question as the core's filter asks. */
export function isHeard(quote: Heard, heard: Heard): boolean {
  return (
    (heard.group === null || quote.group === heard.group) &&
    (heard.phase === null || quote.phase === heard.phase) &&
    (heard.participant === null || quote.participant === heard.participant)
  );
}

/** Who is heard, in words for the status line: "Parent/Carer, phase 2". Null where all are. */
export function heardInWords({ group, phase, participant }: Heard): string | null {
  const parts = [group, phase === null ? null : `phase ${phase}`, participant].filter(part => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** The filter by which the core exports exactly what is on the page. An outcome that is gone takes the whole study. */
export function filterOf(choice: Choice, heard: Heard, framework: Framework): QuoteFilter {
  return {
    ...choiceFilter(choice, framework),
    ...(heard.group === null ? {} : { group: heard.group }),
    ...(heard.phase === null ? {} : { phase: heard.phase }),
    ...(heard.participant === null ? {} : { participant: heard.participant }),
  };
}

function choiceFilter(choice: Choice, framework: Framework): QuoteFilter {
  const numbered = (id: OutcomeId | null): QuoteFilter => {
    const outcome = framework.outcomes.find(one => one.id === id);
    return outcome ? { outcome: outcome.number } : {};
  };
  switch (choice.of) {
    case 'study':
      return {};
    case 'outcome':
      return numbered(choice.outcome);
    case 'theme':
      return { ...numbered(choice.under), theme: choice.theme };
    case 'unthemed':
      return { unthemed: true };
    default:
      return assertNever(choice);
  }
}

/** Quotes under one heading of the report. An outcome without a theme: straight under it. Neither: what is in no theme. */
export type Section = {
  readonly key: string;
  readonly outcome: Outcome | null;
  readonly theme: Theme | null;
  readonly quotes: readonly Quote[];
};

/** The sections that a choice takes, in report order, with the quotes of those who are heard; sections without a quote are left out. */
export function sectionsOf(choice: Choice, sections: readonly Section[], heard: Heard): readonly Section[] {
  return sections
    .filter(section => takes(choice, section))
    .map(section => ({ ...section, quotes: section.quotes.filter(quote => isHeard(quote, heard)) }))
    .filter(section => section.quotes.length > 0);
}

function takes(choice: Choice, { outcome, theme }: Section): boolean {
  switch (choice.of) {
    case 'study':
      return true;
    case 'outcome':
      return outcome?.id === choice.outcome;
    case 'theme':
      return theme?.id === choice.theme && (outcome?.id ?? null) === choice.under;
    case 'unthemed':
      return theme === null && outcome === null;
    default:
      return assertNever(choice);
  }
}
