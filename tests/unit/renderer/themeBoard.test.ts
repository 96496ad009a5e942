import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codesWith,
  columnsOf,
  namedOr,
  orderAfterDrop,
  orderAfterStep,
  statusBeside,
  unsortedOf,
} from '../../../renderer/features/themes/board.ts';
import { carried, codeDrag, dropped, themeDrag } from '../../../renderer/ui/dragTypes.ts';
import { meaningOf } from '../../../renderer/features/themes/keys.ts';
import { movedBy, movedTo, withAdded } from '../../../renderer/features/themes/order.ts';
import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';

const theme = (id: string, status: Theme['status']) => ({ id: id as ThemeId, status }) as Theme;

describe('order', () => {
  test('moves several together, in the order they had', () => {
    expect(movedTo(['a', 'b', 'c', 'd', 'e'], new Set(['d', 'b']), 'a', 'before')).toEqual(['b', 'd', 'a', 'c', 'e']);
    expect(movedTo(['a', 'b', 'c'], new Set(['a']), 'c', 'after')).toEqual(['b', 'c', 'a']);
  });

  test('leaves the list alone when the target is moved itself or unknown', () => {
    expect(movedTo(['a', 'b'], new Set(['a']), 'a', 'after')).toEqual(['a', 'b']);
    expect(movedTo(['a', 'b'], new Set(['a']), 'z', 'after')).toEqual(['a', 'b']);
  });

  test('never loses or doubles an item', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const),
        (list, from, to, position) => {
          const item = list[from % list.length]!;
          const target = list[to % list.length]!;
          const result = movedTo(list, new Set([item]), target, position);
          expect([...result].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
          if (item === target) return;
          expect(result.indexOf(item) - result.indexOf(target)).toBe(position === 'before' ? -1 : 1);
        },
      ),
    );
  });

  test('steps over items outside the set', () => {
    expect(movedBy(['a', 'x', 'b'], 'b', -1, one => one !== 'x')).toEqual(['b', 'a', 'x']);
    expect(movedBy(['a', 'x', 'b'], 'a', -1)).toBeNull();
    expect(movedBy(['a', 'b'], 'z', 1)).toBeNull();
  });

  test('adds each once', () => {
    expect(withAdded(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c']);
  });
});

describe('board', () => {
  const themes = [theme('1', 'candidate'), theme('2', 'defined'), theme('3', 'candidate'), theme('4', 'reviewed')];

  test('columns keep the order of the board', () => {
    expect(columnsOf(themes).map(column => [column.status, column.themes.map(one => one.id)])).toEqual([
      ['candidate', ['1', '3']],
      ['reviewed', ['4']],
      ['defined', ['2']],
    ]);
  });

  test('a step changes places within the column alone', () => {
    expect(orderAfterStep(themes, '3' as ThemeId, -1)).toEqual(['3', '1', '2', '4']);
    expect(orderAfterStep(themes, '1' as ThemeId, 1)).toEqual(['2', '3', '1', '4']);
    expect(orderAfterStep(themes, '2' as ThemeId, 1)).toBeNull();
  });

  test('statuses end at the edges', () => {
    expect(statusBeside('candidate', 1)).toBe('reviewed');
    expect(statusBeside('candidate', -1)).toBeNull();
    expect(statusBeside('defined', 1)).toBeNull();
  });

  test('unsorted codes are those in no theme', () => {
    const codes = [
      { name: 'a', themes: [] },
      { name: 'b', themes: ['1'] },
    ] as unknown as Code[];
    expect(unsortedOf(codes).map(code => code.name)).toEqual(['a']);
  });

  test('codes are found by name and definition, whatever their case', () => {
    const codes = [
      { name: 'Turns up every week', definition: '' },
      { name: 'Trust', definition: 'Earned by turning up.' },
      { name: 'Money', definition: '' },
    ] as unknown as Code[];
    expect(codesWith(codes, ' TURN').map(code => code.name)).toEqual(['Turns up every week', 'Trust']);
    expect(codesWith(codes, 'zebra')).toEqual([]);
    expect(codesWith(codes, '  ')).toBe(codes);
  });

  test('one is called by its name, several by their number', () => {
    expect(namedOr([{ name: 'Trust' }], 'codes')).toBe('“Trust”');
    expect(namedOr([{ name: '“Just hold this”' }], 'codes')).toBe('“Just hold this”');
    expect(namedOr([{ name: 'Trust' }, { name: 'Money' }], 'codes')).toBe('2 codes');
  });
});

