import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, orderAfterStep, statusBeside, unsortedOf } from '../../../renderer/features/themes/board.ts';
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
});
