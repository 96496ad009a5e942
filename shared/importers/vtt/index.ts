import type { ImportResult } from '../../model/draft.ts';
import { assemble } from '../common/assemble.ts';
import { type Cue, captionLines, cueWarnings, joinCues, plainCaption, readTime } from '../common/cues.ts';
import { refused } from '../common/result.ts';
import type { TextFile } from '../textFile.ts';

/** WebVTT captions, as Teams, Zoom and others write them. Notes, styles, regions, cue numbers and settings are left out. */
export function importVtt(file: TextFile): ImportResult {
  const cues = readCues(file.text);
  if (cues.length === 0)
    return refused(file.name, 'no-words', 'no captions were found in it. Check that it is a WebVTT file.');
  const notes = (file.text.match(/^(?:NOTE|STYLE|REGION)\b/gm) ?? []).length;
  return assemble({
    name: file.name,
    format: 'vtt',
    encoding: file.encoding,
    warnings: [...file.warnings, ...cueWarnings(cues)],
    title: null,
    leftOut: [`${cues.length} caption times`, ...(notes > 0 ? [`${notes} notes and styles`] : [])],
    said: joinCues(cues),
  });
}

const arrow = /^\s*([\d:.,]+)\s+-->\s+([\d:.,]+)(?:\s.*)?$/;

function readCues(text: string): readonly Cue[] {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at++) {
    const times = arrow.exec(lines[at] ?? '');
    const fromMs = times?.[1] === undefined ? null : readTime(times[1]);
    const toMs = times?.[2] === undefined ? null : readTime(times[2]);
    if (fromMs === null || toMs === null) continue;
    const payload: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]?.trim() !== '' && !arrow.test(lines[at + 1] ?? ''))
      payload.push(lines[++at] ?? '');
    cues.push({ fromMs, toMs, lines: voices(payload) });
  }
  return cues;
}

/** A cue's lines by voice: `<v Name>` holds until its end or the next one; words outside any are nobody's. Without voices, as other captions. */
function voices(payload: readonly string[]): Cue['lines'] {
  const whole = payload.join('\n');
  if (!voice.test(whole)) return captionLines(payload.map(plainCaption));
  const parts: { voice: string | null; text: string }[] = [];
  let name: string | null = null;
  for (const [index, piece] of whole.split(voice).entries()) {
    // Splitting by the tag gives words and names by turns.
    if (index % 2 === 1) name = piece === undefined ? null : plainCaption(piece).trim() || null;
    else if (onOneLine(piece ?? '') !== '') parts.push({ voice: name, text: onOneLine(piece ?? '') });
  }
  return parts.length === 0 ? [{ voice: null, text: '' }] : parts;
}

/** The start of a voice with its name, or the end of one. */
const voice = /<v(?:\.[\w.-]{1,60})*\s+([^<>]{0,200})>|<\/v>/i;

const onOneLine = (text: string) =>
  plainCaption(text)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ');
