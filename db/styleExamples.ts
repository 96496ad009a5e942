import type { QuoteFilter } from '../shared/api/inputs.ts';
import type { StylePreview } from '../shared/api/outputs/printStyle.ts';
import { attribute } from '../shared/text/attribution.ts';
import { type AttributionFacts, renderAttribution, styleOf } from '../shared/text/attributionStyle.ts';
import { parseStyle } from '../shared/text/styleTemplate.ts';
import { factsOf, peopleSpeaking } from './quotePeople.ts';
import { extractsFor } from './quotes.ts';
import type { Reader } from './reader.ts';
import { sharedLabels } from './sharedLabels.ts';

/** Most examples of a preview. */
const most = 3;

/** What a template would print of the quotes of a filter; null for the house style. A template that can't be read gives its problem, and examples in the house style. */
export function styleExamples(read: Reader, template: string | null, filter: QuoteFilter): StylePreview {
  const parsed = template === null ? null : parseStyle(template.trim());
  const style = template !== null && parsed?.ok ? styleOf('preview', template) : null;
  const person = peopleSpeaking(read);
  const extracts = extractsFor(read, filter);
  const facts = extracts.map(extract => factsOf(extract, person(extract)));
  return {
    problem: parsed && !parsed.ok ? parsed.problem : null,
    examples: unlike(facts, most).map(one => ({
      house: attribute(one, one.speaker),
      printed: renderAttribution(style, one),
    })),
    shared: sharedLabels(extracts, style, person),
  };
}

/** A few that differ most in what is known of them: each is the one that shares least with those chosen before. */
function unlike(all: readonly AttributionFacts[], most: number): readonly AttributionFacts[] {
  const traits = (one: AttributionFacts) => [
    one.kind,
    one.group ?? '-',
    one.phase === null ? 'no phase' : 'phase',
    one.participant === null ? 'nobody' : 'somebody',
    one.speaker?.role ?? 'no speaker',
  ];
  const different = new Map(all.map(one => [traits(one).join('|'), one]));
  const left = [...different.values()];
  const chosen: AttributionFacts[] = [];
  const seen = new Set<string>();
  while (chosen.length < most && left.length > 0) {
    const fresh = left.map(one => traits(one).filter(trait => !seen.has(trait)).length);
    const at = fresh.indexOf(Math.max(...fresh));
    const [one] = left.splice(at, 1);
    if (!one) break;
    chosen.push(one);
    for (const trait of traits(one)) seen.add(trait);
  }
  return chosen;
}
