import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** Room left between siblings, so that most moves touch only the codes that move. */
const gap = 1024;

type InTree = { readonly id: CodeId; readonly parent: CodeId | null };

/** Depth first; the given order counts among siblings. Codes whose ancestors form a ring are put last rather than left out. */
export function inTreeOrder<T extends InTree>(codes: readonly T[]): readonly T[] {
  const children = Map.groupBy(codes, code => code.parent);
  const ordered: T[] = [];
  const pending = (children.get(null) ?? []).toReversed();
  for (let code = pending.pop(); code; code = pending.pop()) {
    ordered.push(code);
    pending.push(...(children.get(code.id) ?? []).toReversed());
  }
  if (ordered.length === codes.length) return ordered;
  const reached = new Set(ordered);
  return [...ordered, ...codes.filter(code => !reached.has(code))];
}

/** Codes directly under `parent`, in order. */
export function childrenOf(read: Reader, parent: CodeId | null): readonly CodeId[] {
  return placed(read, parent).map(row => row.id);
}

/** The position after the last of the codes under `parent`. */
export function positionAtEnd(read: Reader, parent: CodeId | null): number {
  return (placed(read, parent).at(-1)?.position ?? 0) + gap;
}

/** A code's ancestors, nearest first, by one look at each. */
export function ancestorsOf(read: Reader, id: CodeId): readonly CodeId[] {
  const found: CodeId[] = [];
  for (let at = parentOf(read, id); at !== null && !found.includes(at); at = parentOf(read, at)) found.push(at);
  return found;
}

/** The codes without those that stand under another of them: these go along with it. */
export function outermost(read: Reader, codes: readonly CodeId[]): readonly CodeId[] {
  const chosen = new Set(codes);
  return [...chosen].filter(code => !ancestorsOf(read, code).some(above => chosen.has(above)));
}

/**
 * Puts codes in this order under `parent`, before its child `before` or at the end. Writes the codes that move, and their siblings only where there is no room between them.
 * @throws `refused` where a code would come under itself or `before` is not under `parent`.
 */
export function placeCodes(
  read: Reader,
  write: Writer,
  codes: readonly CodeId[],
  parent: CodeId | null,
  before: CodeId | null,
): void {
  if (codes.length === 0) return;
  const moving = new Set(codes);
  if (parent !== null) refuseRing(read, moving, parent);
  const all = placed(read, parent);
  if (before !== null && !all.some(row => row.id === before)) {
    throw new NinefoldError('refused', 'The place to move to is no longer there. Nothing was moved. Try again.', {
      before,
    });
  }
  const at = before === null ? all.length : all.findIndex(row => row.id === before);
  const earlier = all.slice(0, at).filter(row => !moving.has(row.id));
  const later = all.slice(at).filter(row => !moving.has(row.id));
  const low = earlier.at(-1)?.position ?? 0;
  const high = later[0]?.position ?? low + gap * (codes.length + 1);
  const room = Math.floor((high - low) / (codes.length + 1));
  if (room >= 1) {
    for (const [index, code] of codes.entries())
      write.update('code', code, { parent_id: parent, position: low + room * (index + 1) });
    return;
  }
  const order = [...earlier.map(row => row.id), ...codes, ...later.map(row => row.id)];
  for (const [index, code] of order.entries())
    write.update('code', code, { parent_id: parent, position: gap * (index + 1) });
}

function refuseRing(read: Reader, moving: ReadonlySet<CodeId>, parent: CodeId): void {
  const above = [parent, ...ancestorsOf(read, parent)].find(code => moving.has(code));
  if (above === undefined) return;
  const name = (id: CodeId) => read.get<{ name: string }>('SELECT name FROM code WHERE id = ?', id)?.name ?? 'the code';
  throw new NinefoldError(
    'refused',
    above === parent
      ? `“${name(above)}” can't go under itself. Nothing was moved.`
      : `“${name(above)}” can't go under “${name(parent)}”, which stands under it. Nothing was moved. Move “${name(parent)}” out first.`,
    { code: above, parent },
  );
}

function parentOf(read: Reader, id: CodeId): CodeId | null {
  return read.get<{ parent: CodeId | null }>('SELECT parent_id AS parent FROM code WHERE id = ?', id)?.parent ?? null;
}

function placed(read: Reader, parent: CodeId | null) {
  return read.all<{ readonly id: CodeId; readonly position: number }>(
    'SELECT id, position FROM code WHERE parent_id IS ? ORDER BY position, id',
    parent,
  );
}
