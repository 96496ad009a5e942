import { themeAdvice, topicsOf } from '../shared/analysis/themeAdvice.ts';
import type { CoderId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Advice, AdviceKind } from '../shared/model/themes.ts';
import { noWeight, themeWeights } from './evidence.ts';
import { listFrameworks } from './frameworks.ts';
import type { Reader } from './reader.ts';
import { sourceText } from './sources.ts';
import { themeRow, themeRows } from './themes.ts';
import type { Writer } from './writer.ts';

/** An interview's questions come back in every interview: so many sources show them. Longer ones than this are no schedule's. */
const sourcesToRead = 20;
const longestQuestion = 200;

/** Things to think about for one theme or all, in board order. */
export function listAdvice(read: Reader, only?: ThemeId): readonly Advice[] {
  const themes = only === undefined ? themeRows(read) : [themeRow(read, only)];
  const weights = themeWeights(read);
  const outcomes = listFrameworks(read)
    .filter(framework => framework.kind === 'outcomes')
    .flatMap(framework => framework.outcomes);
  const topics = topicsOf(outcomes, questionsIn(read));
  const coded = new Set(
    read
      .all<{ theme: ThemeId }>(
        'SELECT DISTINCT l.theme_id AS theme FROM theme_code l JOIN code_count n ON n.code_id = l.code_id WHERE n.extracts > 0',
      )
      .map(row => row.theme),
  );
  const against = new Map(
    read
      .all<{ theme: ThemeId; number: number }>(
        `SELECT theme, count(*) AS number FROM (
           SELECT theme_id AS theme, source_id, start_at, end_at FROM theme_mark WHERE stance <> 'supports' UNION
           SELECT theme_id, source_id, start_at, end_at FROM theme_verdict WHERE verdict = 'contrary'
         ) GROUP BY theme`,
      )
      .map(row => [row.theme, row.number]),
  );
  const dismissed = dismissals(read);
  return themes.flatMap(theme => {
    const { extracts, sources, people } = weights.get(theme.id) ?? noWeight;
    const facts = {
      name: theme.name,
      status: theme.status,
      coded: coded.has(theme.id),
      extracts,
      sources: sources.length,
      participants: people,
      against: against.get(theme.id) ?? 0,
      outcomes: theme.outcomes.length,
    };
    return themeAdvice(facts, topics).map(said => ({
      ...said,
      theme: theme.id,
      dismissed: dismissed.get(`${theme.id} ${said.kind}`) ?? null,
    }));
  });
}

function dismissals(read: Reader): ReadonlyMap<string, Advice['dismissed']> {
  return new Map(
    read
      .all<{ theme: ThemeId; kind: AdviceKind; reason: string; coder: CoderId; coderName: string; at: string }>(
        'SELECT a.theme_id AS theme, a.kind, a.reason, a.coder_id AS coder, c.name AS coderName, a.at FROM theme_advice a JOIN coder c ON c.id = a.coder_id ORDER BY a.at, a.id',
      )
      .map(({ theme, kind, ...rest }) => [`${theme} ${kind}`, rest]),
  );
}

/** What interviewers ask, each once. */
function questionsIn(read: Reader): readonly string[] {
  const found = new Set<string>();
  for (const { source } of read.all<{ source: SourceId }>(
    `SELECT DISTINCT k.source_id AS source FROM speaker k WHERE k.role = 'interviewer' ORDER BY k.source_id LIMIT ${sourcesToRead}`,
  )) {
    const text = sourceText(read, source);
    for (const { start, end } of read.all<{ start: number; end: number }>(
      `SELECT t.start_at AS start, t.end_at AS "end" FROM speaker k JOIN turn t ON t.speaker_id = k.id
       WHERE k.source_id = ? AND k.role = 'interviewer' ORDER BY t.start_at`,
      source,
    )) {
      for (const [question] of text.slice(start, end).matchAll(/[^.!?\n]+\?/g)) {
        if (question.length <= longestQuestion) found.add(question.trim());
      }
    }
  }
  return [...found];
}

/** Sets a piece of advice aside; a newer reason takes the place of an older one. */
export function dismissAdvice(
  read: Reader,
  write: Writer,
  given: {
    readonly theme: ThemeId;
    readonly kind: AdviceKind;
    readonly reason: string;
    readonly coder: CoderId;
    readonly at: string;
  },
): void {
  recallAdvice(read, write, given.theme, given.kind);
  write.insert('theme_advice', {
    id: newId(),
    theme_id: given.theme,
    kind: given.kind,
    reason: given.reason,
    coder_id: given.coder,
    at: given.at,
  });
}

export function recallAdvice(read: Reader, write: Writer, theme: ThemeId, kind: AdviceKind): void {
  for (const row of read.all<{ id: string }>(
    'SELECT id FROM theme_advice WHERE theme_id = ? AND kind = ?',
    theme,
    kind,
  ))
    write.remove('theme_advice', row.id);
}
