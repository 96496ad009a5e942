import type { Code } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, MemoId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { CodeKind } from '../shared/model/kinds.ts';
import { nextHue, nextSigil } from '../shared/model/sigils.ts';
import { noCount, readCodeCounts } from './codeCounts.ts';
import { childrenOf, inTreeOrder, placeCodes, positionAtEnd } from './codeTree.ts';
import { atOnce, each, type Paced } from './paced.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** A code without what is counted. */
export type CodeFacts = Omit<Code, 'extracts' | 'sources' | 'participants' | 'themes'>;

type Stored = Omit<CodeFacts, 'retired'> & { readonly retired: number };

const select = `SELECT id, name, definition, kind, parent_id AS parent, coalesce(inclusion, '') AS inclusion, coalesce(exclusion, '') AS exclusion,
  coalesce(example, '') AS example, hue, sigil, retired_at IS NOT NULL AS retired, favourite FROM code`;

const factsOf = (row: Stored): CodeFacts => ({ ...row, retired: row.retired === 1 });

/** Every code in the order of the tree, without counts. */
export function codeFacts(read: Reader): readonly CodeFacts[] {
  return inTreeOrder(read.all<Stored>(`${select} ORDER BY position, id`)).map(factsOf);
}

/** The codebook in the order of the tree. */
export function listCodes(read: Reader): readonly Code[] {
  const themes = new Map<CodeId, ThemeId[]>();
  for (const link of read.all<{ code: CodeId; theme: ThemeId }>(
    'SELECT l.code_id AS code, l.theme_id AS theme FROM theme_code l JOIN theme t ON t.id = l.theme_id WHERE t.discarded_at IS NULL ORDER BY l.theme_id',
  )) {
    const list = themes.get(link.code);
    if (list) list.push(link.theme);
    else themes.set(link.code, [link.theme]);
  }
  const counts = readCodeCounts(read);
  return codeFacts(read).map(code => ({
    ...code,
    ...(counts.get(code.id) ?? noCount),
    themes: themes.get(code.id) ?? [],
  }));
}

/** @throws `not-found`. */
export function getCode(read: Reader, id: CodeId): CodeFacts {
  const row = read.get<Stored>(`${select} WHERE id = ?`, id);
  if (!row) throw new NinefoldError('not-found', 'This code is no longer in the codebook.', { code: id });
  return factsOf(row);
}

/** Names of codes, each once, in the order given. @throws `not-found`. */
export function codeNames(read: Reader, ids: readonly CodeId[]): readonly string[] {
  return [...new Set(ids)].map(id => getCode(read, id).name);
}

export function codeNamed(read: Reader, name: string): CodeId | null {
  return read.get<{ id: CodeId }>('SELECT id FROM code WHERE name = ?', name.trim())?.id ?? null;
}

export type CodeFields = {
  readonly name: string;
  readonly definition: string;
  readonly kind: CodeKind | null;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
  readonly hue: number;
};

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** Adds a code at the end of its siblings, with the next free sigil and, unless one is given, hue. @throws `name-taken`, `not-found` for the parent. */
export function addCode(
  read: Reader,
  write: Writer,
  input: Optional<Omit<CodeFields, 'name'>> & {
    readonly name: string;
    readonly parent?: CodeId | null | undefined;
    readonly coder: CoderId;
    readonly at: string;
  },
): CodeId {
  refuseTaken(read, input.name, null);
  const parent = input.parent ?? null;
  if (parent !== null) getCode(read, parent);
  const others = read.all<{ hue: number; sigil: string }>('SELECT hue, sigil FROM code');
  const id = newId<'code'>();
  write.insert('code', {
    id,
    name: input.name,
    definition: lines(input.definition ?? ''),
    kind: input.kind ?? null,
    hue: input.hue ?? nextHue(others.map(other => other.hue)),
    sigil: nextSigil(input.name, new Set(others.map(other => other.sigil))),
    position: positionAtEnd(read, parent),
    created_at: input.at,
    created_by: input.coder,
    parent_id: parent,
    inclusion: written(input.inclusion),
    exclusion: written(input.exclusion),
    example: written(input.example),
    retired_at: null,
    favourite: null,
  });
  return id;
}

/** Changes the fields that are given. @throws `name-taken`, `not-found`. */
export function updateCode(read: Reader, write: Writer, id: CodeId, fields: Optional<CodeFields>): void {
  const { name, definition, kind, hue, inclusion, exclusion, example } = fields;
  if (name !== undefined) refuseTaken(read, name, id);
  write.update('code', id, {
    ...(name !== undefined && { name }),
    ...(definition !== undefined && { definition: lines(definition) }),
    ...(kind !== undefined && { kind }),
    ...(hue !== undefined && { hue }),
    ...(inclusion !== undefined && { inclusion: written(inclusion) }),
    ...(exclusion !== undefined && { exclusion: written(exclusion) }),
    ...(example !== undefined && { example: written(example) }),
  });
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');

/** Nothing written is NULL, as in files from before the field was there. */
const written = (text: string | undefined) => (text === undefined || text === '' ? null : lines(text));

export function retireCodes(read: Reader, write: Writer, ids: readonly CodeId[], at: string | null): void {
  for (const id of new Set(ids)) {
    if (getCode(read, id).retired !== (at !== null)) write.update('code', id, { retired_at: at });
  }
}

/** Gives a code a number key, which no other code has then. */
export function favourCode(read: Reader, write: Writer, id: CodeId, place: number | null): void {
  getCode(read, id);
  if (place !== null) {
    for (const other of read.all<{ id: CodeId }>('SELECT id FROM code WHERE favourite = ? AND id <> ?', place, id))
      write.update('code', other.id, { favourite: null });
  }
  write.update('code', id, { favourite: place });
}

/** Removes a code with its codings and its places in themes. Codes under it take its place; memos about it become memos on the study. @returns how many codings went with it. */
export function* removeCodePaced(read: Reader, write: Writer, id: CodeId): Paced<number> {
  const { parent } = getCode(read, id);
  const siblings = childrenOf(read, parent);
  const next = siblings[siblings.indexOf(id) + 1] ?? null;
  placeCodes(read, write, childrenOf(read, id), parent, next);
  for (const memo of read.all<{ id: MemoId }>("SELECT id FROM memo WHERE about = 'code' AND about_id = ?", id))
    write.update('memo', memo.id, { about: 'study', about_id: null });
  const codings = read.all<{ id: string }>('SELECT id FROM coding WHERE code_id = ?', id);
  yield* each(codings, coding => write.remove('coding', coding.id));
  for (const link of read.all<{ id: string }>('SELECT id FROM theme_code WHERE code_id = ?', id))
    write.remove('theme_code', link.id);
  write.remove('code', id);
  return codings.length;
}

/** As `removeCodePaced`, at once. */
export const removeCode = (...given: Parameters<typeof removeCodePaced>): number => atOnce(removeCodePaced(...given));

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
