import type { IncomingMessage } from 'node:http';

/** Why a request is refused, with its HTTP status; null lets it pass. */
export type Refusal = { readonly status: number; readonly message: string };

/**
 * Who may ask, before any cookie is looked at. The Host must be this machine's own name and port (a rebound DNS name is refused);
 * an Origin, where there is one, must be that host, and every POST must have one; a request that the browser says comes from another site is
 * refused unless it opens a page.
 */
export function checkRequest(request: IncomingMessage, port: number): Refusal | null {
  const hosts = request.headersDistinct.host ?? [];
  const host = hosts[0] ?? '';
  if (hosts.length !== 1 || (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)) {
    return { status: 403, message: 'This address is not the one that Ninefold answers at.' };
  }
  const { origin } = request.headers;
  const posting = request.method === 'POST';
  if ((posting || origin !== undefined) && origin !== `http://${host}`) {
    return { status: 403, message: 'Only pages of Ninefold itself may ask this.' };
  }
  const site = request.headers['sec-fetch-site'];
  const opensPage = !posting && request.headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && !opensPage && (posting || site !== 'none')) {
    return { status: 403, message: 'Only pages of Ninefold itself may ask this.' };
  }
  return null;
}

/** Path and query of a request target, or null where it is not a path (an absolute address, `*`, bad escapes, a NUL, a backslash). */
export function targetOf(url: string | undefined): { readonly path: string; readonly query: URLSearchParams } | null {
  if (!url?.startsWith('/')) return null;
  const mark = url.indexOf('?');
  try {
    const path = decodeURIComponent(mark < 0 ? url : url.slice(0, mark));
    if (/[\0\\]/.test(path)) return null;
    return { path, query: new URLSearchParams(mark < 0 ? '' : url.slice(mark)) };
  } catch {
    return null;
  }
}
