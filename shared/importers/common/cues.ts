import { readLabel } from './labels.ts';
import type { Said } from './speech.ts';

/** A caption: when, and the lines that stood in it, each with the speaker the format names, if any. */
export type Cue = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly lines: readonly { readonly voice: string | null; readonly text: string }[];
};

/** Hours may be left out; parts may have one digit; a comma or a full stop before the milliseconds. Null for what is not a time. */
export function readTime(text: string): number | null {
  const time = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!time) return null;
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = time;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'));
}

/** A caption's words without its marks; the entities that captions use are read. */
export function plainCaption(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\{\\[^}]*\}/g, '')
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

/** Joins captions into turns: those of one speaker that follow each other become one turn, their words a space apart; a caption without a label goes on with the speaker before. Captions before any label stay turns of their own. */
export function joinCues(cues: readonly Cue[]): readonly Said[] {
  const labels = realLabels(cues);
  const turns: { label: string | null; parts: string[]; fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs, lines } of cues) {
    for (const { voice, text } of lines) {
      const found = voice === null ? readLabel(text.replace(/^\s*[-–]\s+/, '')) : null;
      const label = voice ?? (found && labels.has(found.label) ? found.label : null);
      const words = (found && voice === null && labels.has(found.label) ? found.rest : text).trim();
      const last = turns.at(-1);
      const sameVoice = label === null ? last?.label !== null : label === last?.label;
      if (last && sameVoice) {
        if (words !== '') last.parts.push(words);
        last.toMs = Math.max(last.toMs, toMs);
      } else turns.push({ label, parts: words === '' ? [] : [words], fromMs, toMs });
    }
  }
  return turns.map(({ label, parts, fromMs, toMs }) => ({ label, text: parts.join(' '), fromMs, toMs }));
}

/** What stands before a colon is a label if it comes again, or has a form that labels have. */
function realLabels(cues: readonly Cue[]): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const { lines } of cues) {
    for (const { voice, text } of lines) {
      const found = voice === null ? readLabel(text.replace(/^\s*[-–]\s+/, '')) : null;
      if (found) uses.set(found.label, (uses.get(found.label) ?? 0) + 1);
    }
  }
  const few = [...uses].filter(
    ([label, count]) =>
      count > 1 ||
      /^\p{Lu}[\p{L}.'’-]*(?:\s?\d+)?(?:\s\p{Lu}[\p{L}.'’-]*)?(?:\s*\(.*\))?$|^\p{Lu}{1,4}\d{1,3}(?:\s*\(.*\))?$/u.test(
        label,
      ),
  );
  return new Set(few.map(([label]) => label));
}
