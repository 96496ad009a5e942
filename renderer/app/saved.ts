import { type Saved, showInFolder } from '../client/desktop.ts';
import { toast, toastError } from '../ui/toast.tsx';

/** Shows where an export went; null where nothing can show it. */
export const showing = ({ path }: Saved): (() => void) | null =>
  path === null ? null : () => void showInFolder(path).catch(toastError);

/** Says where an export went, with the way to it on the desktop; nothing where the person changed their mind. */
export function toastSaved(saved: Saved | null): void {
  if (!saved) return;
  const run = showing(saved);
  toast(saved.words, run ? { name: 'Show in folder', run } : undefined);
}
