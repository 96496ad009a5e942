/** `moved`, in the order of `list`, taken out and put before or after `target`. Unchanged where `target` is itself moved or unknown. */
export function movedTo<T>(
  list: readonly T[],
  moved: ReadonlySet<T>,
  target: T,
  position: 'before' | 'after',
): readonly T[] {
  if (moved.has(target) || !list.includes(target)) return list;
  const rest = list.filter(one => !moved.has(one));
  const at = rest.indexOf(target) + (position === 'after' ? 1 : 0);
  return [...rest.slice(0, at), ...list.filter(one => moved.has(one)), ...rest.slice(at)];
}

/** `item` moved by `step` places among the items that pass `within`; the others keep their places relative to it. Null where it can't move. */
export function movedBy<T>(
  list: readonly T[],
  item: T,
  step: -1 | 1,
  within: (one: T) => boolean = () => true,
): readonly T[] | null {
  const peers = list.filter(within);
  const at = peers.indexOf(item);
  const target = at < 0 ? undefined : peers[at + step];
  if (target === undefined) return null;
  return movedTo(list, new Set([item]), target, step < 0 ? 'before' : 'after');
}

/** `list` with `added` at its end, each once. */
export function withAdded<T>(list: readonly T[], added: readonly T[]): readonly T[] {
  return [...new Set([...list, ...added])];
}
