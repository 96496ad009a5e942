import type { CheckFinding } from '../shared/api/outputs.ts';
import type { StudyFile } from './studyFile.ts';

type Part = { readonly checked: Readonly<Record<string, number>>; readonly findings: readonly CheckFinding[] };

/** The codebook's tree, number keys, the places of memos, and how far was read. */
export function checkWorkspace({ read }: StudyFile): Part {
  const findings = [...rings(read), ...keysGivenTwice(read), ...memoPlaces(read), ...readingPlaces(read)];
  return { checked: { memoPlaces: read.count('SELECT count(*) FROM memo WHERE start_at IS NOT NULL') }, findings };
}

type Reader = StudyFile['read'];

/** Codes that stand, over others, under themselves. */
function rings(read: Reader): readonly CheckFinding[] {
  const codes = read.all<{ id: string; name: string; parent: string | null }>(
    'SELECT id, name, parent_id AS parent FROM code',
  );
  const parents = new Map(codes.map(code => [code.id, code.parent]));
  return codes
    .filter(code => {
      const seen = new Set<string>();
      for (let at = code.parent; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
        if (at === code.id) return true;
        seen.add(at);
      }
      return false;
    })
    .map(code => ({ code: 'code-ring', message: `The code “${code.name}” stands under itself.`, id: code.id }));
}

function keysGivenTwice(read: Reader): readonly CheckFinding[] {
  return read
    .all<{ id: string; name: string; favourite: number }>(
      `SELECT id, name, favourite FROM code WHERE favourite IS NOT NULL
       AND (favourite NOT BETWEEN 1 AND 9 OR favourite IN (SELECT favourite FROM code GROUP BY favourite HAVING count(*) > 1))`,
    )
    .map(code => ({
      code: 'code-key',
      message: `The number key ${code.favourite} of “${code.name}” is not its own, or is no key from 1 to 9.`,
      id: code.id,
    }));
}

type PlacedMemo = {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  readonly end: number | null;
  readonly quoted: string | null;
  readonly text: string | null;
};

/** Memos on words that are not where they say. */
function memoPlaces(read: Reader): readonly CheckFinding[] {
  return read
    .all<PlacedMemo>(
      `SELECT m.id, m.title, m.start_at AS start, m.end_at AS "end", m.quoted, r.text FROM memo m
       LEFT JOIN source s ON s.id = m.source_id LEFT JOIN text_revision r ON r.id = s.text_id WHERE m.start_at IS NOT NULL`,
    )
    .filter(
      ({ text, start, end, quoted }) =>
        text === null ||
        end === null ||
        start < 0 ||
        end < start ||
        end > text.length ||
        (quoted !== null && text.slice(start, end) !== quoted),
    )
    .map(memo => ({
      code: 'memo-place',
      message: `The memo “${memo.title}” does not stand on the words it was written on.`,
      id: memo.id,
    }));
}

function readingPlaces(read: Reader): readonly CheckFinding[] {
  return read
    .all<{ id: string }>('SELECT id FROM reading GROUP BY source_id, coder_id HAVING count(*) > 1 OR min(furthest) < 0')
    .map(row => ({
      code: 'reading',
      message: 'How far a source was read is noted twice or makes no sense.',
      id: row.id,
    }));
}
