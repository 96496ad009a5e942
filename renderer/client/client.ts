import type { CoreEvent } from '../../shared/api/events.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/api/methods.ts';
import type { ErrorCode, ErrorEnvelope } from '../../shared/model/errors.ts';

/** A call that was refused: the core's own words and code. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorEnvelope['details'];

  constructor({ code, message, details }: ErrorEnvelope) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.details = details;
  }
}

/** The app's one way to its core, whatever carries it. */
export type Client = {
  /** @throws CallError */
  call<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** `onGap` is called when the connection is back after a break in which events may have been lost. Returns its own clean-up. */
  subscribe(listener: (event: CoreEvent) => void, onGap?: () => void): () => void;
};
