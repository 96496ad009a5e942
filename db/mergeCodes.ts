import type { Merged, MergePreview } from '../shared/api/outputs/codebook.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { favourCode, getCode } from './codes.ts';
import { ancestorsOf, childrenOf, placeCodes } from './codeTree.ts';
import type { Paced } from './paced.ts';
import type { Reader } from './reader.ts';
import { type CodingRow, codingRowsOf, recodePaced, recodePlan } from './recode.ts';
import type { Writer } from './writer.ts';

/** What a merge would do; changes nothing. @throws `refused`, `not-found`. */
export function previewMerge(read: Reader, from: readonly CodeId[], into: CodeId): MergePreview {
  const codes = checkedMerge(read, from, into);
  const plan = recodePlan(read, rowsOf(read, codes), into);
  const themes = read.all<{ name: string }>(
    `SELECT DISTINCT t.name, t.position FROM theme t JOIN theme_code l ON l.theme_id = t.id
     WHERE t.discarded_at IS NULL AND l.code_id IN (SELECT value FROM json_each(?)) AND t.id NOT IN (SELECT theme_id FROM theme_code WHERE code_id = ?) ORDER BY t.position`,
    JSON.stringify(codes),
    into,
  );
  return { moved: plan.moved, doubles: plan.doubles, themes: themes.map(theme => theme.name) };
}

/** Makes one code of several: see `code.merge`. @throws `refused`, `not-found`. */
export function* mergeCodes(read: Reader, write: Writer, from: readonly CodeId[], into: CodeId): Paced<Merged> {
  const codes = checkedMerge(read, from, into);
  const gone = new Set(codes);
  const merged = yield* recodePaced(read, write, rowsOf(read, codes), into);
  const above = ancestorsOf(read, into);
  const outermost = above.findLastIndex(code => gone.has(code));
  if (outermost >= 0) placeCodes(read, write, [into], above[outermost + 1] ?? null, above[outermost] ?? null);
  for (const code of codes) {
    const children = childrenOf(read, code).filter(child => child !== into && !gone.has(child));
    placeCodes(read, write, children, into, null);
  }
  moveThemes(read, write, codes, into);
  for (const code of codes) {
    for (const memo of read.all<{ id: string }>("SELECT id FROM memo WHERE about = 'code' AND about_id = ?", code))
      write.update('memo', memo.id, { about_id: into });
  }
  const key = codes.map(code => getCode(read, code).favourite).find(place => place !== null) ?? null;
  if (key !== null && getCode(read, into).favourite === null) favourCode(read, write, into, key);
  // Codes under other codes that go are removed first, so that no code refers to one that is gone.
  for (const code of codes.toSorted((a, b) => ancestorsOf(read, b).length - ancestorsOf(read, a).length))
    write.remove('code', code);
  return merged;
}

function checkedMerge(read: Reader, from: readonly CodeId[], into: CodeId): readonly CodeId[] {
  const target = getCode(read, into);
  const codes = [...new Set(from)];
  if (codes.includes(into)) {
    throw new NinefoldError('refused', `“${target.name}” can't be merged into itself. Choose another code to keep.`, {
      code: into,
    });
  }
  for (const code of codes) getCode(read, code);
  return codes;
}

function rowsOf(read: Reader, codes: readonly CodeId[]): readonly CodingRow[] {
  return codes.flatMap(code => codingRowsOf(read, code));
}

/** The code takes the place of those that go in each of their themes, once. */
function moveThemes(read: Reader, write: Writer, from: readonly CodeId[], into: CodeId): void {
  const links = from.flatMap(code =>
    read.all<{ id: string; theme: ThemeId; position: number }>(
      'SELECT id, theme_id AS theme, position FROM theme_code WHERE code_id = ?',
      code,
    ),
  );
  for (const link of links) {
    const there = read.get('SELECT id FROM theme_code WHERE theme_id = ? AND code_id = ?', link.theme, into);
    write.remove('theme_code', link.id);
    if (!there)
      write.insert('theme_code', { id: newId(), theme_id: link.theme, code_id: into, position: link.position });
  }
}
