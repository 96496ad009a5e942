import type { ZodType } from 'zod';

/** A query only reads; a command changes the study or the machine and may be journalled. */
export type MethodKind = 'query' | 'command';

export type Method<Input, Output> = {
  readonly kind: MethodKind;
  readonly input: ZodType<Input>;
  /** Carries the output's type; never holds a value. */
  readonly output?: Output;
};

/** Declares a query. Call as `query(schema).gives<Output>()`. */
export function query<Input>(input: ZodType<Input>) {
  return { gives: <Output>(): Method<Input, Output> => ({ kind: 'query', input }) };
}

/** Declares a command. Call as `command(schema).gives<Output>()`. */
export function command<Input>(input: ZodType<Input>) {
  return { gives: <Output>(): Method<Input, Output> => ({ kind: 'command', input }) };
}