describe('a drop on the board', () => {
  const themes = [
    theme('1', 'candidate'),
    theme('2', 'defined'),
    theme('3', 'candidate'),
    theme('4', 'reviewed'),
    theme('5', 'candidate'),
  ];
  const moved = (...ids: string[]) => new Set(ids as ThemeId[]);
  const beside = (id: string, position: 'before' | 'after') => ({ id: id as ThemeId, position });

  test('beside a card puts it there', () => {
    expect(orderAfterDrop(themes, moved('5'), 'candidate', beside('1', 'after'))).toEqual(['1', '5', '2', '3', '4']);
    expect(orderAfterDrop(themes, moved('1'), 'defined', beside('2', 'after'))).toEqual(['2', '1', '3', '4', '5']);
  });

  test('beside none puts it at the end of its column', () => {
    expect(orderAfterDrop(themes, moved('2'), 'candidate', null)).toEqual(['1', '3', '4', '5', '2']);
    expect(orderAfterDrop(themes, moved('4'), 'defined', null)).toEqual(['1', '2', '4', '3', '5']);
  });

  test('leaves the order alone where nothing moves, and in an empty column', () => {
    expect(orderAfterDrop(themes, moved('5'), 'candidate', beside('5', 'after'))).toBeNull();
    expect(orderAfterDrop(themes, moved('3'), 'candidate', beside('1', 'after'))).toEqual(['1', '3', '2', '4', '5']);
    expect(orderAfterDrop([theme('1', 'candidate')], moved('1'), 'defined', null)).toBeNull();
  });

  test('shows the dropped card last in its column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('candidate', 'reviewed', 'defined') as fc.Arbitrary<Theme['status']>, {
          minLength: 1,
        }),
        fc.nat(),
        fc.constantFrom('candidate', 'reviewed', 'defined') as fc.Arbitrary<Theme['status']>,
        (statuses, at, status) => {
          const board = statuses.map((one, index) => theme(String(index), one));
          const id = board[at % board.length]!.id;
          const order = orderAfterDrop(board, new Set([id]), status, null) ?? board.map(one => one.id);
          const after = order.map(one => ({
            ...board.find(other => other.id === one)!,
            ...(one === id && { status }),
          }));
          expect(after).toHaveLength(board.length);
          const column = columnsOf(after).find(one => one.status === status);
          expect(column?.themes.at(-1)?.id).toBe(id);
        },
      ),
    );
  });
});

describe('what a drag carries', () => {
  const things = [
    { id: 'a', name: 'Trust' },
    { id: 'b', name: 'Money' },
    { id: 'c', name: 'Fear' },
  ];
  const arriving = (items: readonly { readonly [type: string]: string }[]) =>
    items.map(item => ({
      kind: 'text' as const,
      types: new Set(Object.keys(item)),
      getText: async (type: string) => item[type] ?? '',
    }));

  test('arrives as it left, in the order of the list', async () => {
    const items = carried(codeDrag, new Set(['c', 'a']), things) as { [type: string]: string }[];
    expect(items.map(item => item['text/plain'])).toEqual(['Trust', 'Fear']);
    expect(await dropped(arriving(items.toReversed()), codeDrag, things)).toEqual([things[0], things[2]]);
  });

  test('of another kind or from elsewhere is not taken', async () => {
    const items = carried(codeDrag, new Set(['a']), things) as { [type: string]: string }[];
    expect(await dropped(arriving(items), themeDrag, things)).toEqual([]);
    expect(await dropped(arriving([{ [codeDrag]: 'gone' }, { 'text/plain': 'a' }]), codeDrag, things)).toEqual([]);
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', true>> = {}) =>
    meaningOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

  test('letters act on what has the focus, in either case', () => {
    expect(['t', 'T', 'o', 'm', 'n', 'Delete'].map(key => press(key))).toEqual([
      'theme',
      'theme',
      'outcome',
      'status',
      'new',
      'remove',
    ]);
  });

  test('arrows move only with Alt; keys with Ctrl are the app’s', () => {
    expect(press('ArrowUp')).toBeNull();
    expect(press('ArrowUp', { altKey: true })).toBe('up');
    expect(press('t', { altKey: true })).toBeNull();
    expect(press('n', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true, shiftKey: true })).toBeNull();
  });
});
