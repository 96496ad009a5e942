import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, MemoId, ParticipantId, SourceId, ThemeId, TurnId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Memo, MemoAbout, MemoKind } from '../shared/model/memos.ts';
import { attribute } from '../shared/text/attribution.ts';
import { checkedSpan } from './codings.ts';
import type { Param, Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { getSource, sourceText } from './sources.ts';
import type { Writer } from './writer.ts';

type MemoRow = Tables['memo'] & {
  readonly coder: string;
  readonly code: string | null;
  readonly theme: string | null;
  readonly participant: string | null;
  readonly turn: number | null;
};

const select = `SELECT m.*, c.name AS coder, code.name AS code, theme.name AS theme, p.label AS participant,
    (SELECT t.ordinal FROM turn t WHERE t.source_id = m.source_id AND t.end_at > m.start_at ORDER BY t.start_at LIMIT 1) AS turn
  FROM memo m JOIN coder c ON c.id = m.coder_id
  LEFT JOIN code ON m.about = 'code' AND code.id = m.about_id
  LEFT JOIN theme ON m.about = 'theme' AND theme.id = m.about_id
  LEFT JOIN participant p ON m.about = 'participant' AND p.id = m.about_id`;

/** The memos changed last first. */
export function listMemos(
  read: Reader,
  { kind, source }: { readonly kind?: MemoKind | undefined; readonly source?: SourceId | undefined },
): readonly Memo[] {
  const rows = read.all<MemoRow>(
    `${select} WHERE (? IS NULL OR m.about = ?) AND (? IS NULL OR m.source_id = ? OR (m.about = 'source' AND m.about_id = ?))
     ORDER BY m.changed_at DESC, m.id DESC`,
    ...Array<Param>(2).fill(kind ?? null),
    ...Array<Param>(3).fill(source ?? null),
  );
  return rows.map(row => memoOf(read, row));
}

/** @throws `not-found`. */
export function getMemo(read: Reader, id: MemoId): Memo {
  const row = read.get<MemoRow>(`${select} WHERE m.id = ?`, id);
  if (!row) throw new NinefoldError('not-found', 'This memo is no longer in the study.', { memo: id });
  return memoOf(read, row);
}

/** @throws `not-found` naming what the memo would be about, `selection-outside`, `selection-empty`. */
export function addMemo(
  read: Reader,
  write: Writer,
  input: {
    readonly about: MemoAbout;
    readonly title: string;
    readonly body: string;
    readonly coder: CoderId;
    readonly at: string;
  },
): MemoId {
  const { about, title, body, coder, at } = input;
  const id = newId<'memo'>();
  write.insert('memo', {
    id,
    about: about.kind,
    ...placeOf(read, about),
    title,
    body,
    coder_id: coder,
    created_at: at,
    changed_at: at,
  });
  return id;
}

type Place = Pick<Tables['memo'], 'about_id' | 'source_id' | 'start_at' | 'end_at' | 'quoted'>;
const nowhere: Place = { about_id: null, source_id: null, start_at: null, end_at: null, quoted: null };

function placeOf(read: Reader, about: MemoAbout): Place {
  switch (about.kind) {
    case 'study':
    case 'journal':
      return nowhere;
    case 'source':
      return { ...nowhere, about_id: getSource(read, about.source).id, source_id: about.source };
    case 'turn': {
      const turn = read.get<{ start: number; end: number }>(
        'SELECT start_at AS start, end_at AS "end" FROM turn WHERE id = ? AND source_id = ?',
        about.turn,
        about.source,
      );
      if (!turn) throw new NinefoldError('not-found', 'This turn is no longer in the source.', { turn: about.turn });
      return onWords(read, about.source, turn, about.turn);
    }
    case 'extract':
      return onWords(read, about.source, checkedSpan(sourceText(read, about.source), about), null);
    case 'code':
      return { ...nowhere, about_id: present(read, 'code', about.code) };
    case 'theme':
      return { ...nowhere, about_id: present(read, 'theme', about.theme) };
    case 'participant':
      return { ...nowhere, about_id: present(read, 'participant', about.participant) };
  }
}

function onWords(
  read: Reader,
  source: SourceId,
  { start, end }: { readonly start: number; readonly end: number },
  turn: TurnId | null,
): Place {
  const quoted = sourceText(read, source).slice(start, end);
  return { about_id: turn, source_id: source, start_at: start, end_at: end, quoted };
}

function present(read: Reader, table: 'code' | 'theme' | 'participant', id: string): string {
  if (!read.get(`SELECT id FROM ${table} WHERE id = ?`, id))
    throw new NinefoldError('not-found', `This ${table} is no longer in the study.`, { [table]: id });
  return id;
}

function memoOf(read: Reader, row: MemoRow): Memo {
  return {
    id: row.id as MemoId,
    about: aboutOf(row),
    aboutName: nameOf(read, row),
    quoted: row.quoted,
    title: row.title,
    body: row.body,
    coder: row.coder,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

function aboutOf(row: MemoRow): MemoAbout {
  const source = row.source_id as SourceId;
  switch (row.about as MemoKind) {
    case 'source':
      return { kind: 'source', source };
    case 'turn':
      return { kind: 'turn', source, turn: row.about_id as TurnId };
    case 'extract':
      return { kind: 'extract', source, start: row.start_at ?? 0, end: row.end_at ?? 0 };
    case 'code':
      return { kind: 'code', code: row.about_id as CodeId };
    case 'theme':
      return { kind: 'theme', theme: row.about_id as ThemeId };
    case 'participant':
      return { kind: 'participant', participant: row.about_id as ParticipantId };
    case 'journal':
      return { kind: 'journal' };
    case 'study':
      return { kind: 'study' };
  }
}

function nameOf(read: Reader, row: MemoRow): string {
  const name = row.code ?? row.theme ?? row.participant;
  if (name !== null) return name;
  if (row.source_id === null) return '';
  const where = attribute(getSource(read, row.source_id as SourceId), null);
  return row.turn === null ? where : `${where}, turn ${row.turn}`;
}
