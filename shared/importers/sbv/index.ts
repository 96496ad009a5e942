import type { ImportResult } from '../../model/draft.ts';
import { assemble } from '../common/assemble.ts';
import { type Cue, captionLines, cueWarnings, joinCues, plainCaption, readTime } from '../common/cues.ts';
import { refused } from '../common/result.ts';
import type { TextFile } from '../textFile.ts';

/** SubViewer captions, as YouTube writes them: "0:00:01.000,0:00:04.000" and then the words. */
export function importSbv(file: TextFile): ImportResult {
  const cues = readCues(file.text);
  if (cues.length === 0)
    return refused(file.name, 'no-words', 'no captions were found in it. Check that it is a SubViewer (.sbv) file.');
  return assemble({
    name: file.name,
    format: 'sbv',
    encoding: file.encoding,
    warnings: [...file.warnings, ...cueWarnings(cues)],
    title: null,
    leftOut: [`${cues.length} caption times`],
    said: joinCues(cues),
  });
}

const times = /^\s*(\d+:\d{1,2}:\d{1,2}[.,]\d{1,3})\s*,\s*(\d+:\d{1,2}:\d{1,2}[.,]\d{1,3})\s*$/;

function readCues(text: string): readonly Cue[] {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at++) {
    const found = times.exec(lines[at] ?? '');
    const fromMs = found?.[1] === undefined ? null : readTime(found[1]);
    const toMs = found?.[2] === undefined ? null : readTime(found[2]);
    if (fromMs === null || toMs === null) continue;
    const payload: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]?.trim() !== '' && !times.test(lines[at + 1] ?? ''))
      payload.push(plainCaption(lines[++at] ?? ''));
    cues.push({ fromMs, toMs, lines: captionLines(payload) });
  }
  return cues;
}
