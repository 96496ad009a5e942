import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Envelope } from '../../shared/api/envelope.ts';
import { NinefoldError, toEnvelope } from '../../shared/model/errors.ts';
import type { Core } from './core.ts';
import { largestBody, readInputBody } from './http/body.ts';
import { createEventStreams, type EventStreams } from './http/eventStreams.ts';
import { checkRequest, targetOf } from './http/guard.ts';
import { securityHeaders } from './http/headers.ts';
import { createIdleTimer } from './http/idle.ts';
import { notAllowedPage, notFoundPage, type Page, refusalPage } from './http/pages.ts';
import { createHttpSession, type HttpSession } from './http/session.ts';
import { readStatic } from './http/staticFiles.ts';
import { encodeWire } from './wire.ts';

export type HttpHostOptions = {
  readonly core: Core;
  /** Absent or 0: any free port. */
  readonly port?: number;
  /** The built pages: a folder with an index.html. */
  readonly appFolder: string;
  /** Whether to go on when the last window has gone. */
  readonly stayOpen: boolean;
  /** How long the last window may be gone before the host closes, in ms; a minute unless told. */
  readonly idleMs?: number;
  /** Called after the host has closed itself. */
  readonly onIdle?: () => void;
  /** Largest body of a call in bytes; 96 MB unless told. */
  readonly largestBody?: number;
};

export type HttpHost = {
  /** The address to open, with its one-time token. */
  readonly url: string;
  readonly port: number;
  /** Ends all streams and connections. The core stays open: it is the caller's. */
  close(): Promise<void>;
};

type Site = {
  readonly core: Core;
  readonly port: number;
  readonly appFolder: string;
  readonly largestBody: number;
  readonly session: HttpSession;
  readonly streams: EventStreams;
};

/**
 * Serves the app to browsers of this machine: the built pages, `POST /api/<method>` with wire JSON, and `GET /api/events` as server-sent events.
 * Binds 127.0.0.1 alone; every request is checked for Host, Origin and the session's cookie. @throws `file-missing` where the pages are not built,
 * `refused` where the port can't be had.
 */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const { core, appFolder, stayOpen, onIdle } = options;
  if (!existsSync(join(appFolder, 'index.html'))) {
    throw new NinefoldError(
      'file-missing',
      `The pages of the app are not built: there is no index.html in ${appFolder}. Run "npm run build" first.`,
      { path: appFolder },
    );
  }
  let asked = 0;
  let site: Site | undefined;
  const server = createServer((request, response) => {
    if (!site) return void response.destroy();
    asked++;
    response.on('close', () => asked--);
    answer(request, response, site).catch((thrown: unknown) => fail(response, thrown));
  });
  const port = await listen(server, options.port ?? 0);
  const idle = createIdleTimer(
    options.idleMs ?? 60_000,
    () => asked > 0,
    () => void close().then(onIdle),
  );
  const streams = createEventStreams(idle.stop, () => {
    if (!stayOpen && server.listening) idle.start();
  });
  const session = createHttpSession(port);
  site = { core, port, appFolder, largestBody: options.largestBody ?? largestBody, session, streams };
  const unsubscribe = core.subscribe(streams.send);
  const close = async () => {
    idle.stop();
    unsubscribe();
    if (!server.listening) return;
    const closed = new Promise<void>(done => server.close(() => done()));
    streams.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}/?${session.query}`, port, close };
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const refusal = checkRequest(request, site.port);
  if (refusal) return sendPage(response, refusalPage(refusal.status, refusal.message));
  const target = targetOf(request.url);
  if (!target) return sendPage(response, refusalPage(400, 'That is not an address.'));
  const { path, query } = target;
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    response.setHeader('Allow', 'GET, HEAD, POST');
    return sendPage(response, refusalPage(405, 'That is not something that can be asked here.'));
  }
  const allowed = site.session.holds(request.headers.cookie);
  const token = method === 'GET' && path === '/' ? query.get('token') : null;
  if (token !== null) {
    const cookie = site.session.exchange(token);
    if (cookie) response.setHeader('Set-Cookie', cookie);
    if (cookie || allowed) return redirectHome(response);
  }
  if (path.startsWith('/api/')) {
    if (!allowed)
      return sendFailure(
        response,
        403,
        new NinefoldError(
          'refused',
          'This browser does not hold the key to Ninefold. Open the address that Ninefold printed.',
        ),
      );
    return answerApi(request, response, path.slice('/api/'.length), site);
  }
  if (!allowed) return sendPage(response, notAllowedPage);
  if (method === 'POST') return sendPage(response, notFoundPage);
  return sendStatic(response, path, site, method === 'HEAD');
}

async function answerApi(request: IncomingMessage, response: ServerResponse, name: string, site: Site): Promise<void> {
  if (name === 'events' && request.method === 'GET') return site.streams.add(response);
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return sendFailure(response, 405, new NinefoldError('refused', 'Calls are made by POST.'));
  }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return sendFailure(response, 415, new NinefoldError('refused', 'Calls are made in application/json.'));
  }
  let input: unknown;
  try {
    input = await readInputBody(request, site.largestBody);
  } catch (thrown) {
    const tooLarge = thrown instanceof NinefoldError && thrown.code === 'file-too-large';
    return sendFailure(response, tooLarge ? 413 : 400, thrown);
  }
  sendEnvelope(response, 200, await site.core.call(name, input, { host: 'browser' }));
}

/** What the core answers is 200, failures too: the status says only whether the core was reached. */
function sendEnvelope(response: ServerResponse, status: number, envelope: Envelope): void {
  const body = encodeWire(envelope);
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(body);
}

/** The connection stays: Node lets the rest of an unwanted body run dry, so that the page gets the answer and not a broken line. */
function sendFailure(response: ServerResponse, status: number, thrown: unknown): void {
  sendEnvelope(response, status, { ok: false, error: toEnvelope(thrown) });
}

function sendPage(response: ServerResponse, { status, html }: Page): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(html);
}

function redirectHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/' });
  response.end();
}

async function sendStatic(response: ServerResponse, path: string, site: Site, headOnly: boolean): Promise<void> {
  const file = await readStatic(site.appFolder, path);
  if (!file) return sendPage(response, notFoundPage);
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Content-Length': file.bytes.length });
  response.end(headOnly ? undefined : file.bytes);
}

function fail(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  sendFailure(response, 500, thrown);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      failed(
        new NinefoldError(
          'refused',
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use by another program. Choose another one, or none to take any that is free.`
            : `Port ${port} can't be had (${error.code ?? error.message}). Choose another one, above 1023.`,
          { port },
        ),
      );
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') failed(new Error('the server has no port'));
      else done(address.port);
    });
  });
}
