import { join } from 'node:path';
import { programFolder } from '../../electron/node/folders.ts';

/** The project's own Node, which runs TypeScript as it stands, whatever Node runs the tests. */
export function projectNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(programFolder(), 'node_modules', 'node', 'bin', name);
}
