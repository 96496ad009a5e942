import type { Span } from '../model/entities.ts';
import { alignPrinted, type Step } from './printedAlign.ts';
import { cutMark, isEmptyBracket, isWord, maybeCut, type Piece, piecesOf, printedPieces } from './printedTokens.ts';

/** What may differ from the passage. `start`, `end`: trimmed there; `cut`: left out at a mark; `added`: a gloss or supplied words; `stands`: a bracket in place of words. */
export const differenceKinds = ['start', 'end', 'cut', 'added', 'stands'] as const;

export type Difference = {
  readonly kind: (typeof differenceKinds)[number];
  /** Where it stands in the printed words (house style): the mark, the bracket; empty for what is trimmed. */
  readonly at: Span;
  /** What it leaves out of the passage or stands for; empty where words were only added. */
  readonly from: Span;
  /** The words of the passage that are not printed; '' where there are none. */
  readonly words: string;
  /** The bracket or the mark as printed; '' for what is trimmed. */
  readonly mark: string;
};

/**
 * What may not differ. `changed`: words that are other than those of the passage; `added`: words of one's own without brackets; `left-out`: words left out without a mark;
 * `long-bracket`: a bracket for more than six words; `no-cut`: a mark at which nothing is left out; `open-bracket`, `empty-bracket`; `nothing-left`: no word of the passage;
 * `too-long`: a passage or words past what is checked.
 */
export const printedErrorKinds = [
  'changed',
  'added',
  'left-out',
  'long-bracket',
  'no-cut',
  'open-bracket',
  'empty-bracket',
  'nothing-left',
  'too-long',
] as const;

export type PrintedError = Span & {
  readonly kind: (typeof printedErrorKinds)[number];
  /** What stands at `start` to `end` of the words as they were given; '' where words are missing. */
  readonly words: string;
  /** The words of the passage that it is about; '' where there are none. */
  readonly passage: string;
};

export type CheckedPrint =
  | {
      readonly ok: true;
      /** In the house style: every cut marked `[…]`, no white space at the ends. */
      readonly printed: string;
      readonly differences: readonly Difference[];
      /** Stretches that are printed as they stand, in both texts, ascending. */
      readonly kept: readonly Kept[];
    }
  | { readonly ok: false; readonly errors: readonly PrintedError[] };

export type Kept = { readonly at: Span; readonly from: Span };

/** Pieces of the passage times printed pieces that are compared: some 2,000 words of each. */
const most = 4_000_000;

/**
 * Checks words made ready for print against their passage. All are offsets in UTF-16 units.
 *
 * Allowed: words cut at an ellipsis (`…`, `...`, `[...]`, `[…]` are printed `[…]`; one that stands in the passage itself is no cut); start and end trimmed without a mark;
 * words added in square brackets; a bracket in place of one to six words, or of letters of a word (`[T]he`). A mark at the very start or end may cut nothing: it says that more was said.
 * Brackets of the passage are words of it: one may be left out only at a cut. White space, forms of quotation marks, of apostrophes, of dashes and of ellipses don't matter;
 * letters, capitals and all other marks do. Anything else is an error.
 */
export function checkPrinted(passage: string, printed: string): CheckedPrint {
  const said = piecesOf(passage);
  const shown = printedPieces(printed, said);
  if (said.length * shown.length > most) return { ok: false, errors: [wrong('too-long', printed, all(printed), '')] };
  const steps = alignPrinted(said, shown);
  const errors = errorsOf(steps, said, shown, passage, printed);
  const kept = steps.filter(step => step.kind === 'same' || step.kind === 'inside');
  if (errors.length > 0) return { ok: false, errors };
  if (!kept.some(step => wordAt(said, step.from)))
    return { ok: false, errors: [wrong('nothing-left', printed, all(printed), '')] };
  const house = inHouseStyle(printed, shown, new Set(steps.flatMap(step => (step.kind === 'cut' ? step.at : []))));
  return {
    ok: true,
    printed: house.words,
    differences: differencesOf(steps, said, house.places, passage, house.words),
    kept: keptOf(steps, said, house.places),
  };
}

/** Whether words made ready for print are just those of the passage. */
export const isPassage = (passage: string, printed: string): boolean =>
  passage.trim().replace(/\s+/g, ' ') === printed.trim().replace(/\s+/g, ' ');

const all = (text: string): Span => ({ start: 0, end: text.length });
const wordAt = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at];
  return piece !== undefined && isWord(piece);
};
const wrong = (kind: PrintedError['kind'], printed: string, { start, end }: Span, passage: string): PrintedError => ({
  kind,
  start,
  end,
  words: printed.slice(start, end),
  passage,
});

/** The stretch of a text that pieces `from` to `to` fill; where there are none, the place before `from`. */
function stretch(pieces: readonly Piece[], from: number, to: number): Span {
  const [first, last] = [pieces[from], pieces[to - 1]];
  if (first && last && from < to) return { start: first.start, end: last.end };
  const at = first?.start ?? pieces.at(-1)?.end ?? 0;
  return { start: at, end: at };
}

