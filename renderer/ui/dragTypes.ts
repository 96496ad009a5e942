import type { DragAndDropOptions, DropItem, Key } from 'react-aria-components';

/** What is carried from list to list. The words travel along, for a drop outside the app. */
export const codeDrag = 'application/x-ninefold-code';
export const themeDrag = 'application/x-ninefold-theme';
/** The theme that carried codes leave where they are dropped. */
export const leavesDrag = 'application/x-ninefold-leaves';

/** One thing as a drag carries it: its form by type. */
export type Carried = ReturnType<NonNullable<DragAndDropOptions['getItems']>>[number];
type Named = { readonly id: string; readonly name: string };

/** The things with these keys, as a drag carries them. */
export function carried(type: string, keys: ReadonlySet<Key>, things: readonly Named[]): Carried[] {
  return things.filter(thing => keys.has(thing.id)).map(thing => ({ [type]: thing.id, 'text/plain': thing.name }));
}

/** The things that a drop brings, in the order of `things`; what is not among them is left out. */
export async function dropped<T extends Named>(
  items: readonly DropItem[],
  type: string,
  things: readonly T[],
): Promise<readonly T[]> {
  const ids = new Set<string>();
  for (const item of items) if (item.kind === 'text' && item.types.has(type)) ids.add(await item.getText(type));
  return things.filter(thing => ids.has(thing.id));
}

/** The one of `things` that what a drop brings leaves behind; null where it leaves nothing. */
export async function leftBehind<T extends Named>(items: readonly DropItem[], things: readonly T[]): Promise<T | null> {
  for (const item of items) {
    if (item.kind !== 'text' || !item.types.has(leavesDrag)) continue;
    const id = await item.getText(leavesDrag);
    return things.find(thing => thing.id === id) ?? null;
  }
  return null;
}
