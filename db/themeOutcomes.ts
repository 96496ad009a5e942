import { NinefoldError } from '../shared/model/errors.ts';
import type { FrameworkId, OutcomeId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Reader } from './reader.ts';
import { inOrder, mainFramework } from './themes.ts';
import type { Writer } from './writer.ts';

type Link = {
  readonly id: string;
  readonly theme: ThemeId;
  readonly outcome: OutcomeId;
  readonly framework: FrameworkId;
  readonly weight: number;
};
const columns =
  'l.id, l.theme_id AS theme, l.outcome_id AS outcome, o.framework_id AS framework, l.weight FROM theme_outcome l JOIN outcome o ON o.id = l.outcome_id';

/** An entry of a framework. @throws `not-found`. */
export function outcomeRow(
  read: Reader,
  id: OutcomeId,
): { readonly id: OutcomeId; readonly framework: FrameworkId; readonly number: number; readonly title: string } {
  const row = read.get<{ id: OutcomeId; framework: FrameworkId; number: number; title: string }>(
    'SELECT id, framework_id AS framework, number, title FROM outcome WHERE id = ?',
    id,
  );
  if (!row) throw new NinefoldError('not-found', 'This outcome is no longer in the study.', { outcome: id });
  return row;
}

/** Makes these the entries of one framework that the theme answers, in order of weight. The theme goes to the end of a new one's report order. @throws `not-found`, `refused` for entries of different frameworks. */
export function setThemeOutcomes(
  read: Reader,
  write: Writer,
  id: ThemeId,
  outcomes: readonly OutcomeId[],
  reason: string | null,
  given?: FrameworkId,
): void {
  const wanted = [...new Set(outcomes)];
  const frameworks = wanted.map(outcome => outcomeRow(read, outcome).framework);
  const framework = given ?? frameworks[0] ?? mainFramework(read);
  if (frameworks.some(one => one !== framework)) {
    throw new NinefoldError(
      'refused',
      'These entries are not all of one framework. Nothing was changed. Set those of each framework on their own.',
      { framework },
    );
  }
  const links = read.all<Link>(`SELECT ${columns} WHERE l.theme_id = ? AND o.framework_id = ?`, id, framework);
  for (const link of links) if (!wanted.includes(link.outcome)) write.remove('theme_outcome', link.id);
  for (const [weight, outcome] of wanted.entries()) {
    const link = links.find(one => one.outcome === outcome);
    if (link) write.update('theme_outcome', link.id, { weight });
    else addLink(read, write, id, outcome, weight, reason);
  }
}

export function addLink(
  read: Reader,
  write: Writer,
  theme: ThemeId,
  outcome: OutcomeId,
  weight: number,
  reason: string | null,
): void {
  const position = endOfReport(read, outcome);
  write.insert('theme_outcome', { id: newId(), theme_id: theme, outcome_id: outcome, weight, position, reason });
}

export const endOfReport = (read: Reader, outcome: OutcomeId): number =>
  read.count('SELECT coalesce(max(position), -1) + 1 FROM theme_outcome WHERE outcome_id = ?', outcome);

/** A theme's links into a framework, in order of weight. */
export function linksOf(read: Reader, theme: ThemeId, framework: FrameworkId): readonly Link[] {
  return read.all<Link>(
    `SELECT ${columns} WHERE l.theme_id = ? AND o.framework_id = ? ORDER BY l.weight, l.id`,
    theme,
    framework,
  );
}

/** Puts a theme under an entry or changes how it stands there: `primary` is its place in the theme's order, undefined leaves it. */
export function placeTheme(
  read: Reader,
  write: Writer,
  theme: ThemeId,
  outcome: OutcomeId,
  how: { readonly primary?: boolean | undefined; readonly reason?: string | undefined },
): void {
  const { framework } = outcomeRow(read, outcome);
  const links = linksOf(read, theme, framework);
  const there = links.find(link => link.outcome === outcome);
  if (!there) addLink(read, write, theme, outcome, links.length, how.reason ?? null);
  else if (how.reason !== undefined) write.update('theme_outcome', there.id, { reason: how.reason });
  if (there && how.primary === undefined) return;
  const others = links.filter(link => link.outcome !== outcome).map(link => link.outcome);
  const order = how.primary ? [outcome, ...others] : [...others, outcome];
  for (const link of linksOf(read, theme, framework))
    write.update('theme_outcome', link.id, { weight: order.indexOf(link.outcome) });
}

/** Takes a theme from an entry. @returns whether it stood there. */
export function unplaceTheme(read: Reader, write: Writer, theme: ThemeId, outcome: OutcomeId): boolean {
  const links = linksOf(read, theme, outcomeRow(read, outcome).framework);
  const there = links.find(link => link.outcome === outcome);
  if (!there) return false;
  write.remove('theme_outcome', there.id);
  for (const [weight, link] of links.filter(one => one !== there).entries())
    write.update('theme_outcome', link.id, { weight });
  return true;
}

/** Puts the themes of one outcome in this report order; those not named follow. */
export function orderOutcome(read: Reader, write: Writer, outcome: OutcomeId, order: readonly ThemeId[]): void {
  const links = reportOrder(read, outcome);
  inOrder(
    links.map(link => link.theme),
    order,
  ).forEach((theme, position) => {
    const link = links.find(one => one.theme === theme);
    if (link) write.update('theme_outcome', link.id, { position });
  });
}

/** Links of an entry in report order, those of discarded themes too. */
export function reportOrder(read: Reader, outcome: OutcomeId): readonly Link[] {
  return read.all<Link>(`SELECT ${columns} WHERE l.outcome_id = ? ORDER BY l.position, l.id`, outcome);
}
