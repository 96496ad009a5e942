import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { newPassphrase } from '../../../db/key/cipher.ts';
import { keyPathOf, makeKey, openKey } from '../../../db/key/keyFile.ts';
import { countWordless } from '../../../db/replacements.ts';
import { keyOf } from '../../../db/spoken.ts';
import { studyFacts } from '../../../db/study.ts';
import type { StudyFile } from '../../../db/studyFile.ts';
import type { KeyState } from '../../../shared/model/anonymity.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { refusePathsFromBrowser } from '../inputFiles.ts';
import type { Session } from '../sessions.ts';

type Part = Pick<
  Handlers<Ctx>,
  'key.state' | 'key.make' | 'key.open' | 'key.close' | 'key.change' | 'key.suggest' | 'key.removeBackups'
>;

export const keyHandlers: Part = {
  'key.state': ({ study }, { sessions }) => stateOf(sessions.get(study).file),
  'key.make': ({ study, passphrase }, ctx) => {
    const session = ctx.sessions.get(study);
    const { file } = session;
    return turned(ctx, session, makeKey(keyPathOf(file.path), studyFacts(file.read).id, passphrase));
  },
  'key.open': ({ study, passphrase, path }, ctx) => {
    const session = ctx.sessions.get(study);
    const { file } = session;
    if (path !== undefined) refusePathsFromBrowser(ctx.caller);
    const at = path === undefined ? keyPathOf(file.path) : resolve(path);
    return turned(ctx, session, openKey(at, studyFacts(file.read).id, passphrase));
  },
  'key.close': ({ study }, ctx) => turned(ctx, ctx.sessions.get(study), null),
  'key.change': ({ study, passphrase }, ctx) => {
    const session = ctx.sessions.get(study);
    const key = keyOf(session.file);
    session.file.keyring.open = null;
    return turned(ctx, session, key.change(passphrase));
  },
  'key.suggest': () => ({ passphrase: newPassphrase() }),
  'key.removeBackups': ({ study }, ctx) => {
    const session = ctx.sessions.get(study);
    for (const path of backupsOf(session.file.path)) rmSync(path, { force: true });
    return turned(ctx, session, session.file.keyring.open);
  },
};

/** Puts a key in the place of the one that is open, and tells every window. */
function turned(ctx: Ctx, session: Session, key: StudyFile['keyring']['open']): KeyState {
  const { keyring } = session.file;
  if (keyring.open !== key) keyring.open?.close();
  keyring.open = key;
  ctx.sessions.tell(session, ['anonymity'], 'key');
  return stateOf(session.file);
}

function stateOf({ path, read, keyring }: StudyFile): KeyState {
  const at = keyring.open?.path ?? keyPathOf(path);
  const state = keyring.open ? 'open' : existsSync(at) ? 'closed' : 'none';
  const wordless = keyring.open ? countWordless(read, keyring.open) : 0;
  return { state, path: at, wordless, backups: backupsOf(path) };
}

/** Copies that Ninefold made beside a study before it brought it to a newer file version. */
function backupsOf(path: string): readonly string[] {
  const folder = dirname(path);
  const name = basename(path);
  return readdirSync(folder)
    .filter(one => one.startsWith(`${name}.v`) && /^\.v\d+-[\dT.-]+\.backup$/.test(one.slice(name.length)))
    .map(one => join(folder, one));
}
