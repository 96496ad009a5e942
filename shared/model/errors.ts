/** Stable codes of everything that can be refused. The command line and tests rely on them; messages may be reworded. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'study-missing',
  'study-exists',
  'study-is-folder',
  'study-read-only',
  'study-not-sqlite',
  'study-not-ninefold',
  'study-newer',
  'study-locked',
  'study-damaged',
  'study-closed',
  'passphrase-needed',
  'passphrase-wrong',
  'key-missing',
  'key-needed',
  'key-exists',
  'key-foreign',
  'key-broken',
  'label-names',
  'disclosure',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-binary',
  'file-encrypted',
  'file-broken',
  'format-unknown',
  'no-words',
  'encoding-unknown',
  'csv-columns',
  'csv-broken',
  'framework-broken',
  'name-taken',
  'selection-empty',
  'selection-outside',
  'integrity',
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-conflict',
  'draft-gone',
  'cannot-write',
  'pattern-broken',
  'pattern-too-slow',
  'nothing-to-export',
  'refused',
  'superseded',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What crosses every transport when a call fails. `details` is plain JSON. */
export type ErrorEnvelope = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The one error class that handlers throw on purpose. The message says what happened, what was kept and what to do. */
export class NinefoldError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'NinefoldError';
    this.code = code;
    this.details = details;
  }
}

/** Turns anything thrown into an envelope; unknown errors become `internal` and keep their message. */
export function toEnvelope(thrown: unknown): ErrorEnvelope {
  if (thrown instanceof NinefoldError) return { code: thrown.code, message: thrown.message, details: thrown.details };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message: `Something went wrong inside Ninefold: ${message}`, details: {} };
}

/** Proof at compile time that a union has been handled; throws if it is reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
