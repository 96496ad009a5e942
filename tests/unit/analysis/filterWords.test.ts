import { expect, test } from 'vitest';
import { filterInWords } from '../../../shared/analysis/filterWords.ts';
import type { AttributeId, CoderId, ParticipantId, ThemeId } from '../../../shared/model/ids.ts';

const names = {
  participant: (id: string) => (id === 'p1' ? 'CYP1' : undefined),
  attribute: () => 'Months',
  coder: () => 'Ada',
  theme: () => 'Asked first',
  source: () => undefined,
};
const words = (filter: Parameters<typeof filterInWords>[0]) => filterInWords(filter, names);

test('a filter in words: values of one field are alternatives, fields narrow together', () => {
  expect(words({})).toBeNull();
  expect(words({ kinds: ['interview', 'focus group'], phases: [2] })).toBe('interviews or focus groups; phase 2');
  expect(words({ groups: ['CYP', 'Staff', null] })).toBe('CYP, Staff or no group');
  expect(words({ coders: ['c' as CoderId], themes: ['t' as ThemeId] })).toBe('coded by Ada; theme “Asked first”');
  expect(words({ attributes: [{ attribute: 'a' as AttributeId, values: ['3', ''] }] })).toBe('Months: 3 or not given');
});

test('what is gone from the study, or lets nothing through, is said', () => {
  expect(words({ participants: ['p1', 'p9'] as ParticipantId[] })).toBe('CYP1 or one that is gone');
  expect(words({ phases: [] })).toBe('nothing');
});
