import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGate, type Passage } from '../../../electron/node/gate.ts';

test('calls that need not wait begin at once, in their order', () => {
  const gate = createGate();
  const begun: string[] = [];
  const call = (name: string, passage: Passage) =>
    void gate.enter('study', passage, async () => {
      begun.push(name);
    });
  call('read', 'beside');
  call('write', 'beside');
  call('stop', 'any time');
  expect(begun).toEqual(['read', 'write', 'stop']);
});

test('whoever is alone waits for those inside, and others for him; another study goes on', async () => {
  const gate = createGate();
  const said: string[] = [];
  const first = Promise.withResolvers<void>();
  const long = Promise.withResolvers<void>();
  const inside = gate.enter('a', 'beside', () => first.promise.then(() => void said.push('inside')));
  const alone = gate.enter('a', 'alone', async () => {
    said.push('alone');
    await long.promise;
    said.push('done');
  });
  const later = gate.enter('a', 'beside', async () => void said.push('later'));
  const behind = gate.enter('a', 'behind', async () => void said.push('behind'));
  await gate.enter('b', 'beside', async () => void said.push('elsewhere'));
  await gate.enter('a', 'any time', async () => void said.push('stop'));
  first.resolve();
  await inside;
  long.resolve();
  await Promise.all([alone, later, behind]);
  expect(said).toEqual(['elsewhere', 'stop', 'inside', 'alone', 'done', 'later', 'behind']);
});

test('a call that fails lets the next one in', async () => {
  const gate = createGate();
  await expect(gate.enter('a', 'alone', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.enter('a', 'beside', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.enter('a', 'alone', async () => 'yes')).resolves.toBe('yes');
  await gate.idle();
});

test('in any order of calls nobody is beside one who is alone, and all come to their turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom<Passage>('beside', 'alone'), fc.integer({ min: 0, max: 4 })), {
        maxLength: 20,
      }),
      async calls => {
        const gate = createGate();
        const inside = new Set<number>();
        const all = calls.map(([passage, ticks], index) =>
          gate.enter('study', passage, async () => {
            const others = [...inside];
            inside.add(index);
            for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
            if (passage === 'alone') expect([others, [...inside]]).toEqual([[], [index]]);
            expect(others.some(other => calls[other]?.[0] === 'alone')).toBe(false);
            inside.delete(index);
          }),
        );
        await Promise.all(all);
        expect(inside.size).toBe(0);
      },
    ),
  );
});
