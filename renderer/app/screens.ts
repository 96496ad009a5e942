/** How far a screen has come: null while nobody asked for it or while it is being fetched. */
export type Fetched<Screen> = { readonly screen: Screen } | { readonly thrown: unknown } | null;

/** Screens that are fetched once and then known. A reader asks `now` again after `subscribe`, so that a screen that comes in between is not missed. */
export type Screens<Key, Screen> = {
  /** Begins to fetch a screen that is neither there nor on its way; one that could not be fetched is tried again. */
  readonly fetch: (key: Key) => void;
  /** The same object until something comes. */
  readonly now: (key: Key) => Fetched<Screen>;
  /** Calls back whenever something came. Returns its own clean-up. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** `load` rejects with the reason where a screen can't be fetched. */
export function createScreens<Key, Screen>(load: (key: Key) => Promise<Screen>): Screens<Key, Screen> {
  const known = new Map<Key, Fetched<Screen>>();
  const listeners = new Set<() => void>();
  const come = (key: Key, found: Fetched<Screen>) => {
    known.set(key, found);
    for (const listener of listeners) listener();
  };
  const now = (key: Key) => known.get(key) ?? null;
  return {
    fetch: key => {
      const found = now(key);
      if (found ? 'screen' in found : known.has(key)) return;
      known.set(key, null);
      load(key).then(
        screen => come(key, { screen }),
        thrown => come(key, { thrown }),
      );
    },
    now,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
