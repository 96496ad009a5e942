import { NinefoldError } from '../shared/model/errors.ts';
import type { ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { Recommendation, RecommendationId } from '../shared/model/report.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { inOrder, themeInUse } from './themes.ts';
import type { Writer } from './writer.ts';

type Fields = { readonly [Key in keyof Omit<Recommendation, 'id'>]?: Recommendation[Key] | undefined };
type Link = { readonly id: string; readonly recommendation: RecommendationId; readonly theme: ThemeId };

/** Recommendations in their order, each with the themes in use that it rests on, in the order they were linked. */
export function listRecommendations(read: Reader): readonly Recommendation[] {
  const links = Map.groupBy(
    read.all<Link>(
      `SELECT l.id, l.recommendation_id AS recommendation, l.theme_id AS theme FROM recommendation_theme l
       JOIN theme t ON t.id = l.theme_id WHERE t.discarded_at IS NULL ORDER BY l.id`,
    ),
    link => link.recommendation,
  );
  return read
    .all<Tables['recommendation']>('SELECT * FROM recommendation ORDER BY position, id')
    .map(({ id, addressee, body }) => ({
      id: id as RecommendationId,
      addressee,
      body,
      themes: (links.get(id as RecommendationId) ?? []).map(link => link.theme),
    }));
}

/** @throws `not-found`. */
export function getRecommendation(read: Reader, id: RecommendationId): Recommendation {
  const found = listRecommendations(read).find(one => one.id === id);
  if (!found)
    throw new NinefoldError('not-found', 'This recommendation is no longer in the study.', { recommendation: id });
  return found;
}

/** Adds a recommendation behind the others. @throws `not-found`, `refused` for a discarded theme. */
export function addRecommendation(read: Reader, write: Writer, given: Fields): RecommendationId {
  const id = newId<'recommendation'>();
  write.insert('recommendation', {
    id,
    addressee: given.addressee ?? '',
    body: lines(given.body ?? ''),
    position: read.count('SELECT coalesce(max(position), 0) + 1 FROM recommendation'),
  });
  restOn(read, write, id, given.themes ?? []);
  return id;
}

/** Changes the fields that are given. `themes` replaces what it rests on. @throws as `addRecommendation`. */
export function updateRecommendation(read: Reader, write: Writer, id: RecommendationId, given: Fields): void {
  const { addressee, body, themes } = given;
  write.update('recommendation', id, {
    ...(addressee !== undefined && { addressee }),
    ...(body !== undefined && { body: lines(body) }),
  });
  if (themes !== undefined) restOn(read, write, id, themes);
}

export function removeRecommendation(read: Reader, write: Writer, id: RecommendationId): void {
  for (const link of linksOf(read, id)) write.remove('recommendation_theme', link.id);
  write.remove('recommendation', id);
}

/** Puts the recommendations in this order; those not named follow. */
export function orderRecommendations(read: Reader, write: Writer, order: readonly RecommendationId[]): void {
  const all = listRecommendations(read).map(one => one.id);
  inOrder(all, order).forEach((id, position) => {
    write.update('recommendation', id, { position: position + 1 });
  });
}

/** What rests on a theme, when that goes: it rests on another, or no longer on any (null). */
export function moveSupport(read: Reader, write: Writer, from: ThemeId, to: ThemeId | null): void {
  for (const link of read.all<Link>(
    'SELECT id, recommendation_id AS recommendation, theme_id AS theme FROM recommendation_theme WHERE theme_id = ?',
    from,
  )) {
    const double = to !== null && linksOf(read, link.recommendation).some(one => one.theme === to);
    if (to === null || double) write.remove('recommendation_theme', link.id);
    else write.update('recommendation_theme', link.id, { theme_id: to });
  }
}

/** Links to discarded themes stay: such a theme may be restored. */
function restOn(read: Reader, write: Writer, id: RecommendationId, themes: readonly ThemeId[]): void {
  const wanted = new Set(themes);
  const there = linksOf(read, id);
  for (const link of there)
    if (!wanted.has(link.theme) && !link.discarded) write.remove('recommendation_theme', link.id);
  for (const theme of wanted) {
    if (there.some(link => link.theme === theme)) continue;
    themeInUse(read, theme);
    write.insert('recommendation_theme', { id: newId(), recommendation_id: id, theme_id: theme });
  }
}

const linksOf = (read: Reader, id: RecommendationId): readonly (Link & { readonly discarded: number })[] =>
  read.all(
    `SELECT l.id, l.recommendation_id AS recommendation, l.theme_id AS theme, t.discarded_at IS NOT NULL AS discarded
     FROM recommendation_theme l JOIN theme t ON t.id = l.theme_id WHERE l.recommendation_id = ? ORDER BY l.id`,
    id,
  );

const lines = (text: string) => text.replace(/\r\n?/g, '\n');
