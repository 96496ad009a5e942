import { describe, expect, test } from 'vitest';
import { shareTranscript, withDelta } from '../../../renderer/client/codingDelta.ts';
import type { Coding, Transcript } from '../../../shared/model/entities.ts';

const coding = (id: string, start: number, source = 's') =>
  ({ id, source, start, end: start + 5 }) as unknown as Coding;
const transcript = (codings: readonly Coding[], turns = [{ id: 't', start: 0, end: 9, speaker: 'p' }]) =>
  ({
    source: { id: 's' },
    text: 'one two three',
    turns,
    speakers: [{ id: 'p', name: 'A' }],
    codings,
  }) as unknown as Transcript;

describe('codings that an act touched', () => {
  test('are put in their places, changed ones once, those of other sources left out', () => {
    const held = transcript([coding('a', 0), coding('b', 4)]);
    const after = withDelta(held, { standing: [coding('b', 2), coding('c', 1), coding('x', 3, 'other')], gone: [] });
    expect(after.codings.map(one => [one.id, one.start])).toEqual([
      ['a', 0],
      ['c', 1],
      ['b', 2],
    ]);
    expect(after.turns).toBe(held.turns);
  });

  test('that are gone go', () => {
    const after = withDelta(transcript([coding('a', 0), coding('b', 4)]), {
      standing: [],
      gone: [{ id: 'a', source: 's' } as never],
    });
    expect(after.codings.map(one => one.id)).toEqual(['b']);
  });
});

describe('a transcript that is read again', () => {
  test('keeps turns and speakers that say the same, and takes those that do not', () => {
    const before = transcript([coding('a', 0)]);
    const same = shareTranscript(before, transcript([coding('b', 1)]));
    expect(same.turns).toBe(before.turns);
    expect(same.speakers).toBe(before.speakers);
    expect(same.codings.map(one => one.id)).toEqual(['b']);
    const other = transcript([], [{ id: 't', start: 0, end: 8, speaker: 'p' }]);
    expect(shareTranscript(before, other).turns).toBe(other.turns);
    expect(shareTranscript(undefined, other)).toBe(other);
  });
});
