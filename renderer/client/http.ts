import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { decodeWire, encodeWire } from '../../shared/api/wire.ts';
import { CallError, type Client } from './client.ts';

const gone = {
  code: 'study-closed',
  message:
    'Ninefold does not answer: it may have been closed. Everything that was saved is in the study. Start it again and open the new address.',
  details: {},
} as const;

/** Calls to the loopback host that served this page. */
export function httpClient(): Client {
  return {
    call: async (name, input) => {
      const answer = (await post(name, encodeWire(input))) as Envelope;
      if (!answer.ok) throw new CallError(answer.error);
      return answer.value as never;
    },
    subscribe: eventStream(),
  };
}

/** All of a window's listeners share one stream: a browser keeps only six connections open to one host, and each window needs some for its calls. */
function eventStream(): Client['subscribe'] {
  const listeners = new Set<{
    readonly onEvent: (event: CoreEvent) => void;
    readonly onGap: (() => void) | undefined;
  }>();
  let stream: EventSource | null = null;
  const open = () => {
    const source = new EventSource('/api/events');
    let broken = false;
    source.onmessage = message => {
      const event = decodeWire(String(message.data)) as CoreEvent;
      for (const listener of listeners) listener.onEvent(event);
    };
    source.onerror = () => {
      broken = true;
    };
    source.onopen = () => {
      if (broken) for (const listener of listeners) listener.onGap?.();
      broken = false;
    };
    return source;
  };
  return (onEvent, onGap) => {
    const listener = { onEvent, onGap };
    listeners.add(listener);
    stream ??= open();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stream?.close();
      stream = null;
    };
  };
}

async function post(name: string, body: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  } catch {
    throw new CallError(gone);
  }
  const text = await response.text();
  try {
    return decodeWire(text);
  } catch {
    throw new CallError({
      ...gone,
      message: `Ninefold refused the call (${response.status}). Open the address it printed at its start again.`,
    });
  }
}
