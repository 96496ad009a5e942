import type { ImportResult } from '../../model/draft.ts';
import { assemble } from '../common/assemble.ts';
import { type Cue, joinCues, plainCaption, readTime } from '../common/cues.ts';
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
    warnings: file.warnings,
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

/** A cue's lines by voice: `<v Name>` holds until the next one or its end; without voices, lines of one caption run on unless each has its own dash. */
function voices(payload: readonly string[]): Cue['lines'] {
  const whole = payload.join('\n');
  if (/<v[\s.]/i.test(whole)) {
    const parts: { voice: string | null; text: string }[] = [];
    const before = whole.slice(0, whole.search(/<v[\s.]/i));
    if (plainCaption(before).trim() !== '') parts.push({ voice: null, text: onOneLine(before) });
    for (const match of whole.matchAll(/<v(?:\.[\w.-]+)*\s+([^>]*)>([\s\S]*?)(?=<\/v>|<v[\s.]|$)/gi)) {
      parts.push({ voice: plainCaption(match[1] ?? '').trim() || null, text: onOneLine(match[2] ?? '') });
    }
    return parts;
  }
  const lines = payload.map(plainCaption);
  return lines.length > 1 && lines.every(line => /^\s*[-–]\s/.test(line))
    ? lines.map(text => ({ voice: null, text }))
    : [{ voice: null, text: onOneLine(whole) }];
}

const onOneLine = (text: string) =>
  plainCaption(text)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ');
