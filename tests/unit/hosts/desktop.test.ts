import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programFolder } from '../../../electron/node/folders.ts';
import { contentSecurityPolicy } from '../../../electron/node/http/headers.ts';
import { eventChannel, invokeChannel } from '../../../shared/api/desktop.ts';
import { tempFolder } from '../../builders/studies.ts';

/** Electron is not there in plain Node: what these parts ask of it is written down here. The whole is tested in tests/e2e/electron. */
const asked = vi.hoisted(() => ({ handle: null as null | ((request: { url: string }) => Promise<Response>) }));
vi.mock('electron', () => ({
  app: { on: () => {} },
  protocol: {
    handle: (_scheme: string, handle: (request: { url: string }) => Promise<Response>) => {
      asked.handle = handle;
    },
  },
}));

describe('the bridge of the preload script', () => {
  const source = readFileSync(join(programFolder(), 'electron', 'preload', 'index.ts'), 'utf8');
  it('uses the very channels of the contract', () => {
    expect(source).toContain(`const invokeChannel = '${invokeChannel}';`);
    expect(source).toContain(`const eventChannel = '${eventChannel}';`);
  });
  it('loads nothing but Electron, as its sandbox demands', () => {
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual(['electron']);
  });
});

describe("the app's own protocol", () => {
  let folder: ReturnType<typeof tempFolder>;
  beforeEach(async () => {
    folder = tempFolder();
    mkdirSync(join(folder.path, 'app', 'assets'), { recursive: true });
    writeFileSync(join(folder.path, 'app', 'index.html'), 'the page');
    writeFileSync(join(folder.path, 'app', 'assets', 'a.js'), 'a()');
    writeFileSync(join(folder.path, 'secret.html'), 'secret');
    const { serveApp } = await import('../../../electron/main/protocol.ts');
    serveApp(join(folder.path, 'app'));
  });
  afterEach(() => folder.remove());
  const get = (url: string) => asked.handle!({ url });

  it('gives the pages, with the content policy that the browser has too', async () => {
    const page = await get('app://ninefold/');
    expect(await page.text()).toBe('the page');
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect((await get('app://ninefold/assets/a.js')).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    );
  });
  it.each([
    ['app://ninefold/../secret.html'],
    ['app://ninefold/..%2Fsecret.html'],
    ['app://ninefold/%2e%2e/secret.html'],
    ['app://ninefold/assets/..%2F..%2Fsecret.html'],
    ['app://other/index.html'],
    ['app://ninefold/assets'],
    ['app://ninefold/no.js'],
  ])('gives nothing for %s', async url => {
    expect((await get(url)).status).toBe(404);
  });
  it.skipIf(process.platform === 'win32')('follows no link out of its folder', async () => {
    symlinkSync(join(folder.path, 'secret.html'), join(folder.path, 'app', 'link.html'));
    expect((await get('app://ninefold/link.html')).status).toBe(404);
  });
});

describe('what the app was asked to open', () => {
  it('is the sample, or the first study that is there, from where it was typed', async () => {
    const { wishIn } = await import('../../../electron/main/opening.ts');
    const folder = tempFolder();
    writeFileSync(join(folder.path, 'harbour.ninefold'), '');
    expect(wishIn(['--no-sandbox', 'gone.ninefold', 'harbour.ninefold'], folder.path)).toEqual({
      sample: false,
      path: join(folder.path, 'harbour.ninefold'),
    });
    expect(wishIn(['--sample'], folder.path)).toEqual({ sample: true });
    expect(wishIn(['harbour.ninefold'], join(folder.path, '..'))).toBe(null);
    folder.remove();
  });
});
