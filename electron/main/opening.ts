import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import type { DesktopEvent } from '../../shared/api/desktop.ts';
import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreLink } from './coreLink.ts';

/** What a person asked the app to open: a study's path, or the sample. */
export type Wish = { readonly sample: true } | { readonly sample: false; readonly path: string };

/** The wish in a command line; paths are taken from `folder`, where it was typed. */
export function wishIn(argv: readonly string[], folder: string): Wish | null {
  if (argv.includes('--sample')) return { sample: true };
  const path = argv
    .map(argument => resolve(folder, argument))
    .find(one => one.endsWith('.ninefold') && existsSync(one));
  return path === undefined ? null : { sample: false, path };
}

/** Follows wishes that macOS sends: they may come before the app is ready. Call before that; the first is given to `take` once it is known. */
export function followOpenFile(): { take(heard: (wish: Wish) => void): void } {
  const early: Wish[] = [];
  let hear: (wish: Wish) => void = wish => early.push(wish);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hear({ sample: false, path });
  });
  return {
    take: heard => {
      hear = heard;
      for (const wish of early.splice(0)) heard(wish);
    },
  };
}

/** Opens what is wished for before there is a page. Gives the study's handle, or null where the page has to ask (for a passphrase) or to say why not. */
export async function openWish(core: CoreLink, wish: Wish): Promise<string | null> {
  const answer: Envelope = await (wish.sample
    ? core.call('study.sample', {})
    : core.call('study.open', { path: wish.path }));
  return answer.ok ? (answer.value as { readonly handle: string }).handle : null;
}

/** What tells a page to fulfil a wish. */
export const eventOf = (wish: Wish): DesktopEvent =>
  wish.sample ? { type: 'menu', command: 'study.sample' } : { type: 'open', path: wish.path };
