import { kept } from '../ui/kept.ts';

/** How the app looks: kept on this machine, never in a study. */
export type Appearance = {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  /** Reading size in pixels. */
  readonly reading: 15 | 17 | 19 | 21;
};

const usual: Appearance = { theme: 'system', reading: 17 };
const key = 'ninefold.appearance';
export const readingSizes = [15, 17, 19, 21] as const;

export function readAppearance(): Appearance {
  const stored = kept.getItem(key);
  if (stored === null) return usual;
  const [theme, reading] = stored.split(' ');
  const size = readingSizes.find(one => String(one) === reading);
  return {
    theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'system',
    reading: size ?? usual.reading,
  };
}

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemContrast = matchMedia('(prefers-contrast: more)');

/** Sets the classes and sizes that the tokens hang on. */
export function applyAppearance({ theme, reading }: Appearance): void {
  const root = document.documentElement;
  root.classList.toggle(
    'dark',
    theme === 'dark' || (theme === 'system' && systemDark.matches && !systemContrast.matches),
  );
  root.classList.toggle('hc', theme === 'contrast' || (theme === 'system' && systemContrast.matches));
  root.dataset.look = theme;
  root.style.setProperty('--t-read', `${reading}px`);
}

export function saveAppearance(appearance: Appearance): void {
  kept.setItem(key, `${appearance.theme} ${appearance.reading}`);
  applyAppearance(appearance);
}

for (const query of [systemDark, systemContrast])
  query.addEventListener('change', () => applyAppearance(readAppearance()));
