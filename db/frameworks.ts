import type { Framework, Outcome } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { OutcomeInput } from '../shared/model/framework.ts';
import type { FrameworkId, OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The study's framework with its outcomes in order. */
export function getFramework(read: Reader): Framework {
  const framework = read.get<{ id: FrameworkId; title: string }>(
    'SELECT id, title FROM framework ORDER BY position, id LIMIT 1',
  );
  if (!framework) throw new NinefoldError('integrity', 'This study has no framework of outcomes. Run check on it.');
  const outcomes = read.all<Omit<Outcome, 'themes'>>(
    'SELECT id, number, title, statement FROM outcome WHERE framework_id = ? ORDER BY position, id',
    framework.id,
  );
  const links = read.all<{ outcome: OutcomeId; theme: ThemeId }>(
    'SELECT outcome_id AS outcome, theme_id AS theme FROM theme_outcome ORDER BY position, id',
  );
  return {
    ...framework,
    outcomes: outcomes.map(outcome => ({
      ...outcome,
      themes: links.filter(link => link.outcome === outcome.id).map(link => link.theme),
    })),
  };
}

export function addFramework(write: Writer, title: string, outcomes: readonly OutcomeInput[]): void {
  refuseDoubles(outcomes);
  const id = newId<'framework'>();
  write.insert('framework', { id, title, position: 1 });
  for (const [position, { number, title: name, statement }] of outcomes.entries()) {
    write.insert('outcome', { id: newId<'outcome'>(), framework_id: id, number, title: name, statement, position });
  }
}

/** Makes these the study's outcomes, in this order; an outcome with an id is kept, one without is new, one left out goes. @throws `refused` while themes stand under one that would go. */
export function updateFramework(
  read: Reader,
  write: Writer,
  title: string,
  outcomes: readonly (OutcomeInput & { readonly id?: OutcomeId | undefined })[],
): void {
  refuseDoubles(outcomes);
  const now = getFramework(read);
  const kept = new Set(outcomes.map(outcome => outcome.id));
  for (const outcome of now.outcomes.filter(one => !kept.has(one.id))) {
    if (outcome.themes.length > 0) {
      throw new NinefoldError(
        'refused',
        `Outcome ${outcome.number}, “${outcome.title}”, holds ${outcome.themes.length} ${outcome.themes.length === 1 ? 'theme' : 'themes'}. Nothing was changed. Place them under another outcome first.`,
        { outcome: outcome.id, themes: outcome.themes },
      );
    }
    write.remove('outcome', outcome.id);
  }
  write.update('framework', now.id, { title });
  for (const [position, { id, number, title: name, statement }] of outcomes.entries()) {
    const fields = { number, title: name, statement, position };
    if (id) write.update('outcome', id, fields);
    else write.insert('outcome', { id: newId<'outcome'>(), framework_id: now.id, ...fields });
  }
}

function refuseDoubles(outcomes: readonly OutcomeInput[]): void {
  const numbers = outcomes.map(outcome => outcome.number);
  const double = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (double !== undefined) {
    throw new NinefoldError('framework-broken', `Two outcomes have the number ${double}. Give each its own.`, {
      number: double,
    });
  }
}
