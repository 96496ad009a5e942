import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallError } from '../../../renderer/client/client.ts';
import { entriesOf } from '../../../renderer/features/themes/AddFramework.tsx';
import { bestOf } from '../../../renderer/features/themes/best.ts';
import {
  codesWith,
  columnsOf,
  namedOr,
  orderAfterDrop,
  orderAfterStep,
  parentsFor,
  peersOf,
  statusBeside,
  unsortedOf,
} from '../../../renderer/features/themes/board.ts';
import { byGroupAndPhase, columnName, thinness } from '../../../renderer/features/themes/coverage.ts';
import { meaningOf } from '../../../renderer/features/themes/keys.ts';
import { movedBy, movedTo, withAdded } from '../../../renderer/features/themes/order.ts';
import { placesOf, withPlaces } from '../../../renderer/features/themes/places.ts';
import { firstOpen, tallyOf } from '../../../renderer/features/themes/review.ts';
import { stanceOf, verdictOf } from '../../../renderer/features/themes/stances.ts';
import { missingIn } from '../../../renderer/features/themes/useStep.ts';
import { carried, codeDrag, dropped, themeDrag } from '../../../renderer/ui/dragTypes.ts';
import type { ReviewItem } from '../../../shared/api/outputs/theme.ts';
import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { CoderId, OutcomeId, SourceId, ThemeId } from '../../../shared/model/ids.ts';
import type { Stance, Verdict } from '../../../shared/model/themes.ts';

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

describe('themes that stand elsewhere', () => {
  const parked = { ...theme('p', 'candidate'), parked: true };
  const themes = [theme('1', 'candidate'), parked, theme('2', 'candidate')];

  test('parked ones are in no column, and a step passes over them', () => {
    expect(columnsOf(themes)[0]?.themes.map(one => one.id)).toEqual(['1', '2']);
    expect(orderAfterStep(themes, '2' as ThemeId, -1)).toEqual(['2', '1', 'p']);
    expect(orderAfterStep(themes, 'p' as ThemeId, 1)).toBeNull();
    expect(peersOf(themes, parked)).toEqual([parked]);
  });

  test('a theme can stand under any but itself and those under it', () => {
    const under = (id: string, parent: string | null) => ({ id, parent }) as Theme;
    const tree = [under('a', null), under('b', 'a'), under('c', 'b'), under('d', null)];
    expect(parentsFor(tree, 'a' as ThemeId).map(one => one.id)).toEqual(['d']);
    expect(parentsFor(tree, 'c' as ThemeId).map(one => one.id)).toEqual(['a', 'b', 'd']);
  });
});

describe('places under outcomes', () => {
  const entry = (id: string) => ({ id: id as OutcomeId });
  const theme = {
    outcomes: ['o1', 'o2'] as OutcomeId[],
    links: [
      { outcome: 'o1' as OutcomeId, primary: true, reason: 'It asks for it.' },
      { outcome: 'o2' as OutcomeId, primary: false, reason: null },
      { outcome: 'x1' as OutcomeId, primary: true, reason: null },
    ],
  };
  const main = [entry('o1'), entry('o2'), entry('o3')];

  test('are those of one framework, in order of weight', () => {
    expect(placesOf(theme, main)).toEqual([entry('o1'), entry('o2')]);
    expect(placesOf(theme, [entry('x1'), entry('x2')])).toEqual([entry('x1')]);
  });

  test('change in one framework alone; the first is primary, and reasons are kept', () => {
    const next = withPlaces(theme, main, ['o3', 'o1'] as OutcomeId[], true);
    expect(next.outcomes).toEqual(['o3', 'o1']);
    expect(next.links).toEqual([
      { outcome: 'x1', primary: true, reason: null },
      { outcome: 'o3', primary: true, reason: null },
      { outcome: 'o1', primary: false, reason: 'It asks for it.' },
    ]);
    expect(withPlaces(theme, [entry('x1')], [], false)).toEqual({
      outcomes: ['o1', 'o2'],
      links: theme.links.slice(0, 2),
    });
  });
});

describe('the best extracts', () => {
  const extract = (key: string, source: string, length: number) => ({
    key,
    source: source as SourceId,
    text: 'x'.repeat(length),
  });

  test('are marked ones first, one from each source before a second, and never contrary ones', () => {
    const all = [extract('a', 's1', 180), extract('b', 's1', 20), extract('c', 's2', 900), extract('d', 's3', 180)];
    const stances = new Map<string, Stance>([
      ['b', 'supports'],
      ['d', 'contrary'],
    ]);
    expect(bestOf(all, stances).map(one => one.key)).toEqual(['b', 'c', 'a']);
    expect(bestOf(all, stances, 1).map(one => one.key)).toEqual(['b']);
    expect(bestOf([], stances)).toEqual([]);
  });
});

