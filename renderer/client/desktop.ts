import type { Exported } from '../../shared/api/outputs.ts';
import { CallError } from './client.ts';

/** Calls that only the desktop answers: its own dialogs. */
async function desktop<Output>(name: string, input: object): Promise<Output> {
  if (!window.ninefold) throw new Error('There is no desktop here.');
  const answer = await window.ninefold.invoke(name, input);
  if (!answer.ok) throw new CallError(answer.error);
  return answer.value as Output;
}

export const isDesktop = (): boolean => window.ninefold !== undefined;
export const chooseStudy = () => desktop<string | null>('desktop.chooseStudy', {});
export const chooseKey = () => desktop<string | null>('desktop.chooseKey', {});
export const chooseTranscripts = () => desktop<readonly string[]>('desktop.chooseTranscripts', {});
export const chooseFolder = () => desktop<readonly string[]>('desktop.chooseFolder', {});
export const chooseSave = (suggested: string) => desktop<string | null>('desktop.chooseSave', { suggested });

/** Shows a file that Ninefold wrote in the system's file manager. */
export const showInFolder = (path: string) => desktop<null>('desktop.showInFolder', { path });

/** What to say about an export, and where the desktop can show it; a browser puts it where it puts downloads. */
export type Saved = { readonly words: string; readonly path: string | null };

/**
 * Takes an export out of the app: on the desktop to a file the person chooses, in a browser as a download.
 * Null if the person changed their mind.
 */
export async function saveExport(
  suggested: string,
  make: (out: string | undefined) => Promise<Exported>,
): Promise<Saved | null> {
  if (isDesktop()) {
    const path = await chooseSave(suggested);
    if (path === null) return null;
    const made = await make(path);
    return { words: `Saved ${made.path ?? path}`, path: made.path ?? path };
  }
  const made = await make(undefined);
  download(made.fileName, made.mediaType, made.bytes ?? new Uint8Array());
  return { words: `Downloaded ${made.fileName}`, path: null };
}

export function download(name: string, mediaType: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
