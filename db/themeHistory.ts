import type { ThemeHistoryEntry } from '../shared/api/outputs/theme.ts';
import type { EntryId, ThemeId } from '../shared/model/ids.ts';
import type { ThemeStatus } from '../shared/model/kinds.ts';
import type { Reader } from './reader.ts';
import type { Change } from './writer.ts';

type Entry = {
  readonly id: EntryId;
  readonly at: string;
  readonly coder: string;
  readonly command: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly changes: string;
};

/** Acts of the journal that changed a theme's row or what stands under it, oldest first; acts that were undone are left out, and so are those that only moved it on the board. */
export function themeHistory(read: Reader, theme: ThemeId): readonly ThemeHistoryEntry[] {
  const entries = read.all<Entry>(
    `SELECT j.id, j.at, c.name AS coder, j.command, j.summary, j.reason, j.changes FROM journal j JOIN coder c ON c.id = j.coder_id
     WHERE j.kind = 'do' AND j.command NOT LIKE 'coding.%' AND j.command NOT LIKE 'source.%' AND j.command NOT LIKE 'memo.%' AND j.command <> 'reading.mark'
       AND instr(j.changes, ?) > 0
       AND (SELECT count(*) FILTER (WHERE k.kind = 'undo') - count(*) FILTER (WHERE k.kind = 'redo') FROM journal k WHERE k.target = j.id) <= 0
     ORDER BY j.seq`,
    theme,
  );
  const nameOf = codeNamer(read);
  return entries.flatMap(entry => {
    const told = tell(JSON.parse(entry.changes) as readonly Change[], theme, nameOf);
    if (!told) return [];
    const { changes: _changes, ...rest } = entry;
    return [{ ...rest, ...told }];
  });
}

type Told = Pick<ThemeHistoryEntry, 'name' | 'status' | 'codesAdded' | 'codesRemoved'>;

function tell(changes: readonly Change[], theme: ThemeId, nameOf: (code: string) => string): Told | null {
  let name: Told['name'] = null;
  let status: Told['status'] = null;
  let touched = false;
  const members = new Map<string, number>();
  for (const [table, id, before, after] of changes) {
    if (table === 'theme' && id === theme) {
      if (before?.name !== after?.name) name = { before: text(before?.name), after: text(after?.name) };
      if (before && after && before.status !== after.status)
        status = { before: before.status as ThemeStatus, after: after.status as ThemeStatus };
      const columns = Object.keys({ ...before, ...after }).filter(
        column => (before?.[column] ?? null) !== (after?.[column] ?? null),
      );
      if (columns.some(column => column !== 'position')) touched = true;
    } else if (table === 'theme_code') {
      if (before?.theme_id === theme) count(members, String(before.code_id), -1);
      if (after?.theme_id === theme) count(members, String(after.code_id), 1);
    } else if (before?.theme_id === theme || after?.theme_id === theme) {
      if (table === 'theme_outcome')
        touched ||= !before || !after || before.outcome_id !== after.outcome_id || before.reason !== after.reason;
      if (table === 'theme_advice') touched = true;
    } else if (
      table === 'theme_relation' &&
      [before, after].some(row => row?.from_id === theme || row?.to_id === theme)
    )
      touched = true;
  }
  const changed = (sign: number) =>
    [...members].filter(([, sum]) => Math.sign(sum) === sign).map(([code]) => nameOf(code));
  const [codesAdded, codesRemoved] = [changed(1), changed(-1)];
  return touched || codesAdded.length > 0 || codesRemoved.length > 0
    ? { name, status, codesAdded, codesRemoved }
    : null;
}

const text = (cell: unknown) => (typeof cell === 'string' ? cell : null);
const count = (members: Map<string, number>, code: string, by: number) =>
  members.set(code, (members.get(code) ?? 0) + by);

/** A code's name; of one that is gone, the name it had when it went. */
function codeNamer(read: Reader): (code: string) => string {
  const names = new Map(
    read.all<{ id: string; name: string }>('SELECT id, name FROM code').map(row => [row.id, row.name]),
  );
  return code => {
    const known = names.get(code);
    if (known !== undefined) return known;
    const last = read.get<{ changes: string }>(
      `SELECT changes FROM journal WHERE command IN ('code.remove', 'code.merge', 'history.undo') AND instr(changes, ?) > 0 ORDER BY seq DESC LIMIT 1`,
      code,
    );
    const gone = (JSON.parse(last?.changes ?? '[]') as readonly Change[]).find(
      ([table, id, before]) => table === 'code' && id === code && before !== null,
    );
    const name = text(gone?.[2]?.name) ?? '';
    names.set(code, name);
    return name;
  };
}
