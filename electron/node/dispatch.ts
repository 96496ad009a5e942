import type { z } from 'zod';
import type { Envelope } from '../../shared/api/envelope.ts';
import { isMethodName, type MethodName, type Methods, methods, type OutputOf } from '../../shared/api/methods.ts';
import { NinefoldError, toEnvelope } from '../../shared/model/errors.ts';
import { plainIssues, sentence } from './issues.ts';

/** One handler for each method of the table. `Ctx` is whatever the composition gives each call. */
export type Handlers<Ctx> = {
  readonly [Name in MethodName]: (
    input: z.output<Methods[Name]['input']>,
    ctx: Ctx,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export type Dispatch<Ctx> = (name: string, input: unknown, ctx: Ctx) => Promise<Envelope>;

/**
 * The one way into the core: validates the input by the method table, runs the handler, and puts what it gives or throws in an envelope.
 * Never rejects. Unknown methods and inputs of the wrong shape are `invalid-input`, with `details.issues` of `{ field, message }`.
 */
export function createDispatch<Ctx>(handlers: Handlers<Ctx>): Dispatch<Ctx> {
  async function run<Name extends MethodName>(name: Name, input: unknown, ctx: Ctx): Promise<OutputOf<Name>> {
    const schema: Methods[Name]['input'] = methods[name].input;
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      const issues = plainIssues(parsed.error.issues, input);
      throw new NinefoldError('invalid-input', sentence(name, issues), { method: name, issues });
    }
    return handlers[name](parsed.data as z.output<Methods[Name]['input']>, ctx);
  }

  return async (name, input, ctx) => {
    try {
      if (!isMethodName(name)) {
        throw new NinefoldError('invalid-input', `Ninefold knows no call named "${name}".`, { method: name });
      }
      return { ok: true, value: await run(name, input, ctx) };
    } catch (thrown) {
      return { ok: false, error: toEnvelope(thrown) };
    }
  };
}
