import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain } from 'electron';
import { type DesktopEvent, eventChannel, invokeChannel, isDesktopMethod } from '../../shared/api/desktop.ts';
import type { Envelope } from '../../shared/api/envelope.ts';
import { isMethodName } from '../../shared/api/methods.ts';
import { NinefoldError, toEnvelope } from '../../shared/model/errors.ts';
import { startCore } from './coreLink.ts';
import { answerDesktop } from './dialogs.ts';
import { setMenu } from './menu.ts';
import { appOrigin, registerScheme, serveApp } from './protocol.ts';
import { lockDown, openWindow, preloadPath, refusePermissions } from './window.ts';

/** Entry of the desktop app. Study files are never touched here: the core process has them. */
const built = join(app.getAppPath(), 'dist');
registerScheme();
// enableSandbox() takes away --no-sandbox, without which Chromium won't start for root; the window asks for its sandbox itself.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('web-contents-created', (_event, contents) => lockDown(contents));

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  refusePermissions();
  serveApp(join(built, 'renderer'));
  const broadcast = (event: unknown) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event);
  };
  const core = startCore(join(built, 'electron', 'core.mjs'), coreEnvironment(), {
    onEvent: broadcast,
    onGone: reportGone,
  });
  const first = openingOf(process.argv);
  if (first === 'sample') await core.call('study.sample', {}).then(answer => openFirst(answer));
  else if (first !== null) await core.call('study.open', { path: first }).then(answer => openFirst(answer));

  ipcMain.handle(invokeChannel, async (event, name: unknown, input: unknown): Promise<Envelope> => {
    try {
      const window = BrowserWindow.fromWebContents(event.sender);
      const trusted =
        event.senderFrame === event.sender.mainFrame && event.senderFrame?.url.startsWith(`${appOrigin}/`);
      if (!window || !trusted) throw new NinefoldError('refused', 'This page may not call Ninefold.');
      if (typeof name !== 'string') throw new NinefoldError('invalid-input', 'A call needs a name.');
      if (isDesktopMethod(name)) return { ok: true, value: await answerDesktop(name, input, window) };
      if (!isMethodName(name)) throw new NinefoldError('invalid-input', `Ninefold knows no call named "${name}".`);
      const answer = await core.call(name, input);
      return name === 'app.info' ? withOpenStudy(answer) : answer;
    } catch (thrown) {
      return { ok: false, error: toEnvelope(thrown) };
    }
  });

  setMenu(command => sendToFocused({ type: 'menu', command }));
  const show = () => openWindow(preloadPath(join(built, 'electron')), join(app.getPath('userData'), 'window.json'));
  show();
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && show());
  app.on('second-instance', (_event, argv) => {
    const path = openingOf(argv);
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
    if (path !== null && path !== 'sample') sendToFocused({ type: 'open', path });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    sendToFocused({ type: 'open', path });
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('before-quit', event => {
    if (closed) return;
    event.preventDefault();
    void core.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}

let openStudy: string | null = null;

/** Keeps the study that the app was started with for the window to come; says why if it could not be opened. */
function openFirst(answer: Envelope): void {
  if (answer.ok) openStudy = (answer.value as { readonly handle: string }).handle;
  else dialog.showErrorBox('This study could not be opened', answer.error.message);
}

const withOpenStudy = (answer: Envelope): Envelope =>
  answer.ok ? { ok: true, value: { ...(answer.value as object), openStudy } } : answer;

function sendToFocused(event: DesktopEvent): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send(eventChannel, event);
}

function reportGone(): void {
  dialog.showErrorBox(
    'Ninefold has to stop',
    'The part of Ninefold that keeps studies has stopped. Everything that was saved is in the study. Start Ninefold again.',
  );
  app.exit(1);
}

/** The sample and the package lie beside the bundle; the core is told, since it can't find them from inside it. */
function coreEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NINEFOLD_SAMPLE: join(app.getAppPath(), 'electron', 'node', 'sample') };
}

/** What the app was asked to open: the sample, a study's path, or nothing. */
function openingOf(argv: readonly string[]): string | null {
  if (argv.includes('--sample')) return 'sample';
  const path = argv.find(argument => argument.endsWith('.ninefold') && existsSync(argument));
  return path === undefined ? null : resolve(path);
}
