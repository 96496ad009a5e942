import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caller, Core } from '../../electron/node/core.ts';
import { type HttpHost, type HttpHostOptions, startHttpHost } from '../../electron/node/httpHost.ts';
import { decodeWire, encodeWire } from '../../electron/node/wire.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { tempFolder } from '../builders/studies.ts';
import { type Asked, ask } from './httpRequest.ts';

const calls: { name: string; input: unknown; caller: Caller }[] = [];
const listeners = new Set<(event: CoreEvent) => void>();
const core: Core = {
  call: async (name, input, caller) => {
    calls.push({ name, input, caller });
    return { ok: true, value: { name, bytes: new Uint8Array([1, 2, 3]) } };
  },
  subscribe: listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  close: async () => {},
};

let folder: ReturnType<typeof tempFolder>;
let host: HttpHost;

async function start(options: Partial<HttpHostOptions> = {}) {
  host = await startHttpHost({ core, appFolder: join(folder.path, 'app'), stayOpen: true, ...options });
}

beforeEach(async () => {
  folder = tempFolder();
  const app = join(folder.path, 'app');
  mkdirSync(join(app, 'assets'), { recursive: true });
  writeFileSync(join(app, 'index.html'), '<!doctype html><title>The app</title>');
  writeFileSync(join(app, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(app, '.secret'), 'secret');
  writeFileSync(join(folder.path, 'outside.txt'), 'secret');
  mkdirSync(join(folder.path, 'app-other'));
  writeFileSync(join(folder.path, 'app-other', 'a.txt'), 'secret');
  symlinkSync(join(folder.path, 'outside.txt'), join(app, 'linked.txt'));
  symlinkSync(folder.path, join(app, 'up'));
  calls.length = 0;
  await start();
});
afterEach(async () => {
  await host.close();
  expect(listeners.size).toBe(0);
  folder.remove();
});

const origin = () => `http://127.0.0.1:${host.port}`;
const tokenPath = () => host.url.slice(origin().length);

async function signIn(): Promise<string> {
  const { status, headers } = await ask(host.port, tokenPath());
  expect(status).toBe(303);
  return headers['set-cookie']![0]!.split(';', 1)[0]!;
}

function post(cookie: string, name: string, asked: Asked = {}) {
  return ask(host.port, `/api/${name}`, {
    method: 'POST',
    body: '{}',
    ...asked,
    headers: { cookie, origin: origin(), 'content-type': 'application/json', ...asked.headers },
  });
}

describe('the key to the host', () => {
  it('is a 256-bit token in the address, exchanged for a cookie that pages cannot read', async () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/);
    const { status, headers, body } = await ask(host.port, tokenPath());
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(body).toBe('');
    const [cookie] = headers['set-cookie']!;
    expect(cookie).toMatch(/^ninefold-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(host.url.slice(-64));
  });

  it('works once', async () => {
    const cookie = await signIn();
    const second = await ask(host.port, tokenPath());
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    const withCookie = await ask(host.port, tokenPath(), { headers: { cookie } });
    expect(withCookie).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(withCookie.headers['set-cookie']).toBeUndefined();
  });

  it('is not spent by a wrong token, nor by asking for the headers alone', async () => {
    expect(await ask(host.port, `/?token=${'0'.repeat(64)}`)).toMatchObject({ status: 403 });
    expect(await ask(host.port, '/?token=')).toMatchObject({ status: 403 });
    expect(await ask(host.port, tokenPath(), { method: 'HEAD' })).toMatchObject({ status: 403 });
    await signIn();
  });

  it.each(['/', '/assets/app.js', '/linked.txt', '/missing'])('is needed for %s', async path => {
    const { status, body } = await ask(host.port, path);
    expect(status).toBe(403);
    expect(body).toContain('npm start');
    expect(body).not.toContain('The app');
  });

  it('is needed for every call and for events', async () => {
    const wrong = `ninefold-${host.port}=${'0'.repeat(64)}`;
    for (const cookie of ['', wrong]) {
      const { status, body } = await post(cookie, 'app.info');
      expect(status).toBe(403);
      expect(decodeWire(body)).toMatchObject({ ok: false, error: { code: 'refused' } });
      expect(await ask(host.port, '/api/events', { headers: { cookie } })).toMatchObject({ status: 403 });
    }
    expect(calls).toEqual([]);
  });

  it('differs from host to host', async () => {
    const cookie = await signIn();
    const other = await startHttpHost({ core, appFolder: join(folder.path, 'app'), stayOpen: true });
    const renamed = cookie.replace(`${host.port}`, `${other.port}`);
    expect(await ask(other.port, '/', { headers: { cookie: renamed } })).toMatchObject({ status: 403 });
    await other.close();
  });
});

