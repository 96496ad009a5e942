import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdleTimer } from '../../../electron/node/http/idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('idle timer', () => {
  it('ends when nothing came back in time', () => {
    const ended = vi.fn();
    createIdleTimer(1000, () => false, ended).start();
    vi.advanceTimersByTime(999);
    expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('does not end when stopped, nor while busy', () => {
    const ended = vi.fn();
    let busy = true;
    const timer = createIdleTimer(1000, () => busy, ended);
    timer.start();
    timer.stop();
    vi.advanceTimersByTime(5000);
    timer.start();
    vi.advanceTimersByTime(3500);
    expect(ended).not.toHaveBeenCalled();
    busy = false;
    vi.advanceTimersByTime(500);
    expect(ended).toHaveBeenCalledOnce();
  });
});
