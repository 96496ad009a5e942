import { z } from 'zod';

/** Calls that the desktop's main process answers itself: dialogs and paths belong to the host. Inputs are checked like those of the method table. */
export const desktopMethods = {
  /** A study's path, or null if the person changed their mind. */
  'desktop.chooseStudy': z.object({}),
  /** A key's path, or null. */
  'desktop.chooseKey': z.object({}),
  /** Paths of transcripts. */
  'desktop.chooseTranscripts': z.object({}),
  /** Paths of the transcripts in a folder and those below it. */
  'desktop.chooseFolder': z.object({}),
  /** Where to write a file; null if the person changed their mind. */
  'desktop.chooseSave': z.object({ suggested: z.string().min(1).max(300) }),
  /** Shows a file in the system's own file manager: one that Ninefold wrote since it was started, and no other. */
  'desktop.showInFolder': z.object({ path: z.string().min(1) }),
} as const;

export type DesktopMethod = keyof typeof desktopMethods;

export function isDesktopMethod(value: string): value is DesktopMethod {
  return Object.hasOwn(desktopMethods, value);
}

/** The one channel for calls and the one for events between a window and the main process. */
export const invokeChannel = 'ninefold:invoke';
export const eventChannel = 'ninefold:event';

/** What the main process sends beside the core's events: a menu's command by its id, or a study to open. */
export type DesktopEvent =
  | { readonly type: 'menu'; readonly command: string }
  | { readonly type: 'open'; readonly path: string };
