import type { ImportReport } from '../../../shared/api/outputs.ts';
import { counted, listed } from '../../ui/words.ts';
import type { Decided } from './decisions.ts';

/** What became of an import, in words. `whole` is false where a file did not come in: that has to be read. */
export function outcomeOf(
  files: readonly Decided[],
  reports: readonly ImportReport[],
): { readonly words: string; readonly whole: boolean } {
  const done = reports.filter(report => report.status === 'imported').length;
  const out = [
    ...files.filter(one => one.item.error !== null).map(one => one.item.file),
    ...reports.filter(report => report.status === 'rejected').map(report => report.file),
  ];
  const known = reports.filter(report => report.status === 'skipped').map(report => report.file);
  const parts = [
    `Imported ${counted(done, 'transcript')}.`,
    out.length > 0 && `Not imported: ${listed(out)}, which could not be read.`,
    known.length > 0 && `In the study already: ${listed(known)}.`,
  ];
  return { words: parts.filter(part => part !== false).join(' '), whole: out.length + known.length === 0 };
}
