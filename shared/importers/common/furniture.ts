import type { Block } from './block.ts';
import { readTimeLine } from './labels.ts';
import { type Cleared, clearNotes } from './notes.ts';

const single: readonly (readonly [RegExp, string])[] = [
  [/^Transcribed by https?:\/\/\S+$/i, 'a line that names the transcribing service'],
  [/\s(?:started|stopped) transcription$/, 'lines that say transcription started or stopped'],
  [/^(?:Transcription|Meeting) ended (?:after|at) [\d:]+(?:\s*👋)?$/u, 'a line that says transcription ended'],
  [/^This editable transcript was computer generated/, 'the notice of a machine transcript'],
  [/^(?:[-–]\s*)?Page \d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–])?$/i, 'page numbers'],
  [/^[-–—_=*]{3,}$/, 'ruled lines'],
  [/^\d{1,4} of \d{1,4}$/, 'page numbers'],
];
const timeLines = 'time lines without words (kept as times of the turns)';

/** Takes out what is not speech: notes made by a machine, lists and notices of a transcribing service, page numbers. A time line gives its time to the block below. */
export function clearFurniture(blocks: readonly Block[]): Cleared {
  const noted = clearNotes(blocks);
  const leftOut = new Set<string>(noted.leftOut);
  let { blocks: kept, title } = noted;
  const started = kept.findIndex(
    block => block.text.length < 200 && /\sstarted transcription$/.test(block.text.trim()),
  );
  if (started > 0 && started <= 5) {
    title ??= kept[0]?.text.trim() ?? null;
    leftOut.add('the meeting’s title and date');
    kept = kept.slice(started);
  }
  const rest: Block[] = [];
  let at: number | null = null;
  for (const block of kept) {
    const text = block.text.length < 400 ? block.text.trim() : '';
    const time = block.label === undefined ? readTimeLine(text) : null;
    const known = single.find(([pattern]) => pattern.test(text));
    if (time !== null) {
      leftOut.add(timeLines);
      at = time;
    } else if (known) leftOut.add(known[1]);
    else {
      rest.push(at === null ? block : { ...block, at, joins: undefined });
      at = null;
    }
  }
  return { blocks: rest, leftOut: [...leftOut], title };
}
