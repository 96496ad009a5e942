import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCode } from '../../db/codes.ts';
import { addCoding } from '../../db/codings.ts';
import { codeWeights, themeWeights } from '../../db/evidence.ts';
import { perform } from '../../db/journal.ts';
import { latestVersion } from '../../db/migrate.ts';
import { addSource, sourceText } from '../../db/sources.ts';
import { founding } from '../../db/study.ts';
import { createStudyFile } from '../../db/studyFile.ts';
import { setThemeOutcomes } from '../../db/themeOutcomes.ts';
import { addTheme, setThemeCodes } from '../../db/themes.ts';
import type { Draft } from '../../shared/model/draft.ts';
import { defaultFrameworkTitle, defaultOutcomes } from '../../shared/model/framework.ts';
import type { CodeId, OutcomeId } from '../../shared/model/ids.ts';
import { newId } from '../../shared/model/ids.ts';
import { createWords, random } from './words.ts';

/** Raised when what is built changes, so that a study kept from before is not taken for it. */
const made = 2;

export type BigSize = {
  readonly sources: number;
  readonly words: number;
  readonly codings: number;
  readonly codes: number;
};

/** The study of the speed table: 2,000 sources of 8,000 words with 500,000 codings. */
export const fullSize: BigSize = { sources: 2_000, words: 8_000, codings: 500_000, codes: 500 };
/** A tenth of it, for a quick look. */
export const smallSize: BigSize = { sources: 200, words: 8_000, codings: 50_000, codes: 200 };

/** Path of a study of that size, built through the same writing functions as the app's own and kept in `.cache/bench`. The first code has a fiftieth of all codings. */
export function bigStudy(size: BigSize, say: (line: string) => void): string {
  const folder = join(import.meta.dirname, '../../.cache/bench');
  mkdirSync(folder, { recursive: true });
  const stem = `study-${size.sources}-${size.codings}-`;
  const path = join(folder, `${stem}v${latestVersion()}.${made}.ninefold`);
  if (existsSync(path)) return path;
  for (const old of readdirSync(folder).filter(name => name.startsWith(stem))) rmSync(join(folder, old));
  const building = `${path}.building`;
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${building}${end}`, { force: true });
  const began = performance.now();
  build(building, size);
  renameSync(building, path);
  say(
    `built a study of ${size.sources} sources and ${size.codings} codings in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return path;
}

const groups = ['CYP', 'Parent/Carer', 'Professional', 'Staff'];

function build(path: string, { sources, words, codings, codes }: BigSize): void {
  const file = createStudyFile(path);
  const coder = founding(file, {
    title: 'Bench',
    coder: 'Bench',
    framework: { title: defaultFrameworkTitle, outcomes: defaultOutcomes },
  });
  const at = '2026-01-01T00:00:00.000Z';
  const act = (command: string) => ({ coder: coder.id, command, input: {} });
  const next = random(7);
  const speak = createWords(11);
  const list: CodeId[] = [];
  perform(file, act('code.create'), write => {
    for (let n = 0; n < codes; n++)
      list.push(addCode(file.read, write, { name: `${speak(2)} ${n}`, definition: speak(20), coder: coder.id, at }));
    const outcomes = file.read.all<{ id: OutcomeId }>('SELECT id FROM outcome ORDER BY position');
    for (let n = 0; n < codes / 20; n++) {
      const fields = { name: `Theme ${n}`, concept: speak(12), definition: speak(40), status: 'candidate' } as const;
      const theme = addTheme(file.read, write, fields, coder.id, at);
      setThemeCodes(file.read, write, theme, list.slice(n * 20, n * 20 + 20));
      setThemeOutcomes(file.read, write, theme, [outcomes[n % outcomes.length]?.id ?? (newId() as OutcomeId)], null);
    }
    return { result: null, summary: 'Made codes and themes' };
  });
  const perSource = codings / sources;
  for (let first = 0; first < sources; first += 25) {
    perform(file, act('import.commit'), write => {
      for (let n = first; n < Math.min(sources, first + 25); n++) {
        const draft = draftOf(n, words, speak, next);
        const bytes = new TextEncoder().encode(draft.text);
        const id = addSource(file.read, write, {
          draft,
          fileName: `interview-${n}.txt`,
          bytes,
          sha256: n.toString(16).padStart(64, '0'),
          coder: coder.id,
          at,
        });
        const text = sourceText(file.read, id);
        for (let made = 0; made < perSource; ) {
          const turn = draft.turns[next(draft.turns.length)];
          if (!turn) break;
          const start = wordStart(text, turn.start + next(turn.end - turn.start));
          const end = wordEnd(text, Math.min(start + 40 + next(260), text.length));
          const code = list[next(50) === 0 ? 0 : next(codes)];
          if (code === undefined || end <= start) continue;
          addCoding(file.read, write, { source: id, text, span: { start, end }, code, coder: coder.id, at });
          made++;
        }
      }
      return { result: null, summary: 'Imported and coded' };
    });
  }
  // As the first look at the codebook and the themes does; from then on only what changes is weighed again.
  codeWeights(file.read);
  themeWeights(file.read);
  file.close();
}

function draftOf(n: number, words: number, speak: (words: number) => string, next: (most: number) => number): Draft {
  const turns: { start: number; end: number; speaker: number; fromMs: null; toMs: null }[] = [];
  const parts: string[] = [];
  let reached = 0;
  let left = words;
  for (let turn = 0; left > 0; turn++) {
    const long = Math.min(left, turn % 2 === 0 ? 8 + next(30) : 40 + next(180));
    const said = `${speak(long)}.`;
    left -= long;
    parts.push(said);
    turns.push({ start: reached, end: reached + said.length, speaker: turn % 2, fromMs: null, toMs: null });
    reached += said.length + 2;
  }
  const text = parts.join('\n\n');
  const voice = (label: string, role: 'interviewer' | 'participant') => ({
    label,
    name: label,
    role,
    supportRole: null,
    turns: turns.length / 2,
    words: words / 2,
  });
  return {
    title: `Interview ${n}`,
    kind: 'interview',
    group: groups[n % groups.length] ?? null,
    phase: 1 + (n % 2),
    participant: `P${n % 400}`,
    format: 'txt',
    encoding: 'UTF-8',
    text,
    turns,
    speakers: [voice('Interviewer', 'interviewer'), voice(`P${n % 400}`, 'participant')],
    words,
    metadata: [],
    leftOut: [],
    warnings: [],
  };
}

const wordStart = (text: string, at: number) => text.lastIndexOf(' ', at) + 1;
function wordEnd(text: string, at: number): number {
  const space = text.slice(at).search(/\s|$/);
  return at + space;
}
