import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import { CallError, type Client } from './client.ts';

/** What the desktop's preload script puts on the window: nothing else crosses. */
export type Bridge = {
  invoke(name: string, input: unknown): Promise<Envelope>;
  subscribe(listener: (event: unknown) => void): () => void;
};

declare global {
  interface Window {
    readonly ninefold?: Bridge;
  }
}

/** Calls over the desktop's bridge. */
export function ipcClient(bridge: Bridge): Client {
  return {
    call: async (name, input) => {
      const answer = await bridge.invoke(name, input);
      if (!answer.ok) throw new CallError(answer.error);
      return answer.value as never;
    },
    subscribe: listener => bridge.subscribe(event => listener(event as CoreEvent)),
  };
}
