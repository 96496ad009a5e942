import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain } from 'electron';
import { type DesktopEvent, eventChannel, invokeChannel, isDesktopMethod } from '../../shared/api/desktop.ts';
import type { Envelope } from '../../shared/api/envelope.ts';
import { isMethodName } from '../../shared/api/methods.ts';
import { NinefoldError, toEnvelope } from '../../shared/model/errors.ts';
import { type CoreLink, startCore } from './coreLink.ts';
import { coreProgram } from './coreProgram.ts';
import { answerDesktop } from './dialogs.ts';
import { setMenu } from './menu.ts';
import { eventOf, followOpenFile, openWish, type Wish, wishIn } from './opening.ts';
import { appOrigin, registerScheme, serveApp } from './protocol.ts';
import { quitInOrder } from './quitting.ts';
import { lockDown, openWindow, preloadPath, refusePermissions } from './window.ts';
import { noteWritten } from './written.ts';

/** Entry of the desktop app. Study files are never touched here: the core process has them. */
const built = join(app.getAppPath(), 'dist');
registerScheme();
// enableSandbox() takes away --no-sandbox, without which Chromium won't start for root; the window asks for its sandbox itself.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('web-contents-created', (_event, contents) => lockDown(contents));
const openFile = followOpenFile();

/** The study that the app was started with, for the window to come. */
let openStudy: string | null = null;
/** What the page is told once it listens: it asks for `app.info` when it does. */
let toTell: DesktopEvent | null = null;

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  refusePermissions();
  serveApp(join(built, 'renderer'));
  const core = startCore(coreProgram(), { onEvent: broadcast, onGone: reportGone });
  let first = wishIn(process.argv.slice(1), process.cwd());
  openFile.take(wish => {
    first ??= wish;
  });
  if (first) {
    openStudy = await openWish(core, first);
    if (openStudy === null) toTell = eventOf(first);
  }
  answerCalls(core);
  setMenu(command => tell({ type: 'menu', command }));
  show();
  openFile.take(fulfil);
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && show());
  app.on('second-instance', (_event, argv, folder) => fulfil(wishIn(argv.slice(1), folder)));
  app.on('window-all-closed', () => app.quit());
  quitInOrder(core);
}

function answerCalls(core: CoreLink): void {
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
      noteWritten(input, answer);
      if (name !== 'app.info') return answer;
      if (toTell) event.sender.send(eventChannel, toTell);
      toTell = null;
      return answer.ok ? { ok: true, value: { ...(answer.value as object), openStudy } } : answer;
    } catch (thrown) {
      return { ok: false, error: toEnvelope(thrown) };
    }
  });
}

function show(): void {
  openWindow(preloadPath(join(built, 'electron')), join(app.getPath('userData'), 'window.json'));
}

/** Comes to the front, and opens what somebody asked for while the app was running. */
function fulfil(wish: Wish | null): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) {
    toTell = wish && eventOf(wish);
    show();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
  if (wish) tell(eventOf(wish));
}

function broadcast(event: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event);
}

function tell(event: DesktopEvent): void {
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
