import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { NinefoldError } from '../shared/model/errors.ts';
import { newId } from '../shared/model/ids.ts';

/** Who holds a study: written beside it as JSON in `<study>.lock`. `started` tells two processes with one number apart (Linux clock ticks). */
export type LockHolder = {
  readonly token: string;
  readonly host: string;
  readonly user: string;
  readonly pid: number;
  readonly started: string | null;
  readonly since: string;
};

export type Lock = {
  /** @throws `study-locked` when another process has taken the study over, after this machine slept for instance. */
  assertHeld(): void;
  release(): void;
};

const beatMs = 20_000;
/** A holder on another machine that has not written for this long is taken to be gone. */
const staleMs = 120_000;

/** Takes the study for this process. @throws `study-locked` with the holder's name and host. A holder that is gone is replaced. */
export function takeLock(studyPath: string): Lock {
  const path = `${studyPath}.lock`;
  const mine: LockHolder = {
    token: newId(),
    host: hostname(),
    user: userName(),
    pid: process.pid,
    started: startedAt(process.pid),
    since: new Date().toISOString(),
  };
  const text = `${JSON.stringify(mine)}\n`;
  for (let attempt = 0; ; attempt++) {
    if (createNew(path, text)) break;
    const holder = readHolder(path);
    if (holder === 'gone') continue;
    if (attempt > 4 || (holder && isAlive(holder, path))) throw lockedBy(studyPath, holder);
    setAside(path, holder);
  }
  let lastBeat = Date.now();
  const assertHeld = () => {
    if (Date.now() - lastBeat < staleMs / 2) return;
    const holder = readHolder(path);
    if (holder === 'gone' || holder?.token !== mine.token) throw lockedBy(studyPath, holder === 'gone' ? null : holder);
    beat();
  };
  const beat = () => {
    const holder = readHolder(path);
    if (holder === 'gone' || holder?.token !== mine.token) return;
    writeFileSync(path, text);
    lastBeat = Date.now();
  };
  const timer = setInterval(beat, beatMs);
  timer.unref();
  return {
    assertHeld,
    release: () => {
      clearInterval(timer);
      const holder = readHolder(path);
      if (holder !== 'gone' && holder?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

function createNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (isCode(thrown, 'EEXIST')) return false;
    throw thrown;
  }
}

/** The holder; null for a lock file that can't be understood; 'gone' when there is none. */
function readHolder(path: string): LockHolder | null | 'gone' {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(value) ? value : null;
  } catch (thrown) {
    if (isCode(thrown, 'ENOENT')) return 'gone';
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const { token, host, pid } = value as Partial<LockHolder>;
  return typeof token === 'string' && typeof host === 'string' && typeof pid === 'number';
}

function isAlive(holder: LockHolder, path: string): boolean {
  if (holder.host !== hostname()) return ageMs(path) < staleMs;
  try {
    process.kill(holder.pid, 0);
  } catch (thrown) {
    if (isCode(thrown, 'ESRCH')) return false;
  }
  const started = startedAt(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Age of the lock by the clock of the disk it lies on: shared folders keep their own time. */
function ageMs(path: string): number {
  const probe = mkdtempSync(join(dirname(path), '.ninefold-'));
  try {
    return statSync(probe).mtimeMs - statSync(path).mtimeMs;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** Moves a stale lock out of the way; puts it back if somebody else renewed it in between. */
function setAside(path: string, stale: LockHolder | null): void {
  const aside = `${path}.${newId()}`;
  try {
    renameSync(path, aside);
  } catch (thrown) {
    if (isCode(thrown, 'ENOENT')) return;
    throw thrown;
  }
  const moved = readHolder(aside);
  if (moved !== 'gone' && moved?.token !== stale?.token) renameSync(aside, path);
  else unlinkSync(aside);
}

/** Start of a process in clock ticks since boot; null where the system does not tell. */
function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown user';
  }
}

function lockedBy(studyPath: string, holder: LockHolder | null): NinefoldError {
  const file = basename(studyPath);
  const who = holder ? `${holder.user} on ${holder.host}` : 'another program';
  return new NinefoldError(
    'study-locked',
    `${file} is open already: ${who} has it${holder ? ` (since ${holder.since})` : ''}. Nothing was changed. Close it there, then open it here.`,
    { path: studyPath, holder: holder?.user ?? null, host: holder?.host ?? null, pid: holder?.pid ?? null },
  );
}

function isCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}
