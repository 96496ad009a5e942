import type { CheckFinding } from '../shared/api/outputs.ts';
import { preparedOf, type QuoteRow } from './preparedQuotes.ts';
import type { StudyFile } from './studyFile.ts';

type Part = { readonly checked: Readonly<Record<string, number>>; readonly findings: readonly CheckFinding[] };

/** Quotes made ready: the words they stand on, and their printed words against their passage. */
export function checkQuotes({ read }: StudyFile): Part {
  const findings: CheckFinding[] = [];
  let printed = 0;
  const sources = read.all<{ id: string; title: string; text: string }>(
    'SELECT s.id, s.title, r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id IN (SELECT source_id FROM quote)',
  );
  for (const { id, title, text } of sources) {
    for (const row of read.all<QuoteRow>('SELECT * FROM quote WHERE source_id = ? ORDER BY start_at, id', id)) {
      const prepared = preparedOf(read, row);
      const { start, end } = prepared.bounds;
      if (
        row.start_at >= row.end_at ||
        text.slice(row.start_at, row.end_at) !== row.quoted ||
        start >= end ||
        end > text.length
      )
        findings.push({
          code: 'quote-words',
          message: `A quote does not stand on its words in “${title}” at ${row.start_at}–${row.end_at}: “${row.quoted.slice(0, 80)}”.`,
          id: row.id,
        });
      if (row.printed !== null) printed++;
      if (prepared.again !== null)
        findings.push({
          code: 'quote-printed',
          message: `The printed words of a quote in “${title}” no longer stand in their passage: ${prepared.again} It is not printed until its words are edited or it is held back.`,
          id: row.id,
        });
    }
  }
  return { checked: { printedWords: printed }, findings };
}
