import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';

/** Who calls: which host, so that answers can differ where a host can't do a thing (a browser has no paths). */
export type Caller = { readonly host: 'desktop' | 'browser' | 'cli' };

/** The core as its hosts see it. `call` never rejects: failures come as envelopes. */
export type Core = {
  call(name: string, input: unknown, caller: Caller): Promise<Envelope>;
  /** Returns its own clean-up. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Closes every open study and gives back its lock. */
  close(): Promise<void>;
};

export type CoreOptions = {
  /** Folder for recent studies and other facts of this machine. */
  readonly dataFolder: string;
  /** Where new studies go unless told otherwise. */
  readonly studiesFolder: string;
  readonly version: string;
  /** Folder of the sample study's transcripts. */
  readonly sampleFolder: string;
  /** Handle of a study that the host opened before its first window, if any. */
  readonly openStudy?: () => string | null;
  readonly now?: () => Date;
};
