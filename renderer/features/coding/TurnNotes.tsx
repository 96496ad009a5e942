import { useMemo } from 'react';
import type { Code, Transcript } from '../../../shared/model/entities.ts';
import { turnsIn } from '../../../shared/text/turns.ts';

/** Which codings stand in which turn, in words: washes and stripes can't be heard. */
export function TurnNotes({ transcript, codes }: { readonly transcript: Transcript; readonly codes: readonly Code[] }) {
  const notes = useMemo(() => {
    const names = new Map(codes.map(code => [code.id, code.name]));
    const byTurn = new Map<number, string[]>();
    for (const coding of transcript.codings) {
      for (const turn of turnsIn(transcript.turns, coding))
        byTurn.set(turn.ordinal, [...(byTurn.get(turn.ordinal) ?? []), names.get(coding.code) ?? '']);
    }
    return [...byTurn].sort((a, b) => a[0] - b[0]);
  }, [transcript, codes]);
  return (
    <section className="visually-hidden" aria-label="Codings by turn">
      <ul>
        {notes.map(([ordinal, coded]) => (
          <li key={ordinal}>
            Turn {ordinal}: {coded.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
