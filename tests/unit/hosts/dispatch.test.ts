import { describe, expect, it } from 'vitest';
import { createDispatch, type Handlers } from '../../../electron/node/dispatch.ts';
import { methods } from '../../../shared/api/methods.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';

/** Handlers that give back what they were given, so that a test sees what passed the gate. */
function echo(overrides: Record<string, unknown> = {}) {
  const handlers = Object.fromEntries(Object.keys(methods).map(name => [name, (input: unknown) => input]));
  return createDispatch<null>({ ...handlers, ...overrides } as unknown as Handlers<null>);
}

describe('dispatch', () => {
  it('gives the handler what the schema made of the input', async () => {
    const input = { title: '  Study  ', coder: 'Kim', surplus: true };
    expect(await echo()('study.create', input, null)).toEqual({ ok: true, value: { title: 'Study', coder: 'Kim' } });
  });

  it('lets bytes through untouched', async () => {
    const bytes = new Uint8Array([0, 1, 255]);
    const answer = await echo()('import.preview', { study: 's', files: [{ name: 'a.txt', bytes }] }, null);
    expect(answer).toEqual({ ok: true, value: { study: 's', files: [{ name: 'a.txt', bytes }] } });
  });

  it.each(['study.destroy', 'toString', '__proto__', ''])('refuses the unknown call "%s"', async name => {
    expect(await echo()(name, {}, null)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: `Ninefold knows no call named "${name}".` },
    });
  });

  it.each([
    ['study.create', { coder: 'Kim' }, 'title', 'is missing'],
    ['study.create', { title: ' ', coder: 'Kim' }, 'title', 'is empty'],
    ['study.create', { title: 'T', coder: 7 }, 'coder', 'is not a string'],
    ['coding.apply', { study: 's', source: 'x', start: 0, end: 1, codes: [] }, 'source', 'is not of the right form'],
    ['import.preview', { study: 's', files: [] }, 'files', 'has a length below 1'],
    ['import.preview', { study: 's', files: [{}] }, 'files[0]', 'has none of the forms that are understood'],
    ['history.list', { study: 's', limit: 0 }, 'limit', 'is below 1'],
    ['history.list', { study: 's', limit: 1.5 }, 'limit', 'is not a whole number'],
    [
      'quote.export',
      { study: 's', filter: {}, format: 'pdf' },
      'format',
      'is none of "docx", "xlsx", "csv", "md", "html", "json"',
    ],
    ['study.stats', null, '', 'is not an object'],
    ['study.stats', undefined, '', 'is missing'],
  ])('names the field at fault: %s %j', async (name, input, field, message) => {
    const answer = await echo()(name, input, null);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { method: name, issues: [{ field, message }] } },
    });
    if (!answer.ok) expect(answer.error.message).toContain(`${field || 'the input'} ${message}`);
  });

  it('never repeats what was given: it may be a passphrase', async () => {
    const answer = await echo()('study.open', { path: '', passphrase: ['hunter2'] }, null);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('puts what a handler throws in an envelope', async () => {
    const refused = new NinefoldError('name-taken', 'There is one.', { name: 'Trust' });
    const dispatch = echo({
      'study.stats': () => {
        throw refused;
      },
      'study.check': () => Promise.reject(new Error('boom')),
    });
    expect(await dispatch('study.stats', { study: 's' }, null)).toEqual({
      ok: false,
      error: { code: 'name-taken', message: 'There is one.', details: { name: 'Trust' } },
    });
    expect(await dispatch('study.check', { study: 's' }, null)).toMatchObject({
      ok: false,
      error: { code: 'internal', message: expect.stringContaining('boom') },
    });
  });
});
