import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { z } from 'zod';
import { type DesktopMethod, desktopMethods } from '../../shared/api/desktop.ts';
import { assertNever } from '../../shared/model/errors.ts';
import { sourceFormats } from '../../shared/model/kinds.ts';
import { showInFolder } from './written.ts';

const transcripts = { name: 'Transcripts', extensions: [...sourceFormats] };
const keys = { name: 'Ninefold keys', extensions: ['ninefold-key', '*'] };
const studies = { name: 'Ninefold studies', extensions: ['ninefold'] };

/** Answers a call that is the desktop's own. @throws ZodError for an input of the wrong shape. */
export async function answerDesktop(name: DesktopMethod, input: unknown, window: BrowserWindow): Promise<unknown> {
  const checked = desktopMethods[name].parse(input);
  switch (name) {
    case 'desktop.chooseStudy':
      return (await choose(window, { title: 'Open a study', filters: [studies], properties: ['openFile'] }))[0] ?? null;
    case 'desktop.chooseKey':
      return (
        (await choose(window, { title: 'Where the key is', filters: [keys], properties: ['openFile'] }))[0] ?? null
      );
    case 'desktop.chooseTranscripts':
      return choose(window, {
        title: 'Import transcripts',
        filters: [transcripts],
        properties: ['openFile', 'multiSelections'],
      });
    case 'desktop.chooseFolder':
      return transcriptsIn(
        (await choose(window, { title: 'Import a folder of transcripts', properties: ['openDirectory'] }))[0],
      );
    case 'desktop.chooseSave':
      return save(window, checked as z.infer<(typeof desktopMethods)['desktop.chooseSave']>);
    case 'desktop.showInFolder':
      return showInFolder((checked as z.infer<(typeof desktopMethods)['desktop.showInFolder']>).path);
    default:
      return assertNever(name);
  }
}

async function choose(window: BrowserWindow, options: Electron.OpenDialogOptions): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  return canceled ? [] : filePaths;
}

async function save(window: BrowserWindow, { suggested }: { readonly suggested: string }): Promise<string | null> {
  const extension = extname(suggested).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggested,
    filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
  });
  return canceled || !filePath ? null : filePath;
}

async function transcriptsIn(folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      entry =>
        entry.isFile() && transcripts.extensions.some(extension => entry.name.toLowerCase().endsWith(`.${extension}`)),
    )
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
