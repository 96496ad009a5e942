import { createHash } from 'node:crypto';
import type { Bundle } from '../../../../shared/exporters/quotes/bundle.ts';
import type { SourceId } from '../../../../shared/model/ids.ts';
import type { BundleQuote } from '../../../../shared/model/quotes.ts';
import { bundle, bundleQuote } from '../../../builders/quotes.ts';

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64');

const quote = (id: string, source: string, text: string, more: Partial<BundleQuote> = {}) =>
  bundleQuote({ id, text, source: `${source}.txt`, key: `${source}:0-${text.length}`, ...more });

/** A bundle with something of everything: lead-in, words changed for print, context, notes, attributes, sources, signs that formats give a meaning. */
export function fullBundle(fields: Partial<Bundle> = {}): Bundle {
  const a = quote('Q1', 's1', 'I trust Sal, she waits.', {
    printed: 'I trust [mentor], she waits …',
    leadIn: 'One young person said:',
    themes: ['Someone to row with'],
    outcomes: [2],
    codes: ['Trust'],
    paths: ['People > Trust'],
    phase: 1,
    vivid: true,
    state: 'chosen',
  });
  const b = quote('Q2', 's2', '=1+1 *is* <b>not</b> `a` formula & 2. is no [list](x)\nnor #this', {
    attribution: 'Parent/Carer FG phase 2',
    group: 'Parent/Carer',
    phase: 2,
    participant: null,
    themes: ['Someone to row with', 'Dry <&>'],
    outcomes: [2],
  });
  const source = {
    title: 't',
    fileName: 's1.txt',
    kind: 'interview',
    group: 'CYP',
    phase: 1,
    participant: 'CYP1',
  } as const;
  return bundle({
    title: 'Boat <shed> & yard',
    chapters: [
      {
        outcome: { number: 2, title: 'Reasons', statement: 'Why people come' },
        sections: [
          { theme: { name: 'Someone to row with', concept: 'In a line', definition: 'In full' }, quotes: [a, b] },
          { theme: { name: 'Dry <&>', concept: '', definition: '' }, quotes: [b] },
        ],
      },
      { outcome: { number: 7, title: 'Costs', statement: '' }, sections: [] },
    ],
    extra: {
      attributes: ['School status', 'Months'],
      shared: [],
      sources: [
        { id: 's1' as SourceId, ...source, attribution: 'Interview CYP1 phase 1' },
        {
          id: 's2' as SourceId,
          ...source,
          fileName: 's2.txt',
          kind: 'focus group',
          group: 'Parent/Carer',
          participant: null,
          phase: 2,
          attribution: 'Parent/Carer FG phase 2',
        },
      ],
      details: new Map([
        [
          a.key,
          {
            values: { 'School status': '@home' },
            turn: 4,
            notes: ['Look again'],
            before: [{ who: 'Interviewer', words: 'And who helps?', place: { start: 0, end: 14 } }],
            after: [{ who: '', words: 'Always.', place: { start: 40, end: 47 } }],
          },
        ],
      ]),
    },
    ...fields,
  });
}
