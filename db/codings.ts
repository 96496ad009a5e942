import type { Coding, Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CodeId, CoderId, CodingId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { contextOf, trimSelection } from '../shared/text/selection.ts';
import type { Reader } from './reader.ts';
import { codingOn } from './recode.ts';
import type { Tables } from './rows.ts';
import type { Writer } from './writer.ts';

const columns = `id, source_id AS source, start_at AS start, end_at AS "end", code_id AS code, coder_id AS coder, quoted, ref, note, review, created_at AS createdAt`;

/** A row of the table as the coding it is. */
export function codingOf(row: Tables['coding']): Coding {
  return {
    id: row.id as CodingId,
    source: row.source_id as SourceId,
    start: row.start_at,
    end: row.end_at,
    code: row.code_id as CodeId,
    coder: row.coder_id as CoderId,
    quoted: row.quoted,
    ref: row.ref,
    note: row.note,
    review: row.review ?? null,
    createdAt: row.created_at,
  };
}

/** All codings of a source, ascending by start, then end. */
export function codingsOf(read: Reader, source: SourceId): readonly Coding[] {
  return read.all<Coding>(`SELECT ${columns} FROM coding WHERE source_id = ? ORDER BY start_at, end_at, id`, source);
}

/** Where the extract with the team's own number stands; undefined where none has it. */
export const extractNumbered = (read: Reader, ref: string): (Span & { readonly source: SourceId }) | undefined =>
  read.get<Span & { readonly source: SourceId }>(
    'SELECT source_id AS source, start_at AS start, end_at AS "end" FROM coding WHERE ref = ? LIMIT 1',
    ref,
  );

export function getCoding(read: Reader, id: CodingId): Coding {
  const row = read.get<Coding>(`SELECT ${columns} FROM coding WHERE id = ?`, id);
  if (!row) throw new NinefoldError('not-found', 'This coding is no longer in the study.', { coding: id });
  return row;
}

/** What a team that coded elsewhere brings along with an extract. `rank` is its place in their list, from 1. */
export type Provenance = { readonly ref: string | null; readonly rank: number | null; readonly note: string | null };
const byHand: Provenance = { ref: null, rank: null, note: null };

/** Outer white space off, inside the text, not splitting a surrogate pair. @throws `selection-outside`, `selection-empty`. */
export function checkedSpan(text: string, span: Span): Span {
  if (span.start < 0 || span.end > text.length || span.start > span.end) {
    throw new NinefoldError(
      'selection-outside',
      'The selected words do not lie in this source. Nothing was coded. Select them again.',
      { ...span, length: text.length },
    );
  }
  const trimmed = trimSelection(text, span);
  if (!trimmed)
    throw new NinefoldError('selection-empty', 'The selection holds no words. Select some and try again.', { ...span });
  const splits = (at: number) =>
    at > 0 && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  if (splits(trimmed.start) || splits(trimmed.end)) {
    throw new NinefoldError('selection-outside', 'The selection cuts a character in two. Nothing was coded.', {
      ...span,
    });
  }
  return trimmed;
}

/** Puts one code on one stretch of a source. `span` has passed `checkedSpan`. Returns null where this coder's coding stands there already. */
export function addCoding(
  read: Reader,
  write: Writer,
  input: {
    readonly source: SourceId;
    readonly text: string;
    readonly span: Span;
    readonly code: CodeId;
    readonly coder: CoderId;
    readonly at: string;
    readonly from?: Provenance;
  },
): CodingId | null {
  const { source, text, span, code, coder, at, from = byHand } = input;
  if (codingOn(read, { source, ...span, coder }, code)) return null;
  const id = newId<'coding'>();
  write.insert('coding', {
    id,
    source_id: source,
    start_at: span.start,
    end_at: span.end,
    code_id: code,
    coder_id: coder,
    quoted: text.slice(span.start, span.end),
    ...contextOf(text, span),
    ...from,
    created_at: at,
  });
  return id;
}

/** This coder's codings on exactly these words, of these codes. */
export function codingsOn(
  read: Reader,
  source: SourceId,
  span: Span,
  coder: CoderId,
  codes: readonly CodeId[],
): readonly Coding[] {
  return read
    .all<Coding>(
      `SELECT ${columns} FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? AND coder_id = ? ORDER BY id`,
      source,
      span.start,
      span.end,
      coder,
    )
    .filter(coding => codes.includes(coding.code));
}

/** Where which code stands in a source, by any coder. */
export function codedSpans(read: Reader, source: SourceId): readonly (Span & { readonly code: CodeId })[] {
  return read.all('SELECT start_at AS start, end_at AS "end", code_id AS code FROM coding WHERE source_id = ?', source);
}

/** Codings to look at again, of one source or of all, in source order. */
export function codingsToReview(
  read: Reader,
  source: SourceId | null,
): readonly (Coding & { readonly sourceTitle: string })[] {
  return read.all(
    `SELECT ${columns.replace(/(^|, )/g, '$1c.')}, s.title AS sourceTitle FROM coding c JOIN source s ON s.id = c.source_id
     WHERE c.review IS NOT NULL AND (? IS NULL OR c.source_id = ?) ORDER BY s.position, s.id, c.start_at, c.end_at, c.id`,
    source,
    source,
  );
}

/** Puts a coding on other words of its source. `span` has passed `checkedSpan`. Whoever places it has looked at it: it needs no review. */
export function placeCoding(write: Writer, id: CodingId, text: string, span: Span): void {
  write.update('coding', id, {
    start_at: span.start,
    end_at: span.end,
    quoted: text.slice(span.start, span.end),
    ...contextOf(text, span),
    review: null,
  });
}

/** Takes a coding off the list of those to look at again. */
export function markReviewed(write: Writer, id: CodingId): void {
  write.update('coding', id, { review: null });
}

/**
 * Makes two codings of one, cut at `at`; outer white space of each part goes. A part that stands there already as a coding of its own is not made twice.
 * @returns both, in the order of the text. @throws `selection-outside`, `selection-empty`.
 */
export function splitCoding(
  read: Reader,
  write: Writer,
  coding: Coding,
  text: string,
  at: number,
  now: string,
): readonly [CodingId, CodingId] {
  if (at <= coding.start || at >= coding.end) {
    throw new NinefoldError(
      'selection-outside',
      'A coding can be split only inside its own words. Nothing was changed.',
      {
        at,
        start: coding.start,
        end: coding.end,
      },
    );
  }
  const first = checkedSpan(text, { start: coding.start, end: at });
  const second = checkedSpan(text, { start: at, end: coding.end });
  const { source, code, coder } = coding;
  const there = codingOn(read, { source, ...first, coder }, code, coding.id);
  const made =
    addCoding(read, write, { source, text, span: second, code, coder, at: now }) ??
    codingOn(read, { source, ...second, coder }, code)?.id ??
    coding.id;
  if (there) {
    write.remove('coding', coding.id);
    return [there.id, made];
  }
  placeCoding(write, coding.id, text, first);
  return [coding.id, made];
}

export function removeCoding(write: Writer, id: CodingId): void {
  write.remove('coding', id);
}

/** Rows of all codings of a source, in the order of the text. */
export const codingRows = (read: Reader, source: SourceId): readonly Tables['coding'][] =>
  read.all<Tables['coding']>('SELECT * FROM coding WHERE source_id = ? ORDER BY start_at, end_at, id', source);