describe('who may ask', () => {
  it('only this machine: the host is bound to 127.0.0.1', async () => {
    const taken = createServer();
    // Another address of the loopback network has the same port free.
    taken.listen(host.port, '127.0.0.2');
    await once(taken, 'listening');
    taken.close();
    await once(taken, 'close');
  });

  it.each([
    ['another name', 'evil.example:PORT'],
    ['no port', '127.0.0.1'],
    ['another port', '127.0.0.1:1'],
    ['a name that begins alike', '127.0.0.1.evil.example:PORT'],
    ['all addresses', '0.0.0.0:PORT'],
  ])('refuses a Host of %s', async (_what, name) => {
    const cookie = await signIn();
    const headers = { host: name.replace('PORT', `${host.port}`), cookie };
    expect(await ask(host.port, '/', { headers })).toMatchObject({ status: 403 });
    const { status } = await post(cookie, 'app.info', { headers: { ...headers, origin: `http://${headers.host}` } });
    expect(status).toBe(403);
    expect(calls).toEqual([]);
  });

  it('does not give the cookie to a rebound name', async () => {
    const { headers } = await ask(host.port, tokenPath(), { headers: { host: `evil.example:${host.port}` } });
    expect(headers['set-cookie']).toBeUndefined();
    await signIn();
  });

  it('answers at localhost too', async () => {
    const cookie = await signIn();
    const name = `localhost:${host.port}`;
    const answer = await post(cookie, 'app.info', { headers: { host: name, origin: `http://${name}` } });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['no origin of its own', { origin: 'null' }],
    ['https', { origin: 'https://127.0.0.1:PORT' }],
    ['the other name of this machine', { origin: 'http://localhost:PORT' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another port, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a call from %s', async (_what, headers) => {
    const cookie = await signIn();
    const entries = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', `${host.port}`)]);
    expect(await post(cookie, 'app.info', { headers: Object.fromEntries(entries) })).toMatchObject({ status: 403 });
    expect(calls).toEqual([]);
  });

  it('refuses a call without an Origin', async () => {
    const cookie = await signIn();
    const headers = { cookie, 'content-type': 'application/json' };
    const answer = await ask(host.port, '/api/app.info', { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(403);
  });

  it('refuses reading by a page of another port, but may be opened from anywhere', async () => {
    const cookie = await signIn();
    const fromAfar = { cookie, 'sec-fetch-site': 'same-site' };
    expect(await ask(host.port, '/api/events', { headers: fromAfar })).toMatchObject({ status: 403 });
    expect(await ask(host.port, '/assets/app.js', { headers: fromAfar })).toMatchObject({ status: 403 });
    const opening = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await ask(host.port, '/', { headers: opening })).toMatchObject({ status: 200 });
  });

  it('gives no CORS headers, not even when asked before a call', async () => {
    const cookie = await signIn();
    const headers = { cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const preflight = await ask(host.port, '/api/app.info', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(403);
    const own = await ask(host.port, '/api/app.info', { method: 'OPTIONS', headers: { cookie, origin: origin() } });
    expect(own.status).toBe(405);
    const call = await post(cookie, 'app.info');
    for (const answer of [preflight, own, call]) {
      expect(Object.keys(answer.headers).filter(name => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('what every answer carries', () => {
  it.each([
    ['a page', '/', 'GET'],
    ['a file', '/assets/app.js', 'GET'],
    ['nothing', '/missing', 'GET'],
    ['a refusal', '/../outside.txt', 'GET'],
    ['a call', '/api/app.info', 'POST'],
    ['a wrong method', '/', 'DELETE'],
  ])('strict headers: %s', async (_what, path, method) => {
    const cookie = await signIn();
    const { headers } = await ask(host.port, path, { method, headers: { cookie, origin: origin() } });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

describe('files', () => {
  it('are served with their type', async () => {
    const headers = { cookie: await signIn() };
    expect(await ask(host.port, '/', { headers })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: expect.stringContaining('The app'),
    });
    expect(await ask(host.port, '/assets/app.js?v=1', { headers })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
      body: 'export {};',
    });
    const head = await ask(host.port, '/assets/app.js', { method: 'HEAD', headers });
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '10' }, body: '' });
  });

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/..%5coutside.txt',
    '/../app-other/a.txt',
    '//outside.txt',
    '/linked.txt',
    '/up/outside.txt',
    '/.secret',
    '/assets/%00app.js',
    '/assets',
    '/%',
    'http://127.0.0.1/outside.txt',
  ])('are not served from outside: %s', async path => {
    const { status, body } = await ask(host.port, path, { headers: { cookie: await signIn() } });
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
    expect(body).not.toContain('The app');
  });

  it('must be built before the host starts', async () => {
    await expect(startHttpHost({ core, appFolder: folder.path, stayOpen: true })).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('npm run build'),
    });
  });
});

describe('calls', () => {
  it('carry plain data and bytes both ways, as host browser', async () => {
    const input = { file: new Uint8Array([0, 255]), nested: [{ $bytes: 'no' }] };
    const { status, body } = await post(await signIn(), 'import.preview', { body: encodeWire(input) });
    expect(status).toBe(200);
    expect(calls).toEqual([{ name: 'import.preview', input, caller: { host: 'browser' } }]);
    expect(decodeWire(body)).toEqual({
      ok: true,
      value: { name: 'import.preview', bytes: new Uint8Array([1, 2, 3]) },
    });
  });

  it.each([
    ['that is not JSON', { body: '{' }, 400, 'invalid-input'],
    ['with bytes that are not base64', { body: '{"$bytes":"?"}' }, 400, 'invalid-input'],
    ['of another type', { headers: { 'content-type': 'text/plain' } }, 415, 'refused'],
  ])('with a body %s are refused', async (_what, asked, status, code) => {
    const answer = await post(await signIn(), 'app.info', asked);
    expect(answer.status).toBe(status);
    expect(decodeWire(answer.body)).toMatchObject({ ok: false, error: { code } });
    expect(calls).toEqual([]);
  });

  it.each([
    ['announced', {}],
    ['in parts', { 'transfer-encoding': 'chunked' }],
  ])('that are too large are refused with a clear error: %s', async (_what, headers) => {
    await host.close();
    await start({ largestBody: 1024 * 1024 });
    const body = 'x'.repeat(3 * 1024 * 1024);
    const answer = await post(await signIn(), 'import.preview', { body, headers });
    expect(answer.status).toBe(413);
    expect(decodeWire(answer.body)).toMatchObject({
      ok: false,
      error: { code: 'file-too-large', message: expect.stringContaining('1 MB') },
    });
    expect(calls).toEqual([]);
  });

  it('are not made by GET', async () => {
    const answer = await ask(host.port, '/api/app.info', { headers: { cookie: await signIn() } });
    expect(answer.status).toBe(405);
    expect(calls).toEqual([]);
  });
});

describe('windows', () => {
  /** Opens an event stream and waits until it stands. */
  async function openWindow(cookie: string) {
    const request = get({ host: '127.0.0.1', port: host.port, path: '/api/events', headers: { cookie }, agent: false });
    const [response] = await once(request, 'response');
    response.setEncoding('utf8');
    response.on('error', () => {});
    request.on('error', () => {});
    const seen = { text: '' };
    response.on('data', (text: string) => {
      seen.text += text;
    });
    await vi.waitFor(() => expect(seen.text).toContain(': open'));
    return { seen, response, leave: () => request.destroy() };
  }

  it('hear events as server-sent events', async () => {
    const window = await openWindow(await signIn());
    expect(window.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const event: CoreEvent = { type: 'changed', study: 'line\nbreak', tables: ['code'], command: 'code.create' };
    for (const listener of listeners) listener(event);
    await vi.waitFor(() => expect(window.seen.text).toContain('data: '));
    expect(decodeWire(window.seen.text.split('data: ')[1]!.split('\n\n')[0]!)).toEqual(event);
    window.leave();
  });

  it('keep the host; it ends some time after the last has gone', async () => {
    await host.close();
    const idle = Promise.withResolvers<void>();
    await start({ stayOpen: false, idleMs: 30, onIdle: idle.resolve });
    const cookie = await signIn();
    const first = await openWindow(cookie);
    const second = await openWindow(cookie);
    first.leave();
    const third = await openWindow(cookie);
    second.leave();
    third.leave();
    await idle.promise;
    await expect(ask(host.port, '/')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('may all go where the host is told to stay', async () => {
    await host.close();
    const onIdle = vi.fn();
    await start({ stayOpen: true, idleMs: 1, onIdle });
    const cookie = await signIn();
    const window = await openWindow(cookie);
    window.leave();
    for (let asked = 0; asked < 20; asked++) {
      expect(await ask(host.port, '/', { headers: { cookie } })).toMatchObject({ status: 200 });
    }
    expect(onIdle).not.toHaveBeenCalled();
  });

  it('are let go when the host closes', async () => {
    const window = await openWindow(await signIn());
    const ended = new Promise(done => window.response.on('close', done));
    await host.close();
    await ended;
  });
});

describe('the port', () => {
  it('is the one that was told', async () => {
    const { port } = host;
    await host.close();
    await start({ port });
    expect(host.port).toBe(port);
  });

  it('in use is refused with a clear message', async () => {
    const second = startHttpHost({ core, appFolder: join(folder.path, 'app'), stayOpen: true, port: host.port });
    await expect(second).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('in use') });
  });
});
