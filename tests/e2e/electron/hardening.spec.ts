import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../../electron/node/folders.ts';
import { expect, test } from './fixtures.ts';

/** What the preload script gives to a page. */
type Page = { readonly ninefold: { invoke(name: unknown, input: unknown): Promise<unknown> } };

// What is refused here is told in the console by Chromium.
test.use({ expectedProblems: /Refused|Content Security Policy|Not allowed|net::ERR|Failed to load|404/ });

test('a page has the bridge and nothing else of Electron or Node', async ({ desktop: { page } }) => {
  const seen = await page.evaluate(() => ({
    bridge: Object.entries((window as unknown as Page).ninefold).map(([name, value]) => `${name}: ${typeof value}`),
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      name => name in globalThis,
    ),
  }));
  expect(seen).toEqual({ bridge: ['invoke: function', 'subscribe: function'], globals: [] });
});

test('the window is isolated and sandboxed, and the core has SQLite, not the main process', async ({
  desktop: { app, page },
}) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page).toHaveTitle(/Kestrel Yard/);
  const main = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, nodeIntegrationInSubFrames, webSecurity } =
      contents.getLastWebPreferences();
    const report = process.report.getReport() as { readonly sharedObjects?: readonly string[] };
    return {
      preferences: { contextIsolation, sandbox, nodeIntegration, webviewTag, nodeIntegrationInSubFrames, webSecurity },
      native: (report.sharedObjects ?? []).filter(path => /sqlite3?[^/]*\.node$/.test(path)),
    };
  });
  expect(main.preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
  expect(main.preferences.webviewTag).not.toBe(true);
  expect(main.preferences.nodeIntegrationInSubFrames).not.toBe(true);
  expect(main.preferences.webSecurity).not.toBe(false);
  expect(main.native).toEqual([]);
});

test('the content policy is strict, and holds', async ({ desktop: { page } }) => {
  const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.breached = true';
    document.head.append(script);
    const reached = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    let evaluated = true;
    try {
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
      globalThis.eval('1');
    } catch {
      evaluated = false;
    }
    return { inline: 'breached' in window, reached, evaluated };
  });
  expect(ran).toMatchObject({ inline: false, reached: false });
});

test('the app’s protocol serves its own folder and nothing beside it', async ({ desktop: { page } }) => {
  const answers = await page.evaluate(async () => {
    const statusOf = (path: string) =>
      fetch(path).then(
        answer => answer.status,
        () => 'refused',
      );
    return Promise.all(
      [
        '/index.html',
        '/../package.json',
        '/..%2fpackage.json',
        '/..%2f..%2fpackage.json',
        '/%2e%2e/electron/main.cjs',
        '/..%5c..%5cpackage.json',
        '/%2fetc%2fpasswd',
        '/%00',
        '/%',
        'app://elsewhere/index.html',
      ].map(statusOf),
    );
  });
  expect(answers[0]).toBe(200);
  for (const answer of answers.slice(1)) expect([404, 400, 'refused']).toContain(answer);
});

test('nobody leads the window away or opens another', async ({ desktop: { app, page } }) => {
  // Looked at from the main process: Playwright would wait for a navigation that never comes.
  const own = (code: string) =>
    app.evaluate(({ BrowserWindow }, script) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents?.executeJavaScript(script).then((value: unknown) => ({ value, url: contents.getURL() }));
    }, code);
  const before = page.url();
  const outside = join(programFolder(), 'package.json');
  for (const url of ['https://example.org/', `file://${outside}`, 'data:text/html,<h1>away</h1>', 'app://elsewhere/']) {
    await own(`void (location.href = ${JSON.stringify(url)})`);
    expect(await own(`window.open(${JSON.stringify(url)}) === null`)).toEqual({ value: true, url: before });
  }
  const heading = `document.querySelector('h1').textContent`;
  expect(await own(heading)).toEqual({ value: 'Ninefold', url: before });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission is given, and no webview is attached', async ({ desktop: { page } }) => {
  const asked = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    const notifications = await Notification.requestPermission();
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => 'granted',
      error => error.name,
    );
    return { notifications, media, geolocation: await state('geolocation'), camera: await state('camera') };
  });
  expect(asked.notifications).toBe('denied');
  expect(asked.media).not.toBe('granted');
  expect(asked.geolocation).toBe('denied');
  expect(asked.camera).toBe('denied');
  const webview = await page.evaluate(() => {
    const element = document.createElement('webview');
    document.body.append(element);
    const attached = 'getWebContentsId' in element;
    element.remove();
    return attached;
  });
  expect(webview).toBe(false);
});

test('calls of the wrong shape and from foreign frames are refused', async ({ desktop: { app, page }, place }) => {
  const call = (name: unknown, input: unknown) =>
    page.evaluate(([one, two]) => (window as unknown as Page).ninefold.invoke(one, two), [name, input]);
  expect(await call('app.info', {})).toMatchObject({ ok: true });
  expect(await call(7, {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await call('fs.readFile', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await call('__proto__', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await call('study.open', { path: 7 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await call('desktop.chooseSave', { suggested: '' })).toMatchObject({ ok: false });
  expect(await call('desktop.showInFolder', { path: '/etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'refused' },
  });

  const foreign = join(place.path, 'foreign.html');
  writeFileSync(foreign, '<h1>Foreign</h1>');
  const preload = join(programFolder(), 'dist', 'electron', 'preload.cjs');
  const answer = await app.evaluate(
    async ({ BrowserWindow }, paths) => {
      const webPreferences = { preload: paths.preload, sandbox: true, contextIsolation: true };
      const other = new BrowserWindow({ show: false, webPreferences });
      await other.loadFile(paths.foreign);
      const said: unknown = await other.webContents.executeJavaScript("window.ninefold.invoke('app.info', {})");
      other.destroy();
      return said;
    },
    { preload, foreign },
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
});
