import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { toEnvelope } from '../../shared/model/errors.ts';
import type { Core, CoreOptions } from './core.ts';

/** What a parent may send: facts for the core (first, if at all), the study that the app starts with, calls, and 'close'. */
export type ToCore =
  | { readonly options: Partial<CoreFacts> }
  | { readonly openStudy: string | null }
  | { readonly id: number; readonly name: string; readonly input: unknown }
  | 'close';

/** What the core process sends: one answer for each call, events as they come, and 'closed' as its last word. */
export type FromCore = { readonly id: number; readonly envelope: Envelope } | { readonly event: CoreEvent } | 'closed';

/** The options that can travel: functions can't. */
export type CoreFacts = Pick<CoreOptions, 'dataFolder' | 'studiesFolder' | 'version' | 'sampleFolder'>;

type StartOptions = Partial<CoreFacts> & Required<Pick<CoreOptions, 'openStudy'>>;

/** Either end of the line to the parent, whatever carries it. Messages are structured clones. */
export type ParentPort = {
  send(message: FromCore): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The parent has gone. */
  onGone(listener: () => void): void;
};

/**
 * Answers a parent's calls, as host 'desktop', until it says 'close' or goes away; then closes the studies, which gives their locks back, and calls `exit`.
 * The core is made with the first message, so that `options` can come before.
 */
export function serveParent(
  port: ParentPort,
  makeCore: (options: StartOptions) => Core,
  exit: () => void,
): { readonly close: () => Promise<void> } {
  let core: Core | undefined;
  let closing = false;
  let openStudy: string | null = null;
  const start = (facts: Partial<CoreFacts>): Core => {
    const made = makeCore({ ...facts, openStudy: () => openStudy });
    made.subscribe(event => port.send({ event }));
    core = made;
    return made;
  };
  const close = async () => {
    if (closing) return;
    closing = true;
    try {
      await core?.close();
    } finally {
      exit();
    }
  };
  const answer = async (id: number, name: string, input: unknown) => {
    const envelope = await (core ?? start({})).call(name, input, { host: 'desktop' });
    try {
      port.send({ id, envelope });
    } catch (thrown) {
      port.send({ id, envelope: { ok: false, error: toEnvelope(thrown) } });
    }
  };
  port.onMessage(message => {
    if (closing) return;
    if (message === 'close') void close();
    else if (isOptions(message)) {
      if (!core) start(message.options);
    } else if (isOpenStudy(message)) openStudy = message.openStudy;
    else if (isCall(message)) void answer(message.id, message.name, message.input);
  });
  port.onGone(() => void close());
  return { close };
}

function isCall(message: unknown): message is { id: number; name: string; input: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'name' in message &&
    typeof message.name === 'string'
  );
}

function isOptions(message: unknown): message is { options: Partial<CoreFacts> } {
  return typeof message === 'object' && message !== null && 'options' in message && typeof message.options === 'object';
}

function isOpenStudy(message: unknown): message is { openStudy: string | null } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'openStudy' in message &&
    (message.openStudy === null || typeof message.openStudy === 'string')
  );
}
