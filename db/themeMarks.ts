import type { ExtractRef } from '../shared/api/inputs.ts';
import type { GivenVerdict, ThemeMark, ThemeReview } from '../shared/api/outputs/theme.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { CoderId, SourceId, ThemeId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import type { MarkCounts, MarkId, Stance, Verdict } from '../shared/model/themes.ts';
import { type ExtractPlace, extractKey, placeOfKey } from '../shared/text/quoteLinks.ts';
import { checkedSpan } from './codings.ts';
import type { Reader } from './reader.ts';
import type { Tables } from './rows.ts';
import { sourceText } from './sources.ts';
import { extractsAt, themePlaces } from './themePlaces.ts';
import { themeRow } from './themes.ts';
import type { Writer } from './writer.ts';

export const noMarks: MarkCounts = { supports: 0, qualifies: 0, contrary: 0, against: [] };

/** The marks of every theme, counted. */
export function markCounts(read: Reader): ReadonlyMap<ThemeId, MarkCounts> {
  const counts = new Map<ThemeId, { -readonly [Key in keyof MarkCounts]: MarkCounts[Key] }>();
  for (const row of read.all<{ theme: ThemeId; stance: Stance; source: SourceId; number: number }>(
    `SELECT m.theme_id AS theme, m.stance, m.source_id AS source, count(*) AS number FROM theme_mark m
     JOIN source s ON s.id = m.source_id GROUP BY 1, 2, 3 ORDER BY s.position, s.id`,
  )) {
    const count = counts.get(row.theme) ?? { ...noMarks };
    counts.set(row.theme, count);
    count[row.stance] += row.number;
    if (row.stance === 'contrary') count.against = [...count.against, row.source];
  }
  return counts;
}

/** Words as they are named in a call, checked against the text. @throws `not-found` for the source, `selection-outside`, `selection-empty`. */
export function checkedPlace(read: Reader, ref: ExtractRef): ExtractPlace & { readonly quoted: string } {
  const place = typeof ref === 'string' ? placeOfKey(ref) : ref;
  if (!place) throw new NinefoldError('selection-empty', 'The selection holds no words. Select some and try again.');
  const text = sourceText(read, place.source);
  const span = checkedSpan(text, place);
  return { source: place.source, ...span, quoted: text.slice(span.start, span.end) };
}

const onPlace = 'theme_id = ? AND source_id = ? AND start_at = ? AND end_at = ?';

/** Marks words for or against a theme; null takes the mark off. @returns whether that changed anything. */
export function markExtract(
  read: Reader,
  write: Writer,
  theme: ThemeId,
  place: ReturnType<typeof checkedPlace>,
  stance: Stance | null,
  coder: CoderId,
  at: string,
): boolean {
  const { source, start, end, quoted } = place;
  const there = read.all<{ id: string; stance: Stance }>(
    `SELECT id, stance FROM theme_mark WHERE ${onPlace}`,
    theme,
    source,
    start,
    end,
  );
  if (there.length === 1 && there[0]?.stance === stance) return false;
  for (const mark of there) write.remove('theme_mark', mark.id);
  if (stance === null) return there.length > 0;
  write.insert('theme_mark', {
    id: newId<'mark'>(),
    theme_id: theme,
    source_id: source,
    start_at: start,
    end_at: end,
    quoted,
    stance,
    coder_id: coder,
    at,
  });
  return true;
}

/** Marked words of a theme, in source order. */
export function themeMarks(read: Reader, theme: ThemeId, stance?: Stance): readonly ThemeMark[] {
  const rows = markRows(read, theme).filter(row => stance === undefined || row.stance === stance);
  const places = rows.map(placeOfRow);
  const shown = new Map(extractsAt(read, places).map(extract => [extract.key, extract]));
  const codes = new Set(themeRow(read, theme).codes);
  return rows.flatMap((row, index) => {
    const extract = shown.get(extractKey(places[index] ?? placeOfRow(row)));
    if (!extract) return [];
    const { before: _before, after: _after, ...rest } = extract;
    return {
      ...rest,
      mark: row.id as MarkId,
      stance: row.stance as Stance,
      coded: extract.codes.some(code => codes.has(code)),
      coder: row.coder_id as CoderId,
      at: row.at,
    };
  });
}

export function markRows(read: Reader, theme: ThemeId): readonly Tables['theme_mark'][] {
  return read.all(
    'SELECT m.* FROM theme_mark m JOIN source s ON s.id = m.source_id WHERE m.theme_id = ? ORDER BY s.position, s.id, m.start_at, m.end_at, m.id',
    theme,
  );
}

