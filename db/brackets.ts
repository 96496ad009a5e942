import type { Bracket, BracketKind } from '../shared/model/anonymity.ts';
import type { Span } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { BracketId, CoderId, SourceId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { bracketsIn } from '../shared/text/brackets.ts';
import type { Reader } from './reader.ts';
import { sourceText } from './sources.ts';
import type { Writer } from './writer.ts';

/** All brackets of a source, in order: those that somebody made or classed, the others classed by rule. */
export function bracketsOf(read: Reader, source: SourceId): readonly Bracket[] {
  const known = read.all<Bracket & { readonly id: BracketId }>(
    `SELECT id, start_at AS start, end_at AS "end", quoted AS words, kind, replacement_id AS replacement
     FROM bracket WHERE source_id = ? ORDER BY start_at`,
    source,
  );
  const taken = new Set(known.map(one => one.start));
  const guessed = bracketsIn(sourceText(read, source)).filter(one => !taken.has(one.start));
  return [...known, ...guessed].toSorted((a, b) => a.start - b.start);
}

/** Spans of a source in which words are not looked for: its redactions. */
export function redactedSpans(read: Reader, source: SourceId): readonly Span[] {
  return read.all<Span>(
    'SELECT start_at AS start, end_at AS "end" FROM bracket WHERE source_id = ? AND replacement_id IS NOT NULL ORDER BY start_at',
    source,
  );
}

/** Says what a bracket of the transcript is. @throws `not-found` where no bracket stands there, `refused` for a label that a replacement put there. */
export function classifyBracket(
  read: Reader,
  write: Writer,
  source: SourceId,
  span: Span,
  kind: BracketKind,
  coder: CoderId,
): void {
  const bracket = bracketsOf(read, source).find(one => one.start === span.start && one.end === span.end);
  if (!bracket) {
    throw new NinefoldError('not-found', 'There is no bracket at this place any more. Nothing was changed.', {
      source,
      ...span,
    });
  }
  if (bracket.replacement !== null) {
    throw new NinefoldError(
      'refused',
      `${bracket.words} stands for words that were replaced, so it is a redaction. Nothing was changed.`,
      { source, ...span },
    );
  }
  if (bracket.id !== null) write.update('bracket', bracket.id, { kind });
  else
    write.insert('bracket', {
      id: newId(),
      source_id: source,
      start_at: span.start,
      end_at: span.end,
      quoted: bracket.words,
      kind,
      replacement_id: null,
      coder_id: coder,
      at: new Date().toISOString(),
    });
}
