import type { Block } from './block.ts';

export type Cleared = {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly string[];
  readonly title: string | null;
};

const otterHeads = /^(?:SUMMARY KEYWORDS|SPEAKERS|KEYWORDS)$/;
const single: readonly (readonly [RegExp, string])[] = [
  [/^Transcribed by https?:\/\/\S+$/i, 'a line that names the transcribing service'],
  [/ (?:started|stopped) transcription$/, 'lines that say transcription started or stopped'],
  [/^(?:\(?\d{1,2}:)?\d{1,2}:\d{2}\)?$/, 'time lines without words'],
  [/^Transcription ended after [\d:]+$/, 'a line that says transcription ended'],
  [/^This editable transcript was computer generated/, 'the notice of a machine transcript'],
];

/** Takes out what is not speech: keyword and speaker lists of a transcribing service, notes made by a machine before the transcript, page furniture. */
export function clearFurniture(blocks: readonly Block[]): Cleared {
  const leftOut = new Set<string>();
  let kept: readonly Block[] = blocks;
  let title: string | null = null;
  const transcript = kept.findIndex(block => /^(?:📖\s*)?Transcript$/u.test(block.text.trim()));
  const notes = kept.findIndex(block => /^(?:📝\s*)?Notes$|^Summary$/u.test(block.text.trim()));
  if (transcript >= 0 && notes >= 0 && notes < transcript) {
    leftOut.add('notes and summary made by a machine, before the transcript');
    kept = kept.slice(transcript + 1);
    const date = kept.findIndex(block => /^[A-Z][a-z]{2} \d{1,2}, \d{4}$/.test(block.text.trim()));
    if (date === 0) kept = kept.slice(1);
    const head = kept[0]?.text.trim();
    if (head?.endsWith('- Transcript')) {
      title = head.replace(/\s*- Transcript$/, '');
      kept = kept.slice(1);
    }
  }
  const started = kept.findIndex(block => / started transcription$/.test(block.text.trim()));
  if (started > 0 && started <= 4) {
    title ??= kept[0]?.text.trim() ?? null;
    leftOut.add('the meeting’s title and date');
    kept = kept.slice(started);
  }
  kept = kept.filter((block, index) => {
    const text = block.text.trim();
    const before = kept[index - 1]?.text.trim() ?? '';
    if (otterHeads.test(text) || (otterHeads.test(before) && text.includes(','))) {
      leftOut.add('the list of keywords and speakers');
      return false;
    }
    const known = single.find(([pattern]) => pattern.test(text));
    if (known) leftOut.add(known[1]);
    return !known;
  });
  return { blocks: kept, leftOut: [...leftOut], title };
}
