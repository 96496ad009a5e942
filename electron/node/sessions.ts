import { statSync } from 'node:fs';
import { codingOf } from '../../db/codings.ts';
import {
  type Act,
  cleared,
  type Done,
  notCleared,
  perform,
  performPaced,
  type Settled,
  type Told,
} from '../../db/journal.ts';
import type { Paced } from '../../db/paced.ts';
import type { TableName, Tables } from '../../db/rows.ts';
import { countStudy, studyFacts } from '../../db/study.ts';
import type { StudyFile } from '../../db/studyFile.ts';
import type { Change, Writer } from '../../db/writer.ts';
import type { ChangedTable, CodingDelta, CoreEvent } from '../../shared/api/events.ts';
import type { Draft } from '../../shared/model/draft.ts';
import type { Coder, StudyInfo } from '../../shared/model/entities.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import { type CodingId, newId, type SourceId } from '../../shared/model/ids.ts';
import { createJobs, type Jobs } from './jobs.ts';

/** A file that was read for import and waits to be stored or let go. */
export type PendingDraft = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly draft: Draft;
};

/** An open study as one coder sees it. */
export type Session = {
  readonly handle: string;
  readonly file: StudyFile;
  readonly coder: Coder;
  readonly drafts: Map<string, PendingDraft>;
  /** Work in the background on this study; stopped when it is closed. */
  readonly jobs: Jobs;
};

/** The studies that this core has open. One file is opened once, however many windows show it. */
export type Sessions = {
  add(file: StudyFile, coder: Coder): Session;
  /** @throws `study-closed`. */
  get(handle: string): Session;
  atPath(path: string): Session | undefined;
  close(handle: string): void;
  closeAll(): void;
  /** Stops all work in the background, so that studies can be closed. */
  stopAll(): void;
  /** Runs a command: journals it, then tells every window. */
  command<Result>(
    session: Session,
    name: string,
    input: Readonly<Record<string, unknown>>,
    work: (write: Writer) => { readonly result: Result; readonly summary: string },
    options?: Pick<Act, 'undoable' | 'kept' | 'seals'>,
  ): Result;
  /** As `command`, for one that may take long: see `paced`. `input.job` names it. */
  inSteps<Result>(
    session: Session,
    name: string,
    input: Readonly<Record<string, unknown>>,
    work: (write: Writer) => Paced<Told<Result>>,
  ): Promise<Result>;
  /** Runs an act or an undo in steps, with its progress told under `job`, and stopped by its name. The caller has the study alone: see compose.ts. */
  paced<Result>(session: Session, name: string, job: string | undefined, work: Paced<Settled<Result>>): Promise<Result>;
  /** Tells every window what a journalled act changed, and gives its result. @throws what went wrong after the act was saved. */
  announce<Result>(session: Session, name: string, done: Done<Result>): Result;
  /** Tells every window that something changed which is no row of the study. */
  tell(session: Session, tables: readonly ChangedTable[], name: string): void;
};

export function createSessions(emit: (event: CoreEvent) => void): Sessions {
  const open = new Map<string, Session>();
  const announce = <Result>(session: Session, name: string, done: Done<Result>): Result => {
    const tables = changedTables(done.changes);
    const codings = codingDelta(done.changes);
    if (tables.length > 0)
      emit({ type: 'changed', study: session.handle, tables, command: name, ...(codings && { codings }) });
    if (done.trouble) throw done.trouble;
    return done.result;
  };
  const paced = async <Result>(
    session: Session,
    name: string,
    job: string = newId(),
    work: Paced<Settled<Result>>,
  ): Promise<Result> => {
    const { handle, jobs } = session;
    const told = (done: number, total: number) => emit({ type: 'progress', study: handle, label: job, done, total });
    return announce(session, name, await clearedAside(session, await jobs.paced(handle, job, work, told)));
  };
  const close = (session: Session) => {
    open.delete(session.handle);
    session.jobs.cancelAll(session.handle);
    session.file.close();
    emit({ type: 'closed', study: session.handle });
  };
  return {
    announce,
    paced,
    inSteps: (session, name, { job, ...input }, work) =>
      paced(
        session,
        name,
        typeof job === 'string' ? job : undefined,
        performPaced(session.file, actOf(session, name, input), work),
      ),
    tell: (session, tables, name) => emit({ type: 'changed', study: session.handle, tables, command: name }),
    add: (file, coder) => {
      const session: Session = { handle: newId(), file, coder, drafts: new Map(), jobs: createJobs() };
      open.set(session.handle, session);
      return session;
    },
    get: handle => {
      const session = open.get(handle);
      if (!session)
        throw new NinefoldError(
          'study-closed',
          'This study is not open any more. All that was saved is in its file; open it again.',
          { study: handle },
        );
      return session;
    },
    atPath: path => [...open.values()].find(session => session.file.path === path),
    close: handle => {
      const session = open.get(handle);
      if (session) close(session);
    },
    closeAll: () => {
      for (const session of [...open.values()]) close(session);
    },
    stopAll: () => {
      for (const session of open.values()) session.jobs.cancelAll(session.handle);
    },
    command: (session, name, input, work, options) => {
      const act = { ...actOf(session, name, input), ...options };
      return announce(session, name, perform(session.file, act, work));
    },
  };
}

