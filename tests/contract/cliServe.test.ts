import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeWire } from '../../electron/node/wire.ts';
import { tempFolder } from '../builders/studies.ts';
import { ninefold, start } from './cli.ts';
import { ask } from './httpRequest.ts';

let folder: ReturnType<typeof tempFolder>;
const at = (name: string) => join(folder.path, name);
const children: ChildProcessWithoutNullStreams[] = [];

beforeEach(async () => {
  folder = tempFolder();
  mkdirSync(at('app'));
  writeFileSync(at('app/index.html'), '<!doctype html><title>The app</title>');
  await ninefold(folder.path, ['new', 's.ninefold', '--title', 'Boat shed']);
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  folder.remove();
});

async function serve(...args: string[]) {
  const child = start(folder.path, ['serve', 's.ninefold', ...args], { env: { NINEFOLD_APP: at('app') } });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, line: String(line) };
}

describe('serve', () => {
  it('serves the open study at the address that it prints, until it is stopped', async () => {
    const { child, line } = await serve('--json', '--no-open');
    const { url, port, study } = JSON.parse(line);
    expect(study).toBe(at('s.ninefold'));
    const entry = await ask(port, url.slice(`http://127.0.0.1:${port}`.length));
    const cookie = entry.headers['set-cookie']![0]!.split(';', 1)[0]!;
    const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
    const info = await ask(port, '/api/app.info', { method: 'POST', body: '{}', headers });
    const { value } = decodeWire(info.body) as { value: { openStudy: string; host: string } };
    expect(value).toMatchObject({ host: 'browser', openStudy: expect.any(String) });
    const body = JSON.stringify({ study: value.openStudy });
    const opened = await ask(port, '/api/study.info', { method: 'POST', body, headers });
    expect(decodeWire(opened.body)).toMatchObject({ ok: true, value: { title: 'Boat shed' } });
    expect(await ask(port, '/', { headers: { cookie } })).toMatchObject({ body: expect.stringContaining('The app') });

    expect(existsSync(at('s.ninefold.lock'))).toBe(true);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(existsSync(at('s.ninefold.lock'))).toBe(false);
  });

  it('stops on Ctrl-C, gives the lock back, and prints an address for people', async () => {
    const { child, line } = await serve();
    expect(line).toMatch(/^Ninefold is open at http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/);
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(existsSync(at('s.ninefold.lock'))).toBe(false);
  });

  it('that was killed leaves a study that opens', async () => {
    const { child } = await serve('--no-open');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(at('s.ninefold.lock'))).toBe(true);
    expect(await ninefold(folder.path, ['check', 's.ninefold'])).toMatchObject({ code: 0 });
  });

  it('refuses a port in use', async () => {
    const { line } = await serve('--json', '--no-open');
    const { port } = JSON.parse(line);
    await ninefold(folder.path, ['new', 'other.ninefold']);
    const ran = await ninefold(folder.path, ['serve', 'other.ninefold', '--port', `${port}`], {
      env: { NINEFOLD_APP: at('app') },
    });
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(`${port}`) });
    expect(existsSync(at('other.ninefold.lock'))).toBe(false);
  });

  it('says how to build the pages where they are not built', async () => {
    const ran = await ninefold(folder.path, ['serve', 's.ninefold'], { env: { NINEFOLD_APP: at('nowhere') } });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run build') });
  });
});
