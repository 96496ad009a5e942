import type { Span, Transcript } from '../model/entities.ts';
import { createView, type View } from './views.ts';

/** Where a label stands in a text as printed, and the words it stands for. */
export type Redaction = Span & { readonly words: string };

/** A transcript as spoken: text, turns and codings stand in the spoken text, and codings quote it. `view` is the way between both. */
export function asSpoken(
  printed: Transcript,
  redactions: readonly Redaction[],
): { readonly transcript: Transcript; readonly view: View } {
  const view = createView(printed.text, redactions);
  const moved = <Placed extends Span>(one: Placed): Placed => ({ ...one, ...view.toSpoken(one) });
  const transcript = {
    ...printed,
    text: view.spoken,
    turns: printed.turns.map(moved),
    codings: printed.codings.map(coding => {
      const place = moved(coding);
      return { ...place, quoted: view.spoken.slice(place.start, place.end) };
    }),
  };
  return { transcript, view };
}
