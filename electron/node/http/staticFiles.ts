import { type FileHandle, open, realpath } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

export type StaticFile = { readonly bytes: Buffer; readonly mediaType: string };

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * A file of the app's folder by its decoded URL path ("/" is index.html), or null where there is none. The path is resolved and must lie
 * in the folder, before and after symbolic links are followed; names that begin with a dot are never served.
 */
export async function readStatic(folder: string, path: string): Promise<StaticFile | null> {
  const wanted = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = pathInside(folder, wanted);
  if (inside === null || inside.split(sep).some(part => part.startsWith('.'))) return null;
  let file: FileHandle | undefined;
  try {
    const root = await realpath(folder);
    const real = await realpath(wanted);
    if (pathInside(root, real) === null) return null;
    file = await open(real, 'r');
    if (!(await file.stat()).isFile()) return null;
    const mediaType = mediaTypes[extname(wanted).toLowerCase()] ?? 'application/octet-stream';
    return { bytes: await file.readFile(), mediaType };
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  } finally {
    await file?.close();
  }
}

/** `path` relative to `folder`, or null where it is not below it. Both absolute. */
export function pathInside(folder: string, path: string): string | null {
  const inside = relative(folder, path);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside;
}

function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(String(thrown.code))
  );
}
