import { readFile, realpath } from 'node:fs/promises';
import { extname, relative, resolve, sep } from 'node:path';
import { protocol } from 'electron';

export const appOrigin = 'app://ninefold';

/** What a page may load: its own files alone. The same as in a browser (electron/node/http/headers.ts), which a test holds it to. */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built pages under app://ninefold; nothing outside the folder, by its real path. */
export function serveApp(folder: string): void {
  protocol.handle('app', async request => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname).replace(/^\/+/, '');
    const type = types[extname(path)];
    const file = url.host === 'ninefold' && type ? await inside(folder, path) : null;
    if (!file || !type) return new Response('Not found', { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { 'content-type': type, 'content-security-policy': contentPolicy, 'x-content-type-options': 'nosniff' },
    });
  });
}

async function inside(folder: string, path: string): Promise<string | null> {
  const wanted = resolve(folder, path);
  const real = await realpath(wanted).catch(() => null);
  if (real === null) return null;
  const from = relative(await realpath(folder), real);
  return from === '' || from.startsWith('..') || from.startsWith(sep) ? null : real;
}
