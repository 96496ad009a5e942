import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The first Chromium, Chrome or Edge that is installed here, by path; null where there is none. NINEFOLD_CHROMIUM names one outright.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, exists?: (path: string) => boolean, home?: string }} [machine]
 * @returns {string | null}
 */
export function findChromium({
  env = process.env,
  platform = process.platform,
  exists = existsSync,
  home = homedir(),
} = {}) {
  if (env.NINEFOLD_CHROMIUM) return env.NINEFOLD_CHROMIUM;
  return candidates(env, platform, home).find(path => exists(path)) ?? null;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {readonly string[]}
 */
function candidates(env, platform, home) {
  switch (platform) {
    case 'darwin':
      return ['', home].flatMap(place =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
          name => `${place}/Applications/${name}.app/Contents/MacOS/${name}`,
        ),
      );
    case 'win32':
      return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        .filter(place => place !== undefined)
        .flatMap(place => [
          `${place}\\Google\\Chrome\\Application\\chrome.exe`,
          `${place}\\Chromium\\Application\\chrome.exe`,
          `${place}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]);
    default: {
      const names = [
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge-stable',
        'microsoft-edge',
      ];
      const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin'];
      return names.flatMap(name => folders.map(folder => join(folder, name)));
    }
  }
}
