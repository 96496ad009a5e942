import type { Outcome, Theme } from '../../../shared/model/entities.ts';
import type { CaseStudy, Recommendation } from '../../../shared/model/report.ts';

/** What is worked on, as the address names it by its id. */
export type Chosen =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'box'; readonly box: CaseStudy }
  | { readonly kind: 'recommendation'; readonly recommendation: Recommendation; readonly number: number };

/** All that can be chosen. */
export type Matter = {
  readonly outcomes: readonly Outcome[];
  readonly themes: readonly Theme[];
  readonly boxes: readonly CaseStudy[];
  readonly recommendations: readonly Recommendation[];
};

export function chosenOf(id: string | null, matter: Matter, numbers: ReadonlyMap<string, number>): Chosen | null {
  const outcome = matter.outcomes.find(one => one.id === id);
  if (outcome) return { kind: 'outcome', outcome };
  const theme = matter.themes.find(one => one.id === id);
  if (theme) return { kind: 'theme', theme };
  const box = matter.boxes.find(one => one.id === id);
  if (box) return { kind: 'box', box };
  const recommendation = matter.recommendations.find(one => one.id === id);
  return recommendation
    ? { kind: 'recommendation', recommendation, number: numbers.get(recommendation.id) ?? 0 }
    : null;
}

/** A line for a list: the first words of what somebody should do. */
export const briefly = (body: string): string =>
  body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>`]|^\s*[-+]\s/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