const isError = ({ kind }: Step) => kind === 'changed' || kind === 'extra' || kind === 'gap';

/** Errors by their places: those that follow one another are one. */
function errorsOf(
  steps: readonly Step[],
  said: readonly Piece[],
  shown: readonly Piece[],
  passage: string,
  printed: string,
): readonly PrintedError[] {
  const errors: PrintedError[] = [];
  for (let index = 0; index < steps.length; index++) {
    const first = steps[index];
    if (!first || !isError(first)) continue;
    const alone = aloneOf(first, shown);
    let last = first;
    for (
      let next = steps[index + 1];
      next && isError(next) && !alone && !aloneOf(next, shown);
      next = steps[index + 1]
    ) {
      last = next;
      index++;
    }
    const at = stretch(shown, first.at, last.kind === 'gap' ? last.at : last.at + 1);
    const from = stretch(said, first.from, last.to);
    const beside = [steps[index + 1], steps[index - 1]].some(step => step?.kind === 'stands');
    const kind =
      alone ??
      (at.start === at.end ? (beside ? 'long-bracket' : 'left-out') : from.start === from.end ? 'added' : 'changed');
    errors.push(wrong(kind, printed, at, passage.slice(from.start, from.end)));
  }
  return errors;
}

/** An error that is one of its own, whatever stands beside it. */
function aloneOf(step: Step, shown: readonly Piece[]): PrintedError['kind'] | null {
  const piece = shown[step.at];
  if (!piece || step.kind === 'gap') return null;
  if (maybeCut(piece)) return 'no-cut';
  if (isEmptyBracket(piece)) return 'empty-bracket';
  return piece.key === '[' || piece.key === ']' ? 'open-bracket' : null;
}

/** The words with their cuts in the house style, and where each piece stands in them. */
function inHouseStyle(
  printed: string,
  shown: readonly Piece[],
  cuts: ReadonlySet<number>,
): { readonly words: string; readonly places: readonly Span[] } {
  let words = '';
  const places: Span[] = [];
  for (const [index, piece] of shown.entries()) {
    const before = shown[index - 1];
    if (before)
      words += gapOf(printed.slice(before.end, piece.start), before, piece, cuts.has(index - 1), cuts.has(index));
    const start = words.length;
    words += cuts.has(index) ? cutMark : printed.slice(piece.start, piece.end);
    places.push({ start, end: words.length });
  }
  return { words, places };
}

/** White space between two pieces; a mark of a cut stands free of the words at its sides. */
function gapOf(typed: string, before: Piece, after: Piece, isCut: boolean, cutFollows: boolean): string {
  const breaks = typed.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (breaks > 0) return '\n'.repeat(Math.min(2, breaks));
  if (/[^\u200B\u2060\uFEFF\u00AD]/.test(typed)) return ' ';
  const free =
    (isCut && after.kind !== 'mark') || (cutFollows && (before.kind !== 'mark' || /[.,;:!?]/.test(before.key)));
  return free ? ' ' : '';
}

function differencesOf(
  steps: readonly Step[],
  said: readonly Piece[],
  places: readonly Span[],
  passage: string,
  house: string,
): readonly Difference[] {
  const trimmed = (kind: 'start' | 'end', at: number, from: number, to: number): readonly Difference[] => {
    const span = stretch(said, from, to);
    return from < to
      ? [{ kind, at: { start: at, end: at }, from: span, words: passage.slice(span.start, span.end), mark: '' }]
      : [];
  };
  const changed = steps.flatMap((step): readonly Difference[] => {
    const at = places[step.at];
    if (!at || step.kind === 'same') return [];
    const from = stretch(said, step.from, step.to);
    const kind = step.kind === 'cut' ? 'cut' : from.start === from.end ? 'added' : 'stands';
    return [{ kind, at, from, words: passage.slice(from.start, from.end), mark: house.slice(at.start, at.end) }];
  });
  return [
    ...trimmed('start', 0, 0, steps[0]?.from ?? 0),
    ...changed,
    ...trimmed('end', house.length, steps.at(-1)?.to ?? 0, said.length),
  ];
}

function keptOf(steps: readonly Step[], said: readonly Piece[], places: readonly Span[]): readonly Kept[] {
  const kept: { at: { start: number; end: number }; from: { start: number; end: number } }[] = [];
  let before: Step | null = null;
  for (const step of steps) {
    const [piece, place] = [said[step.from], places[step.at]];
    if (step.kind !== 'same' || !piece || !place) {
      before = null;
      continue;
    }
    const last = kept.at(-1);
    if (last && before && before.to === step.from) {
      last.at.end = place.end;
      last.from.end = piece.end;
    } else kept.push({ at: { ...place }, from: { start: piece.start, end: piece.end } });
    before = step;
  }
  return kept;
}
