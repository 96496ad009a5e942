import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { moveEdge } from '../../../shared/text/units.ts';
import { countWords } from '../../../shared/text/words.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/Button.tsx';
import { counted } from '../../ui/words.ts';
import css from './WordsEditor.module.css';

/** Widens or narrows a passage, sentence by sentence, at either end. */
export function BoundsRow({
  transcript,
  bounds,
  onChange,
}: {
  readonly transcript: Transcript;
  readonly bounds: Span;
  readonly onChange: (bounds: Span) => void;
}) {
  const move = (edge: 'start' | 'end', by: 1 | -1) => {
    const next = moveEdge(transcript.text, transcript.turns, bounds, edge, by, 'sentence');
    if (next.start === bounds.start && next.end === bounds.end) return announce('It can’t go further.');
    const words = countWords(transcript.text.slice(next.start, next.end));
    announce(`The passage has ${counted(words, 'word')}.`);
    onChange(next);
  };
  return (
    <fieldset className={css.bounds} aria-label="Bounds of the passage">
      <span>
        Start
        <IconButton icon="plus" label="Take in the sentence before" onPress={() => move('start', -1)} />
        <IconButton icon="minus" label="Leave out the first sentence" onPress={() => move('start', 1)} />
      </span>
      <span>
        End
        <IconButton icon="plus" label="Take in the sentence after" onPress={() => move('end', 1)} />
        <IconButton icon="minus" label="Leave out the last sentence" onPress={() => move('end', -1)} />
      </span>
      <small>of the passage, {counted(countWords(transcript.text.slice(bounds.start, bounds.end)), 'word')}</small>
    </fieldset>
  );
}
