import { join } from 'node:path';
import { programFolder } from '../../electron/node/folders.ts';

/** The project's own Node, which runs TypeScript as it stands, whatever Node runs the tests. */
export function projectNode(): string {
  return join(programFolder(), 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
}
