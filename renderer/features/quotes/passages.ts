import type { Quote, Speaker, Transcript, Turn } from '../../../shared/model/entities.ts';
import { mainTurn, turnsIn } from '../../../shared/text/turns.ts';
import type { Section } from './choice.ts';

/** The sections of the report in which a quote is printed, in report order; what is in no theme is printed in no theme's section. */
export function printedIn(quote: Pick<Quote, 'id'>, sections: readonly Section[]): readonly Section[] {
  return sections.filter(
    section => (section.theme !== null || section.outcome !== null) && section.quotes.some(one => one.id === quote.id),
  );
}

type Placed = Pick<Quote, 'id' | 'source' | 'attribution' | 'start' | 'end'>;

/** Other quotes that share words of the same source with this one, in the order given. */
export function sharingWords<T extends Placed>(quote: Placed, quotes: readonly T[]): readonly T[] {
  return quotes.filter(
    other =>
      other.id !== quote.id && other.source === quote.source && other.start < quote.end && quote.start < other.end,
  );
}

/** A turn of a passage, with its words in parts: those of the quote are marked. */
export type PassageTurn = {
  readonly turn: Turn;
  readonly who: string;
  readonly asks: boolean;
  readonly quoted: boolean;
  readonly parts: readonly { readonly words: string; readonly marked: boolean }[];
};

/** The turns a quote touches, with `around` turns before and after. */
export function passageOf(
  transcript: Transcript,
  quote: Pick<Quote, 'start' | 'end'>,
  around: number,
): readonly PassageTurn[] {
  const { text, turns, speakers } = transcript;
  const touched = turnsIn(turns, quote);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return [];
  const byId = new Map(speakers.map(speaker => [speaker.id, speaker]));
  return turns.slice(Math.max(0, turns.indexOf(first) - around), turns.indexOf(last) + 1 + around).map(turn => {
    const speaker = turn.speaker === null ? undefined : byId.get(turn.speaker);
    const start = clamped(quote.start, turn);
    const end = clamped(quote.end, turn);
    const parts = [
      { words: text.slice(turn.start, start), marked: false },
      { words: text.slice(start, end), marked: true },
      { words: text.slice(end, turn.end), marked: false },
    ].filter(part => part.words !== '');
    return {
      turn,
      who: speaker?.name ?? '',
      asks: speaker?.role === 'interviewer',
      quoted: touched.includes(turn),
      parts,
    };
  });
}

const clamped = (offset: number, { start, end }: Turn) => Math.min(end, Math.max(start, offset));

export type OtherSpeaker = { readonly speaker: Speaker; readonly turns: number };

/** Who speaks in the quote's source beside the person quoted, those with most turns first. */
export function othersIn(
  { turns, speakers }: Transcript,
  quote: Pick<Quote, 'start' | 'end'>,
): readonly OtherSpeaker[] {
  const asks = new Set(speakers.filter(speaker => speaker.role === 'interviewer').map(speaker => speaker.id));
  const quoted = mainTurn(turns, quote, turn => turn.speaker !== null && !asks.has(turn.speaker))?.speaker;
  return speakers
    .filter(speaker => speaker.id !== quoted)
    .map(speaker => ({ speaker, turns: turns.filter(turn => turn.speaker === speaker.id).length }))
    .filter(one => one.turns > 0)
    .toSorted((a, b) => b.turns - a.turns);
}
