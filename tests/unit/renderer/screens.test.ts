import { expect, test, vi } from 'vitest';
import { createScreens } from '../../../renderer/app/screens.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));

test('a screen is fetched once, and whoever listens is told', async () => {
  const load = vi.fn(async (key: string) => `screen of ${key}`);
  const screens = createScreens(load);
  const told = vi.fn();
  const leave = screens.subscribe(told);
  screens.fetch('themes');
  screens.fetch('themes');
  expect(screens.now('themes')).toBeNull();
  await settled();
  expect(screens.now('themes')).toEqual({ screen: 'screen of themes' });
  expect(screens.now('themes')).toBe(screens.now('themes'));
  screens.fetch('themes');
  leave();
  screens.fetch('map');
  await settled();
  expect(load.mock.calls).toEqual([['themes'], ['map']]);
  expect(told).toHaveBeenCalledTimes(1);
});

test('one who listens after a screen has come finds it', async () => {
  const screens = createScreens(async (key: string) => key);
  screens.fetch('themes');
  expect(screens.now('themes')).toBeNull();
  await settled();
  const told = vi.fn();
  screens.subscribe(told);
  screens.fetch('themes');
  expect(screens.now('themes')).toEqual({ screen: 'themes' });
  expect(told).not.toHaveBeenCalled();
});

test('a screen that could not be fetched is tried again when it is asked for', async () => {
  let works = false;
  const screens = createScreens(async (key: string) => {
    if (!works) throw new Error('offline');
    return key;
  });
  screens.fetch('themes');
  await settled();
  expect(screens.now('themes')).toEqual({ thrown: new Error('offline') });
  works = true;
  screens.fetch('themes');
  expect(screens.now('themes')).toBeNull();
  await settled();
  expect(screens.now('themes')).toEqual({ screen: 'themes' });
});
