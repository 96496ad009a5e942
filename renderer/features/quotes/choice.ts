import { isReady, type ReadyFilter } from '../../../shared/analysis/quoteBoard.ts';
import type { QuoteFilter } from '../../../shared/api/inputs.ts';
import type { Framework, Outcome, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';

/**
 * What the quotes are read for: all of the study, one outcome, one theme (under the outcome it was chosen from, null where it has none),
 * or what is in no theme.
 */
export type Choice =
  | { readonly of: 'study' }
  | { readonly of: 'outcome'; readonly outcome: OutcomeId }
  | { readonly of: 'theme'; readonly theme: ThemeId; readonly under: OutcomeId | null }
  | { readonly of: 'unthemed' };

/** Who says a quote, as far as it is known. */
export type Person = {
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
};

/** Whose quotes are shown, and which of them: null takes all people, `ready` "all" all quotes. */
export type Heard = Person & { readonly ready: ReadyFilter };

export const everyone: Heard = { group: null, phase: null, participant: null, ready: 'all' };

/** Whether words of this group, phase and participant are heard: the same question as the core's filter asks. */
export function isHeard(quote: Person, heard: Person): boolean {
  return (
    (heard.group === null || quote.group === heard.group) &&
    (heard.phase === null || quote.phase === heard.phase) &&
    (heard.participant === null || quote.participant === heard.participant)
  );
}

/** What the filter of quotes is called. */
export const readyNames: Readonly<Record<ReadyFilter, string>> = {
  all: 'All quotes',
  candidate: 'Candidates',
  chosen: 'Chosen',
  used: 'Used',
  held: 'Held back',
  vivid: 'Vivid',
};

/** Who is heard, in words for the status line: "Parent/Carer, phase 2, chosen". Null where all are. */
export function heardInWords({ group, phase, participant, ready }: Heard): string | null {
  const which = ready === 'all' ? null : readyNames[ready].toLowerCase();
  const parts = [group, phase === null ? null : `phase ${phase}`, participant, which].filter(part => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** The filter by which the core exports exactly what is on the page. An outcome that is gone takes the whole study. */
export function filterOf(choice: Choice, heard: Heard, framework: Framework): QuoteFilter {
  return {
    ...choiceFilter(choice, framework),
    ...(heard.group === null ? {} : { group: heard.group }),
    ...(heard.phase === null ? {} : { phase: heard.phase }),
    ...(heard.participant === null ? {} : { participant: heard.participant }),
    ...readyFilter(heard.ready),
  };
}

const readyFilter = (ready: ReadyFilter): QuoteFilter =>
  ready === 'all' ? {} : ready === 'vivid' ? { vivid: true } : { state: ready };

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
  readonly quotes: readonly BundleQuote[];
  /** Whether its quotes stand in an order by hand. */
  readonly byHand: boolean;
};

/** The sections that a choice takes, in report order, with the quotes of those who are heard; sections without a quote are left out. */
export function sectionsOf(choice: Choice, sections: readonly Section[], heard: Heard): readonly Section[] {
  return sections
    .filter(section => takes(choice, section))
    .map(section => ({
      ...section,
      quotes: section.quotes.filter(quote => isHeard(quote, heard) && isReady(quote, heard.ready)),
    }))
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
