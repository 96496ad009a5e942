import type { Caller, CoreOptions } from './core.ts';
import type { Recent } from './recent.ts';
import type { Session, Sessions } from './sessions.ts';

/** What every handler is given besides its input. */
export type Ctx = {
  readonly caller: Caller;
  readonly options: CoreOptions;
  readonly sessions: Sessions;
  readonly recent: Recent;
  readonly now: () => string;
  readonly progress: (session: Session, label: string, done: number, total: number) => void;
};
