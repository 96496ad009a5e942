import { describe, expect, test } from 'vitest';
import { filterFields, type Known } from '../../../renderer/app/filterFields.ts';
import { foundInWords, foundItems, pieces, stretchesOf } from '../../../renderer/features/explore/found.ts';
import { inSight, ordered, shadeOf, sortAfter, stepTo } from '../../../renderer/features/explore/grid.ts';
import type { NoteHit, SearchHit } from '../../../shared/api/outputs/search.ts';
import type { Coder, Source, Theme } from '../../../shared/model/entities.ts';
import type { AttributeId, ParticipantId } from '../../../shared/model/ids.ts';

const hit = (source: string, start: number, more: Partial<SearchHit> = {}) =>
  ({ source, title: source, start, end: start + 5, text: 'trust', marks: [], ...more }) as SearchHit;
const note = (kind: NoteHit['kind'], id: string) => ({ kind, id, title: id }) as NoteHit;

describe('what was found', () => {
  test('stands under its sources, then codebook, themes and memos; a source that may go on says so', () => {
    const items = foundItems([hit('a', 1), hit('a', 9), hit('b', 3)], [note('memo', 'm'), note('code', 'c')], true);
    expect(items.map(item => (item.kind === 'heading' ? `${item.name} ${item.count}` : item.id))).toEqual([
      'a 2',
      'a 1 6',
      'a 9 14',
      'b 1+',
      'b 3 8',
      'Codebook 1',
      'code c',
      'Memos 1',
      'memo m',
    ]);
    expect(new Set(items.map(item => item.id)).size).toBe(items.length);
  });

  test('in words: counts what there is, and says where it counted no further', () => {
    expect(foundInWords({ total: 1, exact: true, notes: [] })).toBe('1 place');
    expect(foundInWords({ total: 2000, exact: false, notes: [note('code', 'c'), note('memo', 'm')] })).toBe(
      'At least 2,000 places, 1 code and 1 memo',
    );
    expect(foundInWords({ total: 0, exact: true, notes: [] })).toBe('Nothing found');
  });

  test('the words that match are told from those between; marks far away are let be', () => {
    const marks = [
      { start: 10, end: 15 },
      { start: 20, end: 24 },
      { start: 90, end: 95 },
    ];
    const found = hit('a', 10, { end: 26, text: 'trust the boat! ', marks });
    expect(pieces(found).map(piece => [piece.text, piece.marked])).toEqual([
      ['trust', true],
      [' the ', false],
      ['boat', true],
      ['! ', false],
    ]);
    expect(
      pieces(found)
        .map(piece => piece.text)
        .join(''),
    ).toBe(found.text);
    expect(stretchesOf([found, hit('a', 40)])).toEqual([...marks, { start: 40, end: 45 }]);
  });
});

