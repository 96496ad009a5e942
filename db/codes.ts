import type { Code } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { CodeKind } from '../shared/model/kinds.ts';
import { nextHue, nextSigil } from '../shared/model/sigils.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

type CodeRow = Omit<Code, 'themes'>;

const select = `SELECT c.id, c.name, c.definition, c.kind, c.hue, c.sigil, coalesce(n.extracts, 0) AS extracts, coalesce(n.sources, 0) AS sources
  FROM code c LEFT JOIN (
    SELECT code_id, count(*) AS extracts, count(DISTINCT source_id) AS sources
    FROM (SELECT DISTINCT code_id, source_id, start_at, end_at FROM coding) GROUP BY code_id
  ) n ON n.code_id = c.id`;

/** The codebook in its order. */
export function listCodes(read: Reader): readonly Code[] {
  const themes = new Map<CodeId, ThemeId[]>();
  for (const link of read.all<{ code: CodeId; theme: ThemeId }>(
    'SELECT code_id AS code, theme_id AS theme FROM theme_code ORDER BY theme_id',
  )) {
    themes.set(link.code, [...(themes.get(link.code) ?? []), link.theme]);
  }
  return read
    .all<CodeRow>(`${select} ORDER BY c.position, c.id`)
    .map(row => ({ ...row, themes: themes.get(row.id) ?? [] }));
}

/** @throws `not-found`. */
export function getCode(read: Reader, id: CodeId): Code {
  const code = listCodes(read).find(one => one.id === id);
  if (!code) throw new NinefoldError('not-found', 'This code is no longer in the codebook.', { code: id });
  return code;
}

export function codeNamed(read: Reader, name: string): CodeId | null {
  return read.get<{ id: CodeId }>('SELECT id FROM code WHERE name = ?', name.trim())?.id ?? null;
}

/** Adds a code with the next free sigil and hue. @throws `name-taken`. */
export function addCode(
  read: Reader,
  write: Writer,
  input: {
    readonly name: string;
    readonly definition?: string | undefined;
    readonly kind?: CodeKind | null | undefined;
    readonly coder: CoderId;
    readonly at: string;
  },
): CodeId {
  refuseTaken(read, input.name, null);
  const others = read.all<{ hue: number; sigil: string; position: number }>('SELECT hue, sigil, position FROM code');
  const id = newId<'code'>();
  write.insert('code', {
    id,
    name: input.name,
    definition: input.definition ?? '',
    kind: input.kind ?? null,
    hue: nextHue(others.map(other => other.hue)),
    sigil: nextSigil(input.name, new Set(others.map(other => other.sigil))),
    position: others.reduce((most, other) => Math.max(most, other.position), 0) + 1,
    created_at: input.at,
    created_by: input.coder,
  });
  return id;
}

export function updateCode(
  read: Reader,
  write: Writer,
  id: CodeId,
  fields: { readonly name: string; readonly definition: string; readonly kind: CodeKind | null },
): void {
  refuseTaken(read, fields.name, id);
  write.update('code', id, fields);
}

/** Removes a code with its codings and its places in themes. @returns how many codings went with it. */
export function removeCode(read: Reader, write: Writer, id: CodeId): number {
  const codings = read.all<{ id: string }>('SELECT id FROM coding WHERE code_id = ?', id);
  for (const coding of codings) write.remove('coding', coding.id);
  for (const link of read.all<{ id: string }>('SELECT id FROM theme_code WHERE code_id = ?', id))
    write.remove('theme_code', link.id);
  write.remove('code', id);
  return codings.length;
}

function refuseTaken(read: Reader, name: string, except: CodeId | null): void {
  const taken = codeNamed(read, name);
  if (taken !== null && taken !== except) {
    throw new NinefoldError(
      'name-taken',
      `There is a code called “${name}” already. Use that one, or choose another name.`,
      { name, code: taken },
    );
  }
}
