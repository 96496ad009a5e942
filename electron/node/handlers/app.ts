import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FolderEntry } from '../../../shared/api/outputs.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'app.info' | 'app.recent' | 'app.forgetRecent' | 'files.list'>;

export const appHandlers: Part = {
  'app.info': (_input, { caller, options }) => ({
    version: options.version,
    host: caller.host,
    studiesFolder: options.studiesFolder,
    openStudy: options.openStudy?.() ?? null,
  }),
  'app.recent': (_input, { recent }) => recent.list(),
  'app.forgetRecent': ({ path }, { recent }) => {
    recent.forget(path);
    return null;
  },
  'files.list': ({ folder }, { options }) => {
    const path = resolve(
      folder ?? (existsSync(options.studiesFolder) ? options.studiesFolder : dirname(options.studiesFolder)),
    );
    return { folder: path, parent: dirname(path) === path ? null : dirname(path), entries: listFolder(path) };
  },
};

/** Folders first, then studies; hidden ones and other files are left out. */
function listFolder(path: string): readonly FolderEntry[] {
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch {
    throw new NinefoldError(
      'file-unreadable',
      `The folder ${path} can't be read. Check that it exists and that you may open it.`,
      { path },
    );
  }
  const entries = names
    .filter(name => !name.startsWith('.'))
    .flatMap((name): readonly FolderEntry[] => {
      const full = join(path, name);
      const stat = statSync(full, { throwIfNoEntry: false });
      const kind = stat?.isDirectory() ? 'folder' : name.endsWith('.ninefold') ? 'study' : null;
      return stat && kind ? [{ name, path: full, kind, modifiedAt: stat.mtime.toISOString() }] : [];
    });
  return entries.toSorted((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name) : a.kind === 'folder' ? -1 : 1));
}
