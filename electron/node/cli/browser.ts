import { spawn } from 'node:child_process';
import type { Environment } from '../folders.ts';

/** Opens an address with the platform's own command. False where there is no display, so no browser to see. */
export function openInBrowser(url: string, env: Environment, platform: NodeJS.Platform): boolean {
  const [command, ...args] = opener(platform);
  if (platform !== 'win32' && platform !== 'darwin' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  // Where the command is missing the address has been printed all the same.
  child.on('error', () => {});
  child.unref();
  return true;
}

function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}
