import type { ExtractRef } from '../shared/api/inputs.ts';
import type { SensitiveMark } from '../shared/model/disclosure.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { checkedPlace } from './themeMarks.ts';
import type { Writer } from './writer.ts';

type Row = {
  readonly id: SensitiveMark['id'];
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  readonly quoted: string;
  readonly kind: string;
  readonly coder: CoderId;
  readonly by: string;
  readonly at: string;
  readonly agreedCoder: CoderId | null;
  readonly agreedBy: string | null;
  readonly agreedAt: string | null;
  readonly agreedReason: string | null;
};

const select = `SELECT m.id, m.source_id AS source, m.start_at AS start, m.end_at AS "end", m.quoted, m.kind,
    m.coder_id AS coder, c.name AS "by", m.at,
    m.agreed_by AS agreedCoder, a.name AS agreedBy, m.agreed_at AS agreedAt, m.agreed_reason AS agreedReason
  FROM sensitive m JOIN coder c ON c.id = m.coder_id JOIN source s ON s.id = m.source_id LEFT JOIN coder a ON a.id = m.agreed_by`;

/** Words that need a second yes before they are printed, in source order; of one source where it is given. */
export function sensitiveMarks(read: Reader, source?: SourceId): readonly SensitiveMark[] {
  return read
    .all<Row>(
      `${select} WHERE ? IS NULL OR m.source_id = ? ORDER BY s.position, s.id, m.start_at, m.end_at, m.id`,
      source ?? null,
      source ?? null,
    )
    .map(markOf);
}

/** @throws `not-found`. */
export function sensitiveMark(read: Reader, id: SensitiveMark['id']): SensitiveMark {
  const row = read.get<Row>(`${select} WHERE m.id = ?`, id);
  if (!row)
    throw new NinefoldError('not-found', 'These words are not marked as sensitive any more. Nothing was changed.', {
      mark: id,
    });
  return markOf(row);
}

const markOf = (row: Row): SensitiveMark => {
  const { coder, agreedCoder, agreedBy, agreedAt, agreedReason, ...rest } = row;
  return {
    ...rest,
    agreed:
      agreedAt === null
        ? null
        : { by: agreedBy ?? '', at: agreedAt, reason: agreedReason ?? '', sameCoder: agreedCoder === coder },
  };
};

/** Marks words as sensitive. Words that bear the same mark already keep it, with its second yes. @throws what `checkedPlace` throws. */
export function markSensitive(
  read: Reader,
  write: Writer,
  given: { readonly extract: ExtractRef; readonly kind: string; readonly coder: CoderId; readonly at: string },
): { readonly mark: SensitiveMark; readonly fresh: boolean } {
  const { source, start, end, quoted } = checkedPlace(read, given.extract);
  const there = sensitiveMarks(read, source).find(
    mark => mark.start === start && mark.end === end && mark.kind === given.kind,
  );
  if (there) return { mark: there, fresh: false };
  const id = newId<'sensitive'>();
  write.insert('sensitive', {
    id,
    source_id: source,
    start_at: start,
    end_at: end,
    quoted,
    kind: given.kind,
    coder_id: given.coder,
    at: given.at,
    agreed_by: null,
    agreed_at: null,
    agreed_reason: null,
  });
  return { mark: sensitiveMark(read, id), fresh: true };
}

/** Gives the second yes, which is always an act of its own. @throws `not-found`, `refused` where it was given already. */
export function agreeSensitive(
  read: Reader,
  write: Writer,
  given: { readonly mark: SensitiveMark['id']; readonly reason: string; readonly coder: CoderId; readonly at: string },
): SensitiveMark {
  const before = sensitiveMark(read, given.mark);
  if (before.agreed !== null) {
    throw new NinefoldError(
      'refused',
      `These words have their second yes already, from ${before.agreed.by}. Nothing was changed.`,
      { mark: given.mark },
    );
  }
  write.update('sensitive', given.mark, {
    agreed_by: given.coder,
    agreed_at: given.at,
    agreed_reason: given.reason,
  });
  return sensitiveMark(read, given.mark);
}
