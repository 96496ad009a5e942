import { join } from 'node:path';
import { app, BrowserWindow, dialog, type Session, session } from 'electron';
import { appOrigin } from './protocol.ts';
import { readWindowState, rememberWindow } from './windowState.ts';

/** Opens a window of the app: sandboxed, isolated, and going nowhere but the app's own pages. */
export function openWindow(preload: string, statePath: string): BrowserWindow {
  const state = readWindowState(statePath);
  const window = new BrowserWindow({
    ...(state?.bounds ?? { width: 1440, height: 900 }),
    minWidth: 1024,
    minHeight: 680,
    show: false,
    title: 'Ninefold',
    backgroundColor: '#f6f4f0',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximised) window.maximize();
  rememberWindow(window, statePath);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-prevent-unload', event => {
    if (mayLeave(window)) event.preventDefault();
  });
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Asks for a page that holds something unsaved: where a browser would ask by itself, Electron keeps the window open without a word. */
function mayLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Something here is not saved yet.',
    detail: 'Go back to save it, or leave and lose it.',
    buttons: ['Go back', 'Leave without saving'],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

/** Refuses every permission and every way out of the app's pages, for all contents there will ever be. */
export function lockDown(contents: Electron.WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', event => event.preventDefault());
}

/** What a page may ask of the system: to put a quote on the clipboard, nothing else. */
const granted = new Set(['clipboard-sanitized-write']);

export function refusePermissions(of: Session = session.defaultSession): void {
  of.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  of.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
}

export const preloadPath = (folder: string): string => join(folder, 'preload.cjs');
