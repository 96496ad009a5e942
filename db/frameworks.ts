import type { Framework, Outcome } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { OutcomeInput } from '../shared/model/framework.ts';
import type { FrameworkId, OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { FrameworkKind } from '../shared/model/themes.ts';
import { moveCaseStudies } from './caseStudies.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { addLink, endOfReport, linksOf, outcomeRow, reportOrder } from './themeOutcomes.ts';
import { themeRow } from './themes.ts';
import type { Writer } from './writer.ts';

/** Every framework with its entries in order, the main one first. */
export function listFrameworks(read: Reader): readonly Framework[] {
  const entries = Map.groupBy(
    read.all<Tables['outcome'] & { quotes: number }>(
      `SELECT o.*, (SELECT count(*) FROM outcome_quote q WHERE q.outcome_id = o.id) AS quotes FROM outcome o ORDER BY o.position, o.id`,
    ),
    row => row.framework_id,
  );
  const themes = Map.groupBy(
    read.all<{ outcome: string; theme: ThemeId }>(
      `SELECT l.outcome_id AS outcome, l.theme_id AS theme FROM theme_outcome l JOIN theme t ON t.id = l.theme_id
       WHERE t.discarded_at IS NULL ORDER BY l.position, l.id`,
    ),
    link => link.outcome,
  );
  return read.all<Tables['framework']>('SELECT * FROM framework ORDER BY position, id').map(row => ({
    id: row.id as FrameworkId,
    title: row.title,
    kind: (row.kind ?? 'outcomes') as FrameworkKind,
    citation: row.citation ?? '',
    outcomes: (entries.get(row.id) ?? []).map(
      (entry): Outcome => ({
        id: entry.id as OutcomeId,
        number: entry.number,
        title: entry.title,
        statement: entry.statement,
        citation: entry.citation ?? '',
        own: entry.own === 1,
        themes: (themes.get(entry.id) ?? []).map(link => link.theme),
        quotes: entry.quotes,
      }),
    ),
  }));
}

/** A framework with its entries in order; the main one unless another is named. @throws `not-found`, `integrity`. */
export function getFramework(read: Reader, id?: FrameworkId): Framework {
  const all = listFrameworks(read);
  const framework = id === undefined ? all[0] : all.find(one => one.id === id);
  if (framework) return framework;
  if (id !== undefined)
    throw new NinefoldError('not-found', 'This framework is no longer in the study.', { framework: id });
  throw new NinefoldError('integrity', 'This study has no framework of outcomes. Run check on it.');
}

type Given = {
  readonly title: string;
  readonly citation?: string | undefined;
  readonly kind?: FrameworkKind | undefined;
};

/** Adds a framework behind those that are there. @throws `framework-broken`. */
export function addFramework(
  read: Reader,
  write: Writer,
  given: Given,
  outcomes: readonly OutcomeInput[],
): FrameworkId {
  refuseDoubles(outcomes);
  const id = newId<'framework'>();
  write.insert('framework', {
    id,
    title: given.title,
    position: read.count('SELECT coalesce(max(position), 0) + 1 FROM framework'),
    kind: given.kind ?? null,
    citation: given.citation || null,
  });
  for (const [position, outcome] of outcomes.entries()) addOutcome(write, id, outcome, position);
  return id;
}

function addOutcome(write: Writer, framework: FrameworkId, given: OutcomeInput, position: number): void {
  const { number, title, statement, citation, own } = given;
  write.insert('outcome', {
    id: newId<'outcome'>(),
    framework_id: framework,
    number,
    title,
    statement,
    position,
    citation: citation || null,
    own: own ? 1 : null,
  });
}

/** Where what hangs on an entry goes when the entry goes: to another, or nowhere (null). */
export type MoveTo = readonly { readonly outcome: OutcomeId; readonly to: OutcomeId | null }[];

/**
 * Makes these the framework's entries, in this order; one with an id is kept, one without is new, one left out goes.
 * @throws `framework-broken`, `not-found` for an id that is not of this framework, `refused` while themes or quotes hang on one that would go and `moveTo` does not say where to.
 */
export function updateFramework(
  read: Reader,
  write: Writer,
  given: Given & { readonly framework?: FrameworkId | undefined },
  outcomes: readonly (OutcomeInput & { readonly id?: OutcomeId | undefined })[],
  moveTo: MoveTo = [],
): void {
  refuseDoubles(outcomes);
  const now = getFramework(read, given.framework);
  const kept = new Set(outcomes.map(outcome => outcome.id));
  for (const id of kept) if (id !== undefined) entryOf(now, id);
  const going = now.outcomes.filter(one => !kept.has(one.id));
  const gone = new Set(going.map(one => one.id));
  for (const outcome of going)
    removeOutcome(
      read,
      write,
      outcome,
      moveTo.find(one => one.outcome === outcome.id),
      gone,
    );
  write.update('framework', now.id, {
    title: given.title,
    ...(given.kind !== undefined && { kind: given.kind }),
    ...(given.citation !== undefined && { citation: given.citation || null }),
  });
  for (const [position, outcome] of outcomes.entries()) {
    const { id, number, title, statement, citation, own } = outcome;
    if (id === undefined) addOutcome(write, now.id, outcome, position);
    else
      write.update('outcome', id, {
        number,
        title,
        statement,
        position,
        ...(citation !== undefined && { citation: citation || null }),
        ...(own !== undefined && { own: own ? 1 : null }),
      });
  }
}

function entryOf(framework: Framework, id: OutcomeId): Outcome {
  const entry = framework.outcomes.find(one => one.id === id);
  if (!entry)
    throw new NinefoldError('not-found', `An outcome given is not one of “${framework.title}”. Nothing was changed.`, {
      outcome: id,
    });
  return entry;
}

/** Removes an entry after what hangs on it has gone where `move` says. `gone`: entries that go with it and can hold nothing. @throws `refused`, `not-found`. */
export function removeOutcome(
  read: Reader,
  write: Writer,
  outcome: Pick<Outcome, 'id' | 'number' | 'title' | 'themes' | 'quotes'>,
  move: MoveTo[number] | undefined,
  gone: ReadonlySet<OutcomeId>,
): void {
  if ((outcome.themes.length > 0 || outcome.quotes > 0) && !move) throw stillHeld(read, outcome);
  const to = move?.to ?? null;
  if (to !== null && (gone.has(to) || to === outcome.id)) {
    throw new NinefoldError(
      'refused',
      `What hangs on outcome ${outcome.number}, “${outcome.title}”, can't go to an outcome that goes too. Nothing was changed. Choose one that stays.`,
      { outcome: outcome.id, to },
    );
  }
  moveLinks(read, write, outcome.id, to);
  moveQuotes(read, write, outcome.id, to);
  moveCaseStudies(read, write, { outcome: outcome.id }, to);
  write.remove('outcome', outcome.id);
}

function stillHeld(
  read: Reader,
  outcome: Pick<Outcome, 'id' | 'number' | 'title' | 'themes' | 'quotes'>,
): NinefoldError {
  const names = outcome.themes.map(id => themeRow(read, id).name);
  const listed = names.slice(0, 5).map(name => `“${name}”`);
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  const parts = [
    ...(names.length > 0 ? [`the ${names.length === 1 ? 'theme' : 'themes'} ${listed.join(', ')}${more}`] : []),
    ...(outcome.quotes > 0 ? [`${outcome.quotes} ${outcome.quotes === 1 ? 'quote' : 'quotes'}`] : []),
  ];
  return new NinefoldError(
    'refused',
    `Outcome ${outcome.number}, “${outcome.title}”, holds ${parts.join(' and ')}. Nothing was changed. Say which outcome they should go to, or that they should stand under none.`,
    { outcome: outcome.id, themes: outcome.themes, names, quotes: outcome.quotes },
  );
}

function moveLinks(read: Reader, write: Writer, outcome: OutcomeId, to: OutcomeId | null): void {
  const target = to === null ? null : outcomeRow(read, to);
  for (const link of reportOrder(read, outcome)) {
    if (target === null) {
      write.remove('theme_outcome', link.id);
      continue;
    }
    const there = linksOf(read, link.theme, target.framework);
    if (there.some(one => one.outcome === target.id)) write.remove('theme_outcome', link.id);
    else
      write.update('theme_outcome', link.id, {
        outcome_id: target.id,
        position: endOfReport(read, target.id),
        ...(link.framework !== target.framework && { weight: there.length }),
      });
  }
}

function moveQuotes(read: Reader, write: Writer, outcome: OutcomeId, to: OutcomeId | null): void {
  const end =
    to === null ? 0 : read.count('SELECT coalesce(max(position), -1) + 1 FROM outcome_quote WHERE outcome_id = ?', to);
  const rows = read.all<Tables['outcome_quote']>(
    'SELECT * FROM outcome_quote WHERE outcome_id = ? ORDER BY position, id',
    outcome,
  );
  for (const [index, row] of rows.entries()) {
    const double =
      to !== null &&
      read.count(
        'SELECT count(*) FROM outcome_quote WHERE outcome_id = ? AND source_id = ? AND start_at = ? AND end_at = ?',
        to,
        row.source_id,
        row.start_at,
        row.end_at,
      ) > 0;
    if (to === null || double) write.remove('outcome_quote', row.id);
    else write.update('outcome_quote', row.id, { outcome_id: to, position: end + index });
  }
}

/** Removes a framework with its entries. @throws `refused` for the main one, and for one that themes or quotes hang on unless `unlink`. */
export function removeFramework(read: Reader, write: Writer, id: FrameworkId, unlink: boolean): Framework {
  const framework = getFramework(read, id);
  if (getFramework(read).id === id) {
    throw new NinefoldError(
      'refused',
      `“${framework.title}” is the framework that the report follows, and stays. Nothing was changed. Edit its outcomes instead.`,
      { framework: id },
    );
  }
  const held = framework.outcomes.filter(one => one.themes.length > 0 || one.quotes > 0);
  if (held.length > 0 && !unlink) {
    const themes = [...new Set(held.flatMap(one => one.themes))];
    throw new NinefoldError(
      'refused',
      `${themes.length === 1 ? 'One theme stands' : `${themes.length} themes stand`} under entries of “${framework.title}”. Nothing was changed. Remove it with these links if that is meant.`,
      { framework: id, themes, names: themes.map(theme => themeRow(read, theme).name) },
    );
  }
  for (const outcome of framework.outcomes)
    removeOutcome(read, write, outcome, { outcome: outcome.id, to: null }, new Set());
  write.remove('framework', id);
  return framework;
}

/** Puts a theme's links onto another theme, behind those it has; one it has already stays as it is. */
export function copyLinks(read: Reader, write: Writer, from: ThemeId, to: ThemeId, reason: string | null): void {
  for (const link of themeRow(read, from).links) {
    const there = linksOf(read, to, outcomeRow(read, link.outcome).framework);
    if (there.some(one => one.outcome === link.outcome)) continue;
    addLink(read, write, to, link.outcome, there.length, link.reason ?? reason);
  }
}

function refuseDoubles(outcomes: readonly OutcomeInput[]): void {
  const seen = new Map<number, number>();
  for (const [index, { number, title }] of outcomes.entries()) {
    const first = seen.get(number);
    if (first !== undefined) {
      throw new NinefoldError(
        'framework-broken',
        `Entries ${first + 1} and ${index + 1} both have the number ${number} (“${outcomes[first]?.title}” and “${title}”). Nothing was changed. Give each its own.`,
        { number, entries: [first + 1, index + 1] },
      );
    }
    seen.set(number, index);
  }
}
