import type { DraftSpeaker, DraftTurn, ImportWarning } from '../../model/draft.ts';
import { countWords } from '../../text/words.ts';
import { roleOf } from './roles.ts';

/** One stretch of speech as found: words as they came, outer white space off. */
export type Said = {
  readonly label: string | null;
  readonly text: string;
  readonly fromMs: number | null;
  readonly toMs: number | null;
};

export type Speech = {
  readonly text: string;
  readonly turns: readonly DraftTurn[];
  readonly speakers: readonly DraftSpeaker[];
  readonly words: number;
};

const join = '\n\n';

/** Lays stretches of speech end to end, one blank line between, and counts who said how much. Empty ones are dropped. */
export function layOut(said: readonly Said[]): Speech {
  const parts: string[] = [];
  const turns: DraftTurn[] = [];
  const labels = new Map<string, { index: number; turns: number; words: number }>();
  let at = 0;
  let words = 0;
  for (const one of said) {
    const text = one.text.trim();
    if (text === '') continue;
    const start = parts.length === 0 ? 0 : at + join.length;
    const count = countWords(text);
    let speaker: number | null = null;
    if (one.label !== null) {
      const known = labels.get(one.label) ?? { index: labels.size, turns: 0, words: 0 };
      labels.set(one.label, { index: known.index, turns: known.turns + 1, words: known.words + count });
      speaker = known.index;
    }
    parts.push(text);
    at = start + text.length;
    words += count;
    turns.push({ start, end: at, speaker, fromMs: one.fromMs, toMs: one.toMs });
  }
  const speakers = [...labels].map(([label, tally]) => ({
    label,
    name: label,
    ...roleOf(label),
    turns: tally.turns,
    words: tally.words,
  }));
  return { text: parts.join(join), turns, speakers, words };
}

/** What a researcher should look at in these speakers and turns. */
export function speechWarnings({ turns, speakers }: Speech): readonly ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const unlabelled = turns.filter(turn => turn.speaker === null).length;
  if (speakers.length === 0)
    warnings.push({
      code: 'no-speakers',
      message: 'No speaker labels were found. Each paragraph is a turn without a speaker.',
    });
  else if (unlabelled > 0)
    warnings.push({
      code: 'unlabelled',
      message: `${unlabelled === 1 ? '1 turn has' : `${unlabelled} turns have`} no speaker label.`,
    });
  const seen = new Map<string, string>();
  for (const { label } of speakers) {
    const key = label.toLowerCase().replace(/[\s._-]+/g, '');
    const other = seen.get(key);
    if (other !== undefined)
      warnings.push({
        code: 'same-person',
        message: `“${other}” and “${label}” look like one person. Give both the same name to join them.`,
      });
    seen.set(key, other ?? label);
  }
  return warnings;
}
