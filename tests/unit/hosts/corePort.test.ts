import { describe, expect, it, vi } from 'vitest';
import type { Core } from '../../../electron/node/core.ts';
import { type FromCore, serveParent } from '../../../electron/node/corePort.ts';
import type { CoreEvent } from '../../../shared/api/events.ts';

function line(call: Core['call'] = async (name, input, caller) => ({ ok: true, value: { name, input, caller } })) {
  const sent: FromCore[] = [];
  const listeners = { message: (_message: unknown) => {}, gone: () => {} };
  const emitters = new Set<(event: CoreEvent) => void>();
  const closed = vi.fn(async () => {});
  const made = vi.fn(
    (): Core => ({
      call,
      close: closed,
      subscribe: listener => {
        emitters.add(listener);
        return () => emitters.delete(listener);
      },
    }),
  );
  const exited = Promise.withResolvers<void>();
  serveParent(
    {
      send: message => sent.push(structuredClone(message)),
      onMessage: listener => {
        listeners.message = listener;
      },
      onGone: listener => {
        listeners.gone = listener;
      },
    },
    made,
    exited.resolve,
  );
  return { sent, listeners, emitters, closed, made, exited: exited.promise };
}

describe('core port', () => {
  it('answers calls by their id, as the desktop', async () => {
    const { sent, listeners } = line();
    listeners.message({ id: 7, name: 'app.info', input: { a: 1 } });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const value = { name: 'app.info', input: { a: 1 }, caller: { host: 'desktop' } };
    expect(sent).toEqual([{ id: 7, envelope: { ok: true, value } }]);
  });

  it('makes the core once, with the options that came first', async () => {
    const { made, listeners, sent } = line();
    listeners.message({ options: { dataFolder: '/d' } });
    listeners.message({ options: { dataFolder: '/other' } });
    listeners.message({ openStudy: 'handle' });
    listeners.message({ id: 1, name: 'app.info', input: {} });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(made).toHaveBeenCalledOnce();
    const [options] = made.mock.calls[0] as unknown as [{ dataFolder: string; openStudy: () => string | null }];
    expect(options.dataFolder).toBe('/d');
    expect(options.openStudy()).toBe('handle');
  });

  it('passes events on', () => {
    const { sent, listeners, emitters } = line();
    listeners.message({ options: {} });
    const event: CoreEvent = { type: 'closed', study: 's' };
    for (const emit of emitters) emit(event);
    expect(sent).toEqual([{ event }]);
  });

  it('answers with an error where the answer can not be cloned', async () => {
    const { sent, listeners } = line(async () => ({ ok: true, value: () => {} }));
    listeners.message({ id: 1, name: 'app.info', input: {} });
    await vi.waitFor(() =>
      expect(sent).toMatchObject([{ id: 1, envelope: { ok: false, error: { code: 'internal' } } }]),
    );
  });

  it('ignores what is no message', () => {
    const { sent, listeners, made } = line();
    for (const message of [null, 5, 'open', {}, { id: 'x', name: 'app.info' }, { id: 1 }]) listeners.message(message);
    expect(made).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
  });

  it.each(['close', 'gone'])('closes the studies once, then exits: %s', async how => {
    const { listeners, closed, exited } = line();
    listeners.message({ options: {} });
    if (how === 'gone') listeners.gone();
    listeners.message('close');
    listeners.gone();
    await exited;
    expect(closed).toHaveBeenCalledOnce();
  });
});