/** What the journal says of a call: all that was asked for but the study, and the reason by itself. */
function actOf(session: Session, name: string, input: Readonly<Record<string, unknown>>): Act {
  const { study: _handle, reason, ...rest } = input;
  return {
    coder: session.coder.id,
    command: name,
    input: rest,
    reason: typeof reason === 'string' ? reason : undefined,
  };
}

/** Files smaller than this, in bytes, are cleared sooner at once than in a thread, which takes a while to start. */
const small = 64 * 1024 * 1024;

/** As `cleared`, without keeping the core from other calls where the file is large. */
async function clearedAside<Result>(session: Session, settled: Settled<Result>): Promise<Done<Result>> {
  const { file, handle, jobs } = session;
  const { wipe: due, ...done } = settled;
  if (!due || statSync(file.path).size < small) return cleared(file, settled);
  try {
    await jobs.inThread(handle, newId(), { kind: 'clear', location: file.location }, () => undefined);
    return done;
  } catch (thrown) {
    return { ...done, trouble: notCleared(file.path, thrown) };
  }
}

export function infoOf(session: Session): StudyInfo {
  const { file, coder, handle } = session;
  return {
    handle,
    ...studyFacts(file.read),
    path: file.path,
    encrypted: file.encrypted,
    coder,
    counts: countStudy(file.read),
  };
}

const shownAs: Readonly<Record<TableName, ChangedTable>> = {
  study: 'study',
  coder: 'study',
  framework: 'framework',
  outcome: 'framework',
  participant: 'participant',
  source: 'source',
  speaker: 'speaker',
  turn: 'source',
  code: 'code',
  coding: 'coding',
  theme: 'theme',
  theme_code: 'theme',
  theme_outcome: 'theme',
  attribute: 'participant',
  participant_value: 'participant',
  memo: 'memo',
  reading: 'reading',
  theme_mark: 'theme',
  theme_verdict: 'theme',
  theme_relation: 'theme',
  outcome_quote: 'framework',
  theme_advice: 'theme',
  map_place: 'map',
  map_title: 'map',
  replacement: 'anonymity',
  bracket: 'anonymity',
  name_check: 'anonymity',
  sensitive: 'quote',
  disclosure_accepted: 'quote',
  quote: 'quote',
  theme_quote: 'quote',
  print_style: 'quote',
  case_study: 'report',
  recommendation: 'report',
  recommendation_theme: 'report',
};

function changedTables(changes: readonly Change[]): readonly ChangedTable[] {
  return changes.length === 0
    ? []
    : [...new Set<ChangedTable>([...changes.map(([table]) => shownAs[table]), 'journal'])];
}

/** More changed codings than this are read again rather than sent along. */
const mostInEvent = 200;

/** The codings that an act touched, as they stand after it, so that windows need not read whole sources again. */
function codingDelta(changes: readonly Change[]): CodingDelta | null {
  const touched = changes.filter(([table]) => table === 'coding');
  if (touched.length === 0 || touched.length > mostInEvent) return null;
  const last = new Map(touched.map(([, id, before, after]) => [id, { before, after }]));
  const rows = [...last.values()];
  return {
    standing: rows.flatMap(({ after }) => (after ? [codingOf(after as Tables['coding'])] : [])),
    gone: rows.flatMap(({ before, after }) =>
      before && !after ? [{ id: before.id as CodingId, source: before.source_id as SourceId }] : [],
    ),
  };
}
