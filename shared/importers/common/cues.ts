import type { ImportWarning } from '../../model/draft.ts';
import { isNameShaped, isSentenceStart, isUsualLabel, type Labelled, readLabel } from './labels.ts';
import type { Said } from './speech.ts';

/** A caption: when, and the lines that stood in it, each with the speaker the format names, if any. */
export type Cue = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lines: readonly CueLine[];
};
export type CueLine = { readonly voice: string | null; readonly text: string };

/** Hours may be left out; parts may have one digit; a comma or a full stop before the milliseconds. Null for what is not a time. */
export function readTime(text: string): number | null {
  const time = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!time) return null;
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = time;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'));
}

/** Marks that captions know; anything else between angle brackets ("<laughs>") is a transcriber's and stays. */
const marks = /<\/?(?:[cibuv]|ruby|rt|lang|font|s)(?:[\s.][^<>]{0,300})?\s*\/?>|<\d[\d:.]{0,15}>|\{\\[^{}]{0,300}\}/gi;

/** A caption's words without its marks; the entities that captions use are read. */
export function plainCaption(text: string): string {
  return text
    .replace(marks, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos|#39);/g, (_, entity: string) => entities[entity] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/** Lines with a dash each are of two people; a line that names a speaker begins anew; all others of one caption run on. */
export function captionLines(payload: readonly string[]): readonly CueLine[] {
  const lines = payload.map(line => line.trim()).filter(Boolean);
  const dialogue = lines.length > 1 && lines.every(line => dash.test(line));
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || dialogue || namesSpeaker(line) || line.startsWith('>>')) parts.push(line);
    else parts[parts.length - 1] = `${last} ${line}`;
  }
  return parts.length === 0 ? [{ voice: null, text: '' }] : parts.map(text => ({ voice: null, text }));
}

const dash = /^\s*[-–]\s/;
/** A dash or a chevron before the words tells of a change of speaker and is not spoken. */
const change = /^\s*(?:[-–]\s+|>>+\s*)/;

function namesSpeaker(line: string): boolean {
  const found = readLabel(line.replace(change, ''));
  return found !== null && !isSentenceStart(found.label) && (isUsualLabel(found.label) || isNameShaped(found.label));
}

type Turn = { label: string | null; parts: string[]; fromMs: number; toMs: number };

/**
 * Joins captions into turns: those of one speaker that follow each other become one turn, their words a space apart; a caption without a label goes on
 * with the speaker before. Captions before any label stay turns of their own, but for those that go on in mid-sentence.
 */
export function joinCues(cues: readonly Cue[]): readonly Said[] {
  const read = readLabels(cues);
  const labels = realLabels(read);
  const turns: Turn[] = [];
  for (const { cue, line, found } of read) {
    const real = found && labels.has(found.label) ? found : null;
    const label = line.voice ?? real?.label ?? null;
    const words = (real ? real.rest : line.text.replace(change, chevronOnly)).trim();
    const last = turns.at(-1);
    const turnedOver = label === null && /^\s*>>/.test(line.text);
    const goesOn = label === null ? last?.label !== null || inMidSentence(last, words) : label === last?.label;
    if (last && goesOn && !turnedOver) {
      if (words !== '') last.parts.push(words);
      last.toMs = Math.max(last.toMs, cue.toMs);
    } else {
      // A caption that says it ends before it starts is taken to end there.
      const toMs = Math.max(cue.fromMs, cue.toMs);
      turns.push({ label, parts: words === '' ? [] : [words], fromMs: cue.fromMs, toMs });
    }
  }
  return turns.map(({ label, parts, fromMs, toMs }) => ({ label, text: parts.join(' '), fromMs, toMs }));
}

/** What a researcher should look at: few captions without a label among labelled ones went to the speaker before. */
export function cueWarnings(cues: readonly Cue[]): readonly ImportWarning[] {
  const read = readLabels(cues).filter(({ line }) => line.text.trim() !== '');
  const labels = realLabels(read);
  const isLabelled = ({ line, found }: (typeof read)[number]) =>
    line.voice !== null || (found !== null && labels.has(found.label));
  const first = read.findIndex(isLabelled);
  const bare = first < 0 ? 0 : read.slice(first).filter(one => !isLabelled(one)).length;
  // Where most captions have none, a label stands only where the speaker changes.
  if (bare === 0 || bare * 3 > read.length) return [];
  const captions =
    bare === 1 ? '1 caption has no speaker label and was' : `${bare} captions have no speaker label and were`;
  return [{ code: 'unlabelled-captions', message: `${captions} taken as the words of the speaker before.` }];
}

type Read = { readonly cue: Cue; readonly line: CueLine; readonly found: Labelled | null };

const readLabels = (cues: readonly Cue[]): readonly Read[] =>
  cues.flatMap(cue =>
    cue.lines.map(line => ({
      cue,
      line,
      found: line.voice === null ? readLabel(line.text.replace(change, '')) : null,
    })),
  );

/** The dash stays where no label follows: it may be a broken-off sentence. */
const chevronOnly = (mark: string) => (mark.includes('>>') ? '' : mark);

function inMidSentence(last: Turn | undefined, words: string): boolean {
  const before = last?.parts.at(-1) ?? '';
  return /^\p{Ll}/u.test(words) && /[\p{L}\p{N},;–-]$/u.test(before);
}

/** What stands before a colon is a label if it comes again, or has a form that labels have. */
function realLabels(read: readonly Read[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const { found } of read) if (found) uses.set(found.label, (uses.get(found.label) ?? 0) + 1);
  const few = [...uses].filter(
    ([label, count]) => isUsualLabel(label) || (!isSentenceStart(label) && (isNameShaped(label) || count > 2)),
  );
  return new Set(few.map(([label]) => label));
}
