import type { z } from 'zod';
import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { MethodName, Methods, OutputOf } from '../../shared/api/methods.ts';

/** The core as a test talks to it, over any transport. */
export type Client = {
  raw(name: string, input: unknown): Promise<Envelope>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Ends the transport and closes the core behind it. */
  close(): Promise<void>;
};

export type Folders = { readonly dataFolder: string; readonly studiesFolder: string };
export type Transport = (folders: Folders) => Promise<Client>;

/** Calls and expects success. */
export async function call<Name extends MethodName>(
  client: Client,
  name: Name,
  input: z.output<Methods[Name]['input']>,
): Promise<OutputOf<Name>> {
  const envelope = await client.raw(name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}: ${envelope.error.message}`);
  return envelope.value as OutputOf<Name>;
}

/** Calls and expects a refusal. */
export async function refusal(client: Client, name: string, input: unknown) {
  const envelope = await client.raw(name, input);
  if (envelope.ok) throw new Error(`${name} was not refused: ${JSON.stringify(envelope.value)}`);
  return envelope.error;
}

/** The first event that fits, from now on. Ask before the call that causes it. */
export function nextEvent(client: Client, fits: (event: CoreEvent) => boolean): Promise<CoreEvent> {
  return new Promise(done => {
    const stop = client.subscribe(event => {
      if (!fits(event)) return;
      stop();
      done(event);
    });
  });
}
