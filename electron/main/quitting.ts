import { app, BrowserWindow } from 'electron';
import type { CoreLink } from './coreLink.ts';

/**
 * Quits in order: first the windows, so that no page calls a core that is gone or is cut off in the middle of an answer; then the core with all studies;
 * then the app. A page that refuses to close keeps all three.
 */
export function quitInOrder(core: CoreLink): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', event => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void closeWindows().then(async closed => {
      if (closed) await core.close();
      state = closed ? 'closed' : 'running';
      if (closed) app.quit();
    });
  });
}

/** False if a page refused. */
async function closeWindows(): Promise<boolean> {
  const answers = BrowserWindow.getAllWindows().map(
    window =>
      new Promise<boolean>(answer => {
        window.once('closed', () => answer(true));
        // Prevented, the event means that the person leaves all the same; the window asks (window.ts).
        window.webContents.once('will-prevent-unload', event => event.defaultPrevented || answer(false));
        window.close();
      }),
  );
  return (await Promise.all(answers)).every(Boolean);
}
