import type { CheckedFinding, DisclosureReport } from '../../../../shared/model/disclosure.ts';
import { count } from '../../plain.ts';
import { openGiven } from '../checked.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { withStudy } from '../study.ts';

export type DisclosureCliOptions = CommonOptions &
  KeyOptions & {
    readonly outcome?: number;
    readonly theme?: string;
    readonly least?: number;
  };

/** What could identify somebody: each finding with its place, what to do and its key. Anything that blocks and is not accepted makes the exit code 1. */
export function disclosure(host: CliHost, path: string, options: DisclosureCliOptions): Promise<Said> {
  const { outcome, theme, least } = options;
  return withStudy(host, path, options, async (call, { handle: study, title }) => {
    await openGiven(host, call, study, options);
    const filter = outcome === undefined && theme === undefined ? undefined : { outcome, theme };
    const report = await call('disclosure.check', {
      study,
      ...(filter && { filter }),
      ...(least !== undefined && { least }),
    });
    return { document: report, text: lines(inWords(title, report)), partly: report.counts.blocking > 0 };
  });
}

function inWords(title: string, { findings, counts, checked, unseen }: DisclosureReport): readonly string[] {
  const open = findings.filter(one => one.accepted === null);
  const part = (heading: string, part: readonly CheckedFinding[]) =>
    part.length === 0 ? [] : ['', heading, ...part.flatMap(found)];
  return [
    `${title}: ${counts.blocking === 0 ? 'nothing blocks' : `${count(counts.blocking, 'finding')} that block`}, ${counts.advice.toLocaleString('en-GB')} to think about, ${counts.accepted.toLocaleString('en-GB')} accepted.`,
    `Looked at ${count(checked.quotes, 'quote')} from ${count(checked.sources, 'source')} under ${count(checked.labels, 'label')}.`,
    ...part(
      'Blocking: nothing is exported until each is settled or accepted',
      open.filter(one => one.level === 'blocking'),
    ),
    ...part(
      'Advice',
      open.filter(one => one.level === 'advice'),
    ),
    ...part(
      'Accepted',
      findings.filter(one => one.accepted !== null),
    ),
    '',
    'This check can’t see',
    ...unseen.map(one => `  - ${one}`),
  ];
}

function found({ message, remedy, key, place, accepted }: CheckedFinding): readonly string[] {
  const quotes = place.quotes.slice(0, 6).map(({ id, file, start, end }) => {
    const at = `${file} ${start}–${end}`;
    return /^[0-9a-f]{8}-|:/.test(id) ? at : `${id} (${at})`;
  });
  const rest = place.quotes.length - quotes.length;
  const where = [...quotes, ...(rest > 0 ? [`${rest.toLocaleString('en-GB')} more`] : [])].join(', ');
  return [
    `  * ${message}`,
    ...(where ? [`      Where: ${where}`] : place.where ? [`      Where: ${place.where}`] : []),
    ...(accepted ? [`      Accepted by ${accepted.by}: ${accepted.reason}`] : [`      Do: ${remedy}`]),
    `      Key: ${key}`,
  ];
}