describe('a grid of counts', () => {
  test('draws what is in sight and a few either side, never outside', () => {
    expect(inSight({ offset: 0, room: 320, size: 32, count: 200 }, 2)).toEqual({ first: 0, last: 12 });
    expect(inSight({ offset: 3200, room: 320, size: 32, count: 200 }, 2)).toEqual({ first: 98, last: 112 });
    expect(inSight({ offset: 99_999, room: 320, size: 32, count: 200 }, 2)).toEqual({ first: 200, last: 200 });
    expect(inSight({ offset: 0, room: 320, size: 32, count: 0 })).toEqual({ first: 0, last: 0 });
  });

  test('keys move inside it: to the head, to the names, to the totals', () => {
    const extent = { rows: 3, columns: 2, totals: true };
    const from = { row: 0, column: 0 };
    expect(stepTo('ArrowUp', false, from, extent)).toEqual({ row: -1, column: 0 });
    expect(stepTo('ArrowLeft', false, from, extent)).toEqual({ row: 0, column: -1 });
    expect(stepTo('PageDown', false, from, extent)).toEqual({ row: 2, column: 0 });
    expect(stepTo('End', false, from, extent)).toEqual({ row: 0, column: 2 });
    expect(stepTo('End', true, from, { ...extent, totals: false })).toEqual({ row: 2, column: 1 });
    expect(stepTo('Home', true, { row: 2, column: 1 }, extent)).toEqual({ row: -1, column: -1 });
    expect(stepTo('a', false, from, extent)).toBeNull();
  });

  test('sorts most first, then least, then as it came; names from A', () => {
    const rows = [
      { name: 'B', counts: [1, 5], total: 6 },
      { name: 'A10', counts: [3, 0], total: 3 },
      { name: 'A9', counts: [1, 9], total: 9 },
    ];
    let sort = sortAfter(null, 0);
    expect(ordered(rows, sort)).toEqual([1, 0, 2]);
    sort = sortAfter(sort, 0);
    expect(ordered(rows, sort)).toEqual([0, 2, 1]);
    expect(sortAfter(sort, 0)).toBeNull();
    expect(ordered(rows, null)).toEqual([0, 1, 2]);
    expect(ordered(rows, sortAfter(null, -1))).toEqual([2, 1, 0]);
    expect(ordered(rows, sortAfter(null, 2))).toEqual([2, 0, 1]);
  });

  test('shades by share of the largest; nothing has no shade, the least has one', () => {
    expect([0, 1, 20, 50, 100].map(count => shadeOf(count, 100))).toEqual([0, 1, 1, 3, 5]);
  });
});

describe('fields of the filter', () => {
  const source = (group: string | null, phase: number | null) => ({ kind: 'interview', group, phase }) as Source;
  const months = 'months' as AttributeId;
  const person = (label: string, values: Record<string, string>) => ({ id: label as ParticipantId, label, values });
  const known = {
    sources: [source('CYP', 2), source('Staff', 1), source(null, null)],
    people: {
      participants: [person('CYP10', { months: '3' }), person('CYP2', {})],
      attributes: [{ id: months, name: 'Months', kind: 'number', choices: [] }],
    },
    coders: [{ id: 'c', name: 'Ada' } as Coder],
    themes: [{ id: 't', name: 'One' } as Theme, { id: 'u', name: 'Two' } as Theme],
  } as unknown as Known;
  const fieldOf = (filter: Parameters<typeof filterFields>[0], id: string) =>
    filterFields(filter, known).find(one => one.id === id);

  test('are those with something to choose, values not known last', () => {
    expect(filterFields({}, known).map(field => field.label)).toEqual([
      'Group',
      'Phase',
      'Participant',
      'Months',
      'Theme',
    ]);
    expect(fieldOf({}, 'phases')?.choices).toEqual([
      { id: '1', name: 'Phase 1' },
      { id: '2', name: 'Phase 2' },
      { id: '', name: 'Phase not known' },
    ]);
  });

  test('give a filter with what is chosen, and take it off where nothing is', () => {
    expect(fieldOf({ phases: [1] }, 'groups')?.change(new Set(['CYP', '']))).toEqual({
      phases: [1],
      groups: ['CYP', null],
    });
    expect(fieldOf({}, 'phases')?.change(new Set(['2', '']))).toEqual({ phases: [2, null] });
    const narrowed = fieldOf({}, months)?.change(new Set(['3'])) ?? {};
    expect(narrowed).toEqual({ attributes: [{ attribute: months, values: ['3'] }] });
    expect([...(fieldOf(narrowed, months)?.chosen ?? [])]).toEqual(['3']);
    expect(fieldOf(narrowed, months)?.change(new Set())).toEqual({ attributes: [] });
  });

  test('what is gone from the study can be taken off', () => {
    const field = fieldOf({ groups: ['Gone'] }, 'groups');
    expect(field?.choices.at(-1)).toEqual({ id: 'Gone', name: 'One that is gone' });
    expect(fieldOf({ kinds: ['email'] }, 'kinds')?.chosen).toEqual(new Set(['email']));
  });
});
