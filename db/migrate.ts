import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { NinefoldError } from '../shared/model/errors.ts';
import { first } from './migrations/0001-first.ts';
import { workspace } from './migrations/0002-workspace.ts';
import { search } from './migrations/0003-search.ts';
import { map } from './migrations/0004-map.ts';
import { themes } from './migrations/0005-themes.ts';
import { anonymity } from './migrations/0006-anonymity.ts';

/** One step of the schema. `version` ascends by one from 1; the file's `user_version` says how far it has come. */
export type Migration = { readonly version: number; readonly sql: string };

export const migrations: readonly Migration[] = [first, workspace, search, map, themes, anonymity];

/** "NINE" as a 32-bit number: marks a SQLite file as a Ninefold study. */
export const applicationId = 0x4e494e45;

export const latestVersion = (steps: readonly Migration[] = migrations): number => steps.at(-1)?.version ?? 0;

/** The file's version. @throws `study-newer` for a file from a later version of the app; reads only. */
export function versionOf(db: Database, steps: readonly Migration[] = migrations): number {
  const from = Number(db.pragma('user_version', { simple: true }));
  const newest = latestVersion(steps);
  if (from > newest) {
    throw new NinefoldError(
      'study-newer',
      `${basename(db.name)} was last saved by a newer Ninefold (file version ${from}; this app reads up to ${newest}). Nothing was changed. Update Ninefold to open it.`,
      { path: db.name, fileVersion: from, appVersion: newest },
    );
  }
  return from;
}

/**
 * Brings a file up to the newest schema, all steps that are due in one transaction: if one fails the file stays as it was. `backup` is called once before them, unless the file is new.
 * @returns the version it came from. @throws `study-newer`; nothing is written then.
 */
export function migrate(db: Database, backup: (fromVersion: number) => void, steps = migrations): number {
  const from = versionOf(db, steps);
  const due = steps.filter(step => step.version > from);
  if (due.length === 0) return from;
  if (from > 0) backup(from);
  db.transaction(() => {
    for (const step of due) db.exec(step.sql);
    db.pragma(`user_version = ${latestVersion(due)}`);
  }).immediate();
  return from;
}
