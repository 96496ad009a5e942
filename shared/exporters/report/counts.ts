import type { ReportSnapshot } from '../../model/report.ts';

/** "13 sources, 5 participants (CYP 5), 14 speakers without a number of their own." */
export function countsInWords({ sources, participants, groups, speakers }: ReportSnapshot['counts']): string {
  const by = groups.filter(one => one.group !== '').map(one => `${one.group} ${one.participants}`);
  return `${[
    counted(sources, 'source'),
    ...(participants > 0
      ? [`${counted(participants, 'participant')}${by.length > 0 ? ` (${by.join(', ')})` : ''}`]
      : []),
    ...(speakers > 0 ? [`${counted(speakers, 'speaker')} without a number of their own`] : []),
  ].join(', ')}.`;
}

/** "1 quote", "1,204 quotes". */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
