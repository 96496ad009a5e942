import { existsSync } from 'node:fs';
import { shell } from 'electron';
import type { Envelope } from '../../shared/api/envelope.ts';
import { NinefoldError } from '../../shared/model/errors.ts';

/** Files that were written at a page's wish since the app was started: a page may have these shown, and no others. */
const written = new Set<string>();

/** Keeps where a call has written a file: calls that write one take `out` and answer with its `path`. */
export function noteWritten(input: unknown, answer: Envelope): void {
  if (!answer.ok || !has(input, 'out') || !has(answer.value, 'path')) return;
  const { path } = answer.value;
  if (typeof path === 'string') written.add(path);
}

/** Shows a file in the system's file manager. @throws `refused` for one that Ninefold didn't write, `not-found` for one that is gone. */
export function showInFolder(path: string): null {
  if (!written.has(path)) throw new NinefoldError('refused', 'Ninefold shows only files that it has written itself.');
  if (!existsSync(path)) {
    throw new NinefoldError('not-found', `${path} is no longer there. It was moved or deleted. Export it again.`, {
      path,
    });
  }
  shell.showItemInFolder(path);
  return null;
}

const has = <Key extends string>(value: unknown, key: Key): value is { readonly [K in Key]: unknown } =>
  typeof value === 'object' && value !== null && key in value;
