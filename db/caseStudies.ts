import { NinefoldError } from '../shared/model/errors.ts';
import type { OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { CaseStudy, CaseStudyId } from '../shared/model/report.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { inOrder, themeInUse } from './themes.ts';
import type { Writer } from './writer.ts';

type Row = Tables['case_study'];
type Fields = { readonly [Key in keyof Omit<CaseStudy, 'id'>]?: CaseStudy[Key] | undefined };

/** Boxes of the report in their order. */
export const listCaseStudies = (read: Reader): readonly CaseStudy[] =>
  read.all<Row>('SELECT * FROM case_study ORDER BY position, id').map(caseStudyOf);

/** @throws `not-found`. */
export function getCaseStudy(read: Reader, id: CaseStudyId): CaseStudy {
  const row = read.get<Row>('SELECT * FROM case_study WHERE id = ?', id);
  if (!row) throw new NinefoldError('not-found', 'This case study is no longer in the study.', { caseStudy: id });
  return caseStudyOf(row);
}

const caseStudyOf = (row: Row): CaseStudy => ({
  id: row.id as CaseStudyId,
  title: row.title,
  body: row.body,
  disclaimer: row.disclaimer,
  outcome: row.outcome_id as OutcomeId | null,
  theme: row.theme_id as ThemeId | null,
});

/** Adds a box behind the others. @throws `not-found`, `refused` for a place that is not there or a discarded theme. */
export function addCaseStudy(read: Reader, write: Writer, given: Fields & { readonly title: string }): CaseStudyId {
  const id = newId<'caseStudy'>();
  write.insert('case_study', {
    id,
    title: given.title,
    body: lines(given.body ?? ''),
    disclaimer: lines(given.disclaimer ?? ''),
    outcome_id: given.outcome ? presentOutcome(read, given.outcome) : null,
    theme_id: given.theme ? themeInUse(read, given.theme).id : null,
    position: read.count('SELECT coalesce(max(position), 0) + 1 FROM case_study'),
  });
  return id;
}

/** Changes the fields that are given. @throws as `addCaseStudy`. */
export function updateCaseStudy(read: Reader, write: Writer, id: CaseStudyId, given: Fields): void {
  const { title, body, disclaimer, outcome, theme } = given;
  write.update('case_study', id, {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { body: lines(body) }),
    ...(disclaimer !== undefined && { disclaimer: lines(disclaimer) }),
    ...(outcome !== undefined && { outcome_id: outcome && presentOutcome(read, outcome) }),
    ...(theme !== undefined && { theme_id: theme && themeInUse(read, theme).id }),
  });
}

/** Puts the boxes in this order; those not named follow. */
export function orderCaseStudies(read: Reader, write: Writer, order: readonly CaseStudyId[]): void {
  const all = listCaseStudies(read).map(one => one.id);
  inOrder(all, order).forEach((id, position) => {
    write.update('case_study', id, { position: position + 1 });
  });
}

/** Boxes that stand at a theme or outcome, when that goes: they go to another, or stand in the report at large (null). */
export function moveCaseStudies(
  read: Reader,
  write: Writer,
  from: { readonly theme: ThemeId } | { readonly outcome: OutcomeId },
  to: string | null,
): void {
  const [column, id] = 'theme' in from ? (['theme_id', from.theme] as const) : (['outcome_id', from.outcome] as const);
  for (const row of read.all<{ id: string }>(`SELECT id FROM case_study WHERE ${column} = ?`, id))
    write.update('case_study', row.id, column === 'theme_id' ? { theme_id: to } : { outcome_id: to });
}

function presentOutcome(read: Reader, id: OutcomeId): OutcomeId {
  if (!read.get('SELECT id FROM outcome WHERE id = ?', id))
    throw new NinefoldError('not-found', 'This outcome is no longer in the study.', { outcome: id });
  return id;
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');
