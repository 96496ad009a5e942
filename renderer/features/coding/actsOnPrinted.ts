import type { Coding, Span } from '../../../shared/model/entities.ts';
import type { CodingActs } from './useCodingActs.ts';

/** The same acts for spans of another view: they are carried over to the text as printed, in which codings are kept. */
export function actsOnPrinted(acts: CodingActs, toPrinted: (span: Span) => Span): CodingActs {
  return {
    ...acts,
    apply: (span, chosen) => acts.apply(toPrinted(span), chosen),
    resize: (coding: Coding, span) => acts.resize(coding, toPrinted(span)),
    split: (coding, at) => acts.split(coding, toPrinted({ start: at, end: at }).start),
  };
}
