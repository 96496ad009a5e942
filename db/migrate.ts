import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { NinefoldError } from '../shared/model/errors.ts';
import { first } from './migrations/0001-first.ts';
import { workspace } from './migrations/0002-workspace.ts';

/** One step of the schema. `version` ascends by one from 1; the file's `user_version` says how far it has come. */
export type Migration = { readonly version: number; readonly sql: string };

export const migrations: readonly Migration[] = [first, workspace];

/** "NINE" as a 32-bit number: marks a SQLite file as a Ninefold study. */
export const applicationId = 0x4e494e45;

export const latestVersion = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.version ?? 0;

/**
 * Brings a file up to the newest schema, each step in its own transaction. `backup` is called once, before the first step, unless the file is new.
 * @returns the version it came from. @throws `study-newer` for a file from a later version; nothing is written then.
 */
export function migrate(db: Database, backup: (fromVersion: number) => void, steps = migrations): number {
  const from = Number(db.pragma('user_version', { simple: true }));
  const newest = latestVersion(steps);
  if (from > newest) {
    throw new NinefoldError(
      'study-newer',
      `${basename(db.name)} was last saved by a newer Ninefold (file version ${from}; this app reads up to ${newest}). Nothing was changed. Update Ninefold to open it.`,
      { path: db.name, fileVersion: from, appVersion: newest },
    );
  }
  const due = steps.filter(step => step.version > from);
  if (due.length > 0 && from > 0) backup(from);
  for (const step of due) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return from;
}
