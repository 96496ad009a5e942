import type { ImportResult } from '../../model/draft.ts';
import { assemble } from '../common/assemble.ts';
import { type Cue, captionLines, cueWarnings, joinCues, plainCaption, readTime } from '../common/cues.ts';
import { refused } from '../common/result.ts';
import type { TextFile } from '../textFile.ts';

/** SubRip captions. Numbers, times and style marks are left out. */
export function importSrt(file: TextFile): ImportResult {
  const cues = readCues(file.text);
  if (cues.length === 0)
    return refused(file.name, 'no-words', 'no captions were found in it. Check that it is a SubRip file.');
  return assemble({
    name: file.name,
    format: 'srt',
    encoding: file.encoding,
    warnings: [...file.warnings, ...cueWarnings(cues)],
    title: null,
    leftOut: [`${cues.length} caption numbers and times`],
    said: joinCues(cues),
  });
}

const arrow = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s.*)?$/;

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
      payload.push(plainCaption(lines[++at] ?? ''));
    // Without a blank line between captions the next one's number is the last line of this one.
    if (arrow.test(lines[at + 1] ?? '') && /^\s*\d+\s*$/.test(payload.at(-1) ?? '')) payload.pop();
    cues.push({ fromMs, toMs, lines: captionLines(payload) });
  }
  return cues;
}
