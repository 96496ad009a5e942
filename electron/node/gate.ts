/** How a call comes to its study: beside others; alone, so that nobody reads or writes between its steps; behind those who are alone but not in their way; or at any time. */
export type Passage = 'beside' | 'alone' | 'behind' | 'any time';

/** Keeps calls on one study apart. A call that needs not wait begins at once, so that calls are taken in the order in which they come. */
export type Gate = {
  enter<Result>(study: string, passage: Passage, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nobody is alone on any study. */
  idle(): Promise<void>;
};

type Room = { inside: number; alone: Promise<void> | null; left: (() => void) | null };

export function createGate(): Gate {
  const rooms = new Map<string, Room>();
  const roomOf = (study: string): Room => {
    const room = rooms.get(study) ?? { inside: 0, alone: null, left: null };
    rooms.set(study, room);
    return room;
  };
  const leave = (study: string, room: Room) => {
    if (room.inside > 0) return;
    room.left?.();
    if (!room.alone) rooms.delete(study);
  };
  const beside = async <Result>(study: string, room: Room, work: () => Promise<Result>): Promise<Result> => {
    room.inside++;
    try {
      return await work();
    } finally {
      room.inside--;
      leave(study, room);
    }
  };
  const alone = async <Result>(study: string, room: Room, work: () => Promise<Result>): Promise<Result> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    room.alone = promise;
    try {
      if (room.inside > 0) {
        await new Promise<void>(left => {
          room.left = left;
        });
      }
      return await work();
    } finally {
      room.left = null;
      room.alone = null;
      leave(study, room);
      resolve();
    }
  };
  return {
    enter: async (study, passage, work) => {
      if (passage === 'any time') return work();
      for (let waited = rooms.get(study)?.alone; waited; waited = rooms.get(study)?.alone) await waited;
      if (passage === 'behind') return work();
      return passage === 'alone' ? alone(study, roomOf(study), work) : beside(study, roomOf(study), work);
    },
    idle: async () => {
      for (const { alone: waited } of rooms.values()) await waited;
    },
  };
}
