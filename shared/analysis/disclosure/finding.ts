import {
  type Finding,
  type FindingKind,
  type FindingPlace,
  type FoundQuote,
  findingLevelOf,
} from '../../model/disclosure.ts';
import type { DisclosureQuote } from './input.ts';

const nowhere: FindingPlace = { quotes: [], words: null, label: null, people: [], where: null };

/**
 * A finding. `substance` is what makes it the same finding another time: ids and figures, never words of the study,
 * because accepted keys are kept in the study and what was replaced must not be told from them.
 */
export function finding(
  kind: FindingKind,
  substance: readonly (string | number)[],
  message: string,
  remedy: string,
  place: Partial<FindingPlace> = {},
): Finding {
  return {
    key: `${kind}:${digest(substance.join('\u{1f}'))}`,
    level: findingLevelOf[kind],
    kind,
    message,
    remedy,
    place: { ...nowhere, ...place },
  };
}

export const foundQuote = ({ id, source, file, start, end, label, themes }: DisclosureQuote): FoundQuote => ({
  id,
  source,
  file,
  start,
  end,
  label,
  themes,
});

/** 64 bits of a string as 16 hexadecimal digits: two multiplicative hashes side by side. Tells findings apart; keeps no secret. */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