describe('a review', () => {
  const me = 'me' as CoderId;
  const item = (...given: readonly (readonly [Verdict, string])[]) =>
    ({ verdicts: given.map(([verdict, coder]) => ({ verdict, coder })) }) as unknown as ReviewItem;

  test('goes on at the first extract without a verdict of one’s own', () => {
    expect(firstOpen([item(['fits', 'me']), item(['fits', 'another']), item()], me)).toBe(1);
    expect(firstOpen([item(['fits', 'me'])], me)).toBe(1);
    expect(firstOpen([], me)).toBe(0);
  });

  test('counts the latest verdict of each extract', () => {
    const items = [item(['contrary', 'me'], ['fits', 'me']), item(['fits', 'me']), item()];
    expect(tallyOf(items, 'fits')).toEqual(['1 fits']);
    expect(tallyOf(items, 'contrary')).toEqual(['1 contrary']);
    expect(tallyOf(items, 'move')).toEqual([]);
  });
});

describe('coverage', () => {
  test('says what is thin', () => {
    const of = (themes: number, sources: number, quotes = 0) =>
      thinness({ themes: Array(themes).fill('t'), sources: Array(sources).fill('s'), quotes });
    expect([of(0, 0), of(0, 0, 2), of(1, 0), of(1, 1), of(2, 2), of(2, 3)]).toEqual([
      'Empty',
      'Quotes alone',
      'No extracts',
      'One source',
      'Thin',
      null,
    ]);
  });

  test('as groups by phases; what the study does not have is no nought', () => {
    const columns = [
      { group: 'CYP', phase: 2, sources: 1 },
      { group: 'CYP', phase: 1, sources: 2 },
      { group: 'Staff', phase: null, sources: 1 },
    ];
    expect(byGroupAndPhase(columns, [4, 0, 7])).toEqual({
      phases: [1, 2, null],
      rows: [
        { group: 'CYP', cells: [0, 4, null] },
        { group: 'Staff', cells: [null, null, 7] },
      ],
    });
    expect(columns.map(columnName)).toEqual(['CYP, phase 2', 'CYP, phase 1', 'Staff']);
    expect(columnName({ group: null, phase: null })).toBe('Not known');
  });
});

test('entries of a framework are written one on each line', () => {
  expect(entriesOf('Trust: what is kept: for now\n\n  Shared aims \n')).toEqual([
    { number: 1, title: 'Trust', statement: 'what is kept: for now' },
    { number: 2, title: 'Shared aims', statement: '' },
  ]);
  expect(entriesOf(' \n')).toEqual([]);
});

test('a step refused for want of something says what; other refusals are no question', () => {
  const refused = (details: Record<string, unknown>) => new CallError({ code: 'refused', message: 'No.', details });
  expect(missingIn(refused({ missing: ['verdicts', 'isNot'] }))).toEqual([
    'a verdict on each of its extracts (level 1 of the review)',
    'what it is not',
  ]);
  expect(missingIn(refused({}))).toBeNull();
  expect(missingIn(new Error('gone'))).toBeNull();
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
    expect(['t', 'T', 'o', 'm', 'n', 'u', 'p', 'r', 'j', 'x', 'e', 'Delete'].map(key => press(key))).toEqual([
      'theme',
      'theme',
      'outcome',
      'status',
      'new',
      'parent',
      'park',
      'review',
      'merge',
      'split',
      'peek',
      'remove',
    ]);
  });

  test('a letter marks an extract or gives a verdict, alone', () => {
    const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(['s', 'Q', 'c', 'x'].map(key => stanceOf({ ...held, key }))).toEqual([
      'supports',
      'qualifies',
      'contrary',
      null,
    ]);
    expect(['f', 'D', 'm', 'c', 's'].map(key => verdictOf({ ...held, key }))).toEqual([
      'fits',
      'doubtful',
      'move',
      'contrary',
      null,
    ]);
    expect(stanceOf({ ...held, key: 'c', ctrlKey: true })).toBeNull();
  });

  test('arrows move only with Alt; keys with Ctrl are the app’s', () => {
    expect(press('ArrowUp')).toBeNull();
    expect(press('ArrowUp', { altKey: true })).toBe('up');
    expect(press('t', { altKey: true })).toBeNull();
    expect(press('n', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true, shiftKey: true })).toBeNull();
  });
});