const placeOfRow = (row: {
  readonly source_id: string;
  readonly start_at: number;
  readonly end_at: number;
}): ExtractPlace => ({ source: row.source_id as SourceId, start: row.start_at, end: row.end_at });

/**
 * Keeps a verdict on an extract of a theme. `contrary` marks the extract so, another verdict of a coder who called it contrary takes that mark off.
 * @throws `refused` for words that are none of the theme's extracts.
 */
export function giveVerdict(
  read: Reader,
  write: Writer,
  given: {
    readonly theme: ThemeId;
    readonly extract: ExtractRef;
    readonly verdict: Verdict;
    readonly toTheme: ThemeId | null;
    readonly note: string;
    readonly coder: CoderId;
    readonly at: string;
  },
): { readonly quoted: string } {
  const { theme, verdict, toTheme, note, coder, at } = given;
  const place = checkedPlace(read, given.extract);
  const { source, start, end, quoted } = place;
  const coded = read.count(
    'SELECT count(*) FROM coding WHERE source_id = ? AND start_at = ? AND end_at = ? AND code_id IN (SELECT code_id FROM theme_code WHERE theme_id = ?)',
    source,
    start,
    end,
    theme,
  );
  if (coded === 0) {
    throw new NinefoldError(
      'refused',
      'These words carry none of the theme’s codes any more, so there is nothing to review. Nothing was changed.',
      { theme, extract: extractKey(place) },
    );
  }
  const last = read.get<{ verdict: Verdict }>(
    `SELECT verdict FROM theme_verdict WHERE ${onPlace} AND coder_id = ? ORDER BY at DESC, id DESC LIMIT 1`,
    theme,
    source,
    start,
    end,
    coder,
  );
  write.insert('theme_verdict', {
    id: newId<'verdict'>(),
    theme_id: theme,
    source_id: source,
    start_at: start,
    end_at: end,
    quoted,
    verdict,
    to_theme_id: toTheme,
    note,
    coder_id: coder,
    at,
  });
  const stance = read.get<{ stance: Stance }>(
    `SELECT stance FROM theme_mark WHERE ${onPlace}`,
    theme,
    source,
    start,
    end,
  )?.stance;
  if (verdict === 'contrary') markExtract(read, write, theme, place, 'contrary', coder, at);
  else if (last?.verdict === 'contrary' && stance === 'contrary')
    markExtract(read, write, theme, place, null, coder, at);
  return { quoted };
}

type VerdictRow = Tables['theme_verdict'] & { readonly coderName: string };

const verdictOf = (row: VerdictRow): GivenVerdict => ({
  id: row.id as GivenVerdict['id'],
  verdict: row.verdict as Verdict,
  toTheme: row.to_theme_id as ThemeId | null,
  note: row.note,
  coder: row.coder_id as CoderId,
  coderName: row.coderName,
  at: row.at,
});

function verdictRows(read: Reader, theme: ThemeId): readonly VerdictRow[] {
  return read.all(
    'SELECT v.*, c.name AS coderName FROM theme_verdict v JOIN coder c ON c.id = v.coder_id WHERE v.theme_id = ? ORDER BY v.at DESC, v.id DESC',
    theme,
  );
}

/** How far level 1 has come: extracts of the theme with a verdict, of all. */
export function reviewProgress(read: Reader, theme: ThemeId): { readonly done: number; readonly total: number } {
  const judged = new Set(
    read
      .all<ExtractPlace>(
        'SELECT DISTINCT source_id AS source, start_at AS start, end_at AS "end" FROM theme_verdict WHERE theme_id = ?',
        theme,
      )
      .map(extractKey),
  );
  const places = themePlaces(read, theme);
  return { done: places.filter(place => judged.has(extractKey(place))).length, total: places.length };
}

/** The theme's extracts one after the other, with what was said of each. */
export function themeReview(read: Reader, theme: ThemeId): ThemeReview {
  const places = themePlaces(read, theme);
  const verdicts = Map.groupBy(verdictRows(read, theme), row => extractKey(placeOfRow(row)));
  const stances = new Map(markRows(read, theme).map(row => [extractKey(placeOfRow(row)), row.stance as Stance]));
  const items = extractsAt(read, places).map(extract => ({
    ...extract,
    stance: stances.get(extract.key) ?? null,
    verdicts: (verdicts.get(extract.key) ?? []).map(verdictOf),
  }));
  const here = new Set(items.map(item => item.key));
  return {
    theme,
    done: items.filter(item => item.verdicts.length > 0).length,
    total: items.length,
    items,
    past: [...verdicts]
      .filter(([key]) => !here.has(key))
      .flatMap(([, rows]) => rows.map(row => ({ ...verdictOf(row), ...placeOfRow(row), quoted: row.quoted }))),
  };
}
