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
    subscribe: (listener, onGap) => {
      const stream = new EventSource('/api/events');
      let broken = false;
      stream.onmessage = message => listener(decodeWire(String(message.data)) as CoreEvent);
      stream.onerror = () => {
        broken = true;
      };
      stream.onopen = () => {
        if (broken) onGap?.();
        broken = false;
      };
      return () => stream.close();
    },
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
