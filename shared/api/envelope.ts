import type { ErrorEnvelope } from '../model/errors.ts';

/** The answer to any call, on every transport. */
export type Envelope<Output = unknown> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: ErrorEnvelope };
