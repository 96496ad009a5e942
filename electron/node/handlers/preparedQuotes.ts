import { checkedSpan } from '../../../db/codings.ts';
import { preparedOn } from '../../../db/preparedQuotes.ts';
import { checkedPlaces, prepareQuote } from '../../../db/prepareQuote.ts';
import { quoteBoard } from '../../../db/quoteBoard.ts';
import { type OrderedUnder, orderQuotes } from '../../../db/quoteOrder.ts';
import type { Reader } from '../../../db/reader.ts';
import { sourceText } from '../../../db/sources.ts';
import { outcomeRow } from '../../../db/themeOutcomes.ts';
import { themeRow } from '../../../db/themes.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { QuoteState } from '../../../shared/model/preparedQuotes.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, opening } from '../plain.ts';

type Part = Pick<Handlers<Ctx>, 'quote.prepared' | 'quote.prepare' | 'quote.adjust' | 'quote.order' | 'quote.board'>;

/** Quotes made ready for print. */
export const preparedQuoteHandlers: Part = {
  'quote.prepared': ({ study }, { sessions }) => [...preparedOn(sessions.get(study).file.read).values()],
  'quote.prepare': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { printed, leadIn, state, vivid } = input;
    return sessions.command(session, 'quote.prepare', input, write => {
      const places = checkedPlaces(read, input.extracts);
      const bounds = input.bounds && places[0] && checkedSpan(sourceText(read, places[0].source), input.bounds);
      const change = { printed, leadIn, state, vivid, bounds };
      const result = places.flatMap(place => prepareQuote(read, write, place, change, session.coder.id, now()) ?? []);
      const what = quoted(places);
      return { result, summary: said(change, what) };
    });
  },
  'quote.adjust': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'quote.adjust', input, write => {
      const [place] = checkedPlaces(read, [input.extract]);
      if (!place) throw new Error('A checked place for each that was named.');
      const bounds = checkedSpan(sourceText(read, place.source), { start: input.start, end: input.end });
      const change = { bounds, printed: input.printed };
      const result = prepareQuote(read, write, place, change, session.coder.id, now());
      return { result, summary: `Moved the bounds of the quote “${opening(place.quoted)}”` };
    });
  },
  'quote.order': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'quote.order', input, write => {
      const places = input.ordered === false ? null : checkedPlaces(read, input.extracts);
      orderQuotes(read, write, input, places);
      return { result: null, summary: orderSaid(headingIn(read, input), places?.length ?? null) };
    });
  },
  'quote.board': ({ study, theme, outcome, within }, { sessions }) =>
    quoteBoard(sessions.get(study).file.read, { theme, outcome }, within),
};

const orderSaid = (under: string, quotes: number | null): string =>
  quotes === null
    ? `Gave the quotes ${under} back to report order`
    : `Changed the order of ${count(quotes, 'quote')} ${under}`;

function headingIn(read: Reader, { theme, outcome }: OrderedUnder): string {
  if (theme !== undefined) return `under “${themeRow(read, theme).name}”`;
  return outcome === undefined ? 'in no theme' : `straight under outcome ${outcomeRow(read, outcome).number}`;
}

function quoted(places: readonly { readonly quoted: string }[]): string {
  const [first] = places;
  return places.length === 1 && first ? `the quote “${opening(first.quoted)}”` : count(places.length, 'quote');
}

type Change = {
  readonly printed: string | null | undefined;
  readonly leadIn: string | undefined;
  readonly state: QuoteState | undefined;
  readonly vivid: boolean | undefined;
  readonly bounds: Span | undefined;
};

function said({ printed, leadIn, state, vivid, bounds }: Change, what: string): string {
  const given = [printed, leadIn, state, vivid, bounds].filter(one => one !== undefined);
  if (given.length !== 1) return `Made ${what} ready for print`;
  if (printed !== undefined)
    return printed === null ? `Took ${what} back to its passage` : `Edited the words of ${what}`;
  if (state !== undefined) return stateSaid(state, what);
  if (vivid !== undefined) return vivid ? `Starred ${what} as vivid` : `Took the star from ${what}`;
  return leadIn === '' ? `Took the lead-in from ${what}` : `Gave ${what} a lead-in`;
}

function stateSaid(state: QuoteState, what: string): string {
  switch (state) {
    case 'candidate':
      return `Made ${what} a candidate`;
    case 'chosen':
      return `Chose ${what}`;
    case 'used':
      return `Marked ${what} as used`;
    case 'held':
      return `Held back ${what}`;
    default:
      return assertNever(state);
  }
}
