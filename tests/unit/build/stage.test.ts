import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planApp } from '../../../build/lib/stage.mjs';
import { programFolder } from '../../../electron/node/folders.ts';

const own = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8'));
const plan = (trial = false) => planApp(own, { platform: 'linux', arch: 'x64', trial });

describe('the packaged app', () => {
  it('has the database driver of its own platform, and of no other', () => {
    const drivers = plan().copies.filter(path => path.endsWith('.node'));
    expect(drivers).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  });
  it('has nothing of what is there for work on Ninefold', () => {
    expect(plan().manifest).toMatchObject({ name: 'ninefold', main: 'dist/electron/main.cjs', version: own.version });
    expect(plan().manifest).not.toHaveProperty('devDependencies');
    expect(plan().manifest).not.toHaveProperty('scripts');
    expect(plan().manifest).not.toHaveProperty('trial');
    expect(plan(true).manifest).toHaveProperty('trial', true);
  });
  it('names only files that the installed packages have', () => {
    const files = plan().copies.filter(path => path.startsWith('node_modules/'));
    expect(files.filter(path => !existsSync(join(programFolder(), path)))).toEqual([]);
  });
  it('has every package that stays outside the bundles', () => {
    const bundling = readFileSync(join(programFolder(), 'build', 'desktop.mjs'), 'utf8');
    const [, list = ''] = /const external = \[([^\]]+)\]/.exec(bundling) ?? [];
    const outside = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name).filter(name => name !== 'electron');
    expect(outside.length).toBeGreaterThan(0);
    expect(Object.keys((plan().manifest as { dependencies: object }).dependencies)).toEqual(
      expect.arrayContaining(outside),
    );
  });
  it("has every font that the map's picture asks for", () => {
    const folder = join(programFolder(), 'electron', 'node');
    const sources = readdirSync(folder, { recursive: true }).filter(name => String(name).endsWith('.ts'));
    const code = sources.map(name => readFileSync(join(folder, String(name)), 'utf8')).join('\n');
    const fonts = [...code.matchAll(/'(@[^']+\.ttf)'/g)].map(([, path]) => `node_modules/${path}`);
    expect(fonts.length).toBeGreaterThan(0);
    expect(plan().copies).toEqual(expect.arrayContaining(fonts));
  });
});
