import { join } from 'node:path';
import type { CodeId, SourceId, ThemeId } from '../../shared/model/ids.ts';
import { benchCore } from './benchCore.ts';
import { createWords, random } from './words.ts';

/** The study of the speed table of themes. The first theme's codes hold `heavy` of its extracts. */
export const themesSize = { themes: 60, codes: 400, extracts: 10_000, heavy: 2_000, sources: 48 } as const;
const codesInTheme = 6;
const perCall = 500;

const kinds = ['leads to', 'part of', 'opposes', 'explains'] as const;
const groups = ['CYP', 'Parent/Carer', 'Professional', 'Staff'] as const;

/** A study with that many themes on all parts of the board, their outcomes, relations, sub-themes and marks, made through the calls of the app. */
export async function themesStudy(
  folder: string,
): Promise<{ readonly path: string; readonly heavy: ThemeId; readonly light: ThemeId }> {
  const core = benchCore(folder);
  const path = join(folder, 'themes.ninefold');
  const { handle: study } = await core.call('study.create', { title: 'Bench', coder: 'Bench', path });
  const speak = createWords(31);
  const next = random(37);
  for (let n = 0; n < themesSize.sources; n++) {
    const turns = Array.from({ length: 60 }, (_, turn) => `${turn % 2 ? `P${n}` : 'Interviewer'}: ${speak(60)}.`);
    const bytes = new TextEncoder().encode(turns.join('\n\n'));
    const [item] = await core.call('import.preview', { study, files: [{ name: `talk-${n}.txt`, bytes }] });
    const overrides = { group: groups[n % groups.length] ?? null, phase: 1 + (n % 2) };
    await core.call('import.commit', { study, items: [{ draft: item?.draft ?? '', ...overrides }] });
  }
  const spans = await spokenSpans(core, study, next);
  const codes: CodeId[] = [];
  for (let n = 0; n < themesSize.codes; n++)
    codes.push((await core.call('code.create', { study, name: `${speak(2)} ${n}`, definition: speak(12) })).id);
  let reached = 0;
  const code = async (id: CodeId, extracts: number) => {
    for (let made = 0; made < extracts; made += perCall) {
      const some = spans.slice(reached, reached + Math.min(perCall, extracts - made));
      reached += some.length;
      await core.call('coding.applyMany', { study, spans: some, codes: [id] });
    }
  };
  const share = (all: number, parts: number, index: number) =>
    Math.floor((all * (index + 1)) / parts) - Math.floor((all * index) / parts);
  for (const [index, id] of codes.entries()) {
    const rest = index - codesInTheme;
    await code(
      id,
      rest < 0
        ? share(themesSize.heavy, codesInTheme, index)
        : share(themesSize.extracts - themesSize.heavy, codes.length - codesInTheme, rest),
    );
  }
  const { outcomes } = await core.call('framework.get', { study });
  const themes: ThemeId[] = [];
  for (let n = 0; n < themesSize.themes; n++) {
    const under = Array.from({ length: 1 + (n % 3) }, (_, step) => outcomes[(n * 2 + step * 3) % outcomes.length]?.id);
    const made = await core.call('theme.create', {
      study,
      name: `${speak(3 + (n % 4))} ${n}`,
      concept: speak(14),
      definition: speak(30),
      isNot: speak(12),
      codes: codes.slice(n * codesInTheme, (n + 1) * codesInTheme),
      outcomes: [...new Set(under)].flatMap(id => id ?? []),
      parent: n % 6 === 5 ? (themes[n - 1] ?? null) : null,
      ...(n % 2 === 1 && { status: n % 6 === 1 ? ('defined' as const) : ('reviewed' as const), reason: 'Bench' }),
    });
    themes.push(made.id);
  }
  for (let n = 0; n + 7 < themes.length; n += 2) {
    const [from, to] = [themes[n], themes[n + 7]];
    if (from && to) await core.call('relation.create', { study, from, to, kind: kinds[(n / 2) % kinds.length] ?? '' });
  }
  await core.close();
  const [heavy, light] = themes;
  if (!heavy || !light) throw new Error('no theme was made');
  return { path, heavy, light };
}

type Asking = Pick<ReturnType<typeof benchCore>, 'call'>;

/** Stretches of participants' turns, no two alike, as many as there are extracts. */
async function spokenSpans(core: Asking, study: string, next: (most: number) => number) {
  const sources = await core.call('source.list', { study });
  const seen = new Set<string>();
  const turns: { readonly source: SourceId; readonly start: number; readonly end: number }[] = [];
  for (const { id } of sources) {
    const read = await core.call('source.get', { study, source: id });
    const asking = read.speakers.find(one => one.role === 'interviewer')?.id;
    for (const turn of read.turns) if (turn.speaker !== asking) turns.push({ source: id, ...turn });
  }
  const spans: { source: SourceId; start: number; end: number }[] = [];
  for (let tried = 0; spans.length < themesSize.extracts; tried++) {
    const turn = turns[tried % turns.length];
    if (!turn) throw new Error('there is nothing to code');
    const start = turn.start + next(Math.max(1, turn.end - turn.start - 60));
    const end = Math.min(turn.end, start + 30 + next(200));
    const key = `${turn.source} ${start} ${end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    spans.push({ source: turn.source, start, end });
  }
  return spans;
}
