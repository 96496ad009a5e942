import type { ImportResult } from '../../model/draft.ts';
import { linesToBlocks } from '../common/block.ts';
import { clearRunningHeads } from '../common/pages.ts';
import { fromBlocks } from '../common/transcript.ts';
import type { TextFile } from '../textFile.ts';

/** Plain text: a metadata block if there is one, then labelled speech. Form feeds part pages. */
export function importTxt({ text, ...file }: TextFile): ImportResult {
  const pages = clearRunningHeads(text.split('\f').map(linesToBlocks));
  return fromBlocks({ ...file, format: 'txt', blocks: pages.pages.flat(), leftOut: pages.leftOut });
}
