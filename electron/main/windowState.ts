import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';

type WindowState = { readonly bounds: Rectangle; readonly maximised: boolean };

/** Where the window was; null where that is not known or no screen shows it any more. */
export function readWindowState(path: string): WindowState | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isState(value) && isOnScreen(value.bounds) ? value : null;
  } catch {
    // No file yet, or one that was spoilt: the window opens at its usual place.
    return null;
  }
}

/** Keeps the window's place when it is closed. */
export function rememberWindow(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(state));
  });
}

function isState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null || !('bounds' in value)) return false;
  const bounds = value.bounds as Partial<Rectangle>;
  return [bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isFinite);
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width - 80 &&
    bounds.y < workArea.y + workArea.height - 80 &&
    bounds.x + bounds.width > workArea.x + 80
  );
}
