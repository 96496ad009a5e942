import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { ErrorEnvelope } from '../../../shared/model/errors.ts';
import { sourceFormats } from '../../../shared/model/kinds.ts';

/** A file to import, or a folder that gives none, with why. */
export type ImportPath = { readonly path: string; readonly error: ErrorEnvelope | null };

const endings: ReadonlySet<string> = new Set(sourceFormats.map(format => `.${format}`));
const order = new Intl.Collator('en-GB', { numeric: true });

/**
 * The files that PATHs of `import` stand for, in their order. A file is taken whatever its ending (it may be refused later); a folder gives the files
 * of supported endings in it and below, sorted by name with numbers by value. Hidden files, Word's lock files (`~$…`) and linked folders are left out.
 */
export function expandPaths(paths: readonly string[]): readonly ImportPath[] {
  return paths.flatMap(path => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [{ path, error: null }];
    const files = filesBelow(path);
    return files.length === 0 ? [{ path, error: nothingIn(path) }] : files;
  });
}

function filesBelow(folder: string): readonly ImportPath[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [{ path: folder, error: unreadable(folder) }];
  }
  return entries
    .filter(entry => !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .toSorted((a, b) => order.compare(a.name, b.name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      const isFile = entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile());
      return isFile && endings.has(extname(entry.name).toLowerCase()) ? [{ path, error: null }] : [];
    });
}

const nothingIn = (path: string): ErrorEnvelope => ({
  code: 'format-unknown',
  message: `The folder ${basename(path)} holds no file that Ninefold reads (${[...endings].join(', ')}). Give the folder that holds the transcripts, or the files.`,
  details: { path },
});

const unreadable = (path: string): ErrorEnvelope => ({
  code: 'file-unreadable',
  message: `The folder ${path} can't be read. Check that you may open it.`,
  details: { path },
});
