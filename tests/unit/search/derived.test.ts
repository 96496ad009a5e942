import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkStudy } from '../../../db/check.ts';
import { addCode, listCodes, removeCode } from '../../../db/codes.ts';
import { addCoding } from '../../../db/codings.ts';
import { codeWeights, outcomeWeights, themeWeights } from '../../../db/evidence.ts';
import { readExtracts } from '../../../db/extracts.ts';
import { getFramework } from '../../../db/frameworks.ts';
import { perform } from '../../../db/journal.ts';
import { searchStudy } from '../../../db/search.ts';
import { addSource, listSources, removeSource, turnsOf } from '../../../db/sources.ts';
import { countStudy } from '../../../db/study.ts';
import { openStudyFile, type StudyFile } from '../../../db/studyFile.ts';
import { setThemeOutcomes } from '../../../db/themeOutcomes.ts';
import { removeTheme } from '../../../db/themeShape.ts';
import { addTheme, setThemeCodes, themeRows } from '../../../db/themes.ts';
import { redo, undo } from '../../../db/undo.ts';
import type { Writer } from '../../../db/writer.ts';
import { evidenceOf } from '../../../shared/analysis/evidence.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import type { Coder } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { newId } from '../../../shared/model/ids.ts';
import type { SpeakerRole } from '../../../shared/model/kinds.ts';
import { piecesOf } from '../../../shared/text/search/pieces.ts';
import { tokensOf } from '../../../shared/text/search/tokens.ts';
import { newStudy, tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

const at = '2026-11-25T10:00:00.000Z';
const words = ['Trust', 'trust', 'mentor', 'café', 'boat', 'yard', 'I’d', '👩‍👩‍👧', 'naïve', 'untrusting'];

function draft(seed: number): Draft {
  let state = seed + 1;
  const next = (most: number) => {
    state = (state * 48271) % 2147483647;
    return state % most;
  };
  const roles: SpeakerRole[] = ['interviewer', 'participant', 'supporter'];
  const parts: string[] = [];
  const turns: Draft['turns'][number][] = [];
  let reached = 0;
  for (let turn = 0; turn < 2 + next(5); turn++) {
    const said = Array.from({ length: 1 + next(8) }, () => words[next(words.length)]).join(next(3) === 0 ? ', ' : ' ');
    const speaker = next(4);
    turns.push({
      start: reached,
      end: reached + said.length,
      speaker: speaker === 3 ? null : speaker,
      fromMs: null,
      toMs: null,
    });
    parts.push(said);
    reached += said.length + 2;
  }
  const speakers = roles.map(role => ({ label: role, name: role, role, supportRole: null, turns: 1, words: 1 }));
  return {
    title: `Source ${seed}`,
    kind: 'interview',
    group: 'CYP',
    phase: 1,
    participant: seed % 2 === 0 ? `P${seed % 4}` : null,
    format: 'txt',
    encoding: 'UTF-8',
    text: parts.join('\n\n'),
    turns,
    speakers,
    words: 1,
    metadata: [],
    leftOut: [],
    warnings: [],
  };
}

type Act = readonly [kind: string, a: number, b: number, c: number];
const kinds = [
  'source',
  'source',
  'code',
  'coding',
  'coding',
  'coding',
  'coding',
  'uncode',
  'recode',
  'stretch',
  'unsource',
  'uncoded',
  'theme',
  'themeCodes',
  'themeOutcomes',
  'untheme',
  'role',
  'turn',
  'rename',
  'memo',
  'unmemo',
  'person',
  'text',
  'undo',
  'undo',
  'redo',
];
const acts = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(997), fc.nat(997), fc.nat(997)), {
  minLength: 5,
  maxLength: 40,
});

/** Does one act on what there is; acts on nothing do nothing. */
function doAct(file: StudyFile, coder: Coder, [kind, a, b, c]: Act): void {
  const { read } = file;
  if (kind === 'undo' || kind === 'redo') {
    try {
      (kind === 'undo' ? undo : redo)(file, coder.id);
    } catch (thrown) {
      if (!(thrown instanceof NinefoldError)) throw thrown;
    }
    return;
  }
  const pick = <T extends { readonly id: string }>(table: string, n: number): T | undefined => {
    const rows = read.all<T>(`SELECT * FROM ${table} ORDER BY id`);
    return rows[n % Math.max(1, rows.length)];
  };
  perform(file, { coder: coder.id, command: kind, input: {} }, write => {
    work(file, coder, write, kind, pick, [a, b, c]);
    return { result: null, summary: kind };
  });
}

type Pick = <T extends { readonly id: string }>(table: string, n: number) => T | undefined;
type Any = { readonly id: never } & Readonly<Record<string, never>>;

function work(
  file: StudyFile,
  coder: Coder,
  write: Writer,
  kind: string,
  pick: Pick,
  [a, b, c]: readonly [number, number, number],
) {
  const { read } = file;
  const source = pick<Any>('source', a);
  const code = pick<Any>('code', b);
  const coding = pick<Any>('coding', a);
  const theme = pick<Any>('theme', a);
  const memo = pick<Any>('memo', a);
  const outcomes = getFramework(read).outcomes;
  const sha256 = () => `${newId()}`.replaceAll('-', '').padEnd(64, '0');
  switch (kind) {
    case 'source':
      addSource(read, write, {
        draft: draft(a),
        fileName: `${a}.txt`,
        bytes: new Uint8Array([a % 256]),
        sha256: sha256(),
        coder: coder.id,
        at,
      });
      break;
    case 'code':
      addCode(read, write, { name: `Code ${newId()}`, definition: words[a % words.length], coder: coder.id, at });
      break;
    case 'coding': {
      if (!source || !code) break;
      const text = read.get<{ text: string }>(
        'SELECT text FROM text_revision WHERE id = ?',
        source.text_id as never,
      )!.text;
      const start = c % text.length;
      addCoding(read, write, {
        source: source.id,
        text,
        span: { start, end: Math.min(text.length, start + 1 + (b % 9)) },
        code: code.id,
        coder: coder.id,
        at,
      });
      break;
    }
    case 'uncode':
      if (coding) write.remove('coding', coding.id);
      break;
    case 'recode':
      if (coding && code) write.update('coding', coding.id, { code_id: code.id });
      break;
    case 'stretch':
      if (coding) write.update('coding', coding.id, { end_at: Number(coding.end_at) + 1, quoted: '?' });
      break;
    case 'unsource':
      if (source) removeSource(read, write, source.id);
      break;
    case 'uncoded':
      if (code) removeCode(read, write, code.id);
      break;
    case 'theme':
      addTheme(
        read,
        write,
        { name: `Theme ${newId()}`, concept: 'trust', definition: '', status: 'candidate' },
        coder.id,
        at,
      );
      break;
    case 'themeCodes':
      if (theme)
        setThemeCodes(
          read,
          write,
          theme.id,
          read
            .all<{ id: never }>('SELECT id FROM code')
            .filter((_, n) => (b + n) % 3 === 0)
            .map(one => one.id),
        );
      break;
    case 'themeOutcomes':
      if (theme) setThemeOutcomes(read, write, theme.id, [outcomes[b % 3]!.id, outcomes[c % 3]!.id], null);
      break;
    case 'untheme':
      if (theme) removeTheme(read, write, theme.id);
      break;
    case 'role': {
      const speaker = pick<Any>('speaker', a);
      if (speaker) write.update('speaker', speaker.id, { role: ['interviewer', 'participant'][b % 2]! });
      break;
    }
    case 'person': {
      const [speaker, participant] = [pick<Any>('speaker', a), pick<Any>('participant', b)];
      if (speaker && participant) write.update('speaker', speaker.id, { participant_id: participant.id });
      break;
    }
    case 'turn': {
      const turn = pick<Any>('turn', a);
      if (turn && Number(turn.end_at) - Number(turn.start_at) > 3)
        write.update('turn', turn.id, { end_at: Number(turn.end_at) - 2 });
      break;
    }
    case 'text': {
      if (!source) break;
      const old = read.get<{ text: string }>(
        'SELECT text FROM text_revision WHERE id = ?',
        source.text_id as never,
      )!.text;
      const textId = newId<'text'>();
      write.keepText(textId, `${old.slice(0, -1)}x`);
      write.update('source', source.id, { text_id: textId });
      break;
    }
    case 'rename':
      if (code) write.update('code', code.id, { name: `Mentor ${newId()}` });
      break;
    case 'memo':
      write.insert('memo', {
        id: newId(),
        about: 'study',
        about_id: null,
        source_id: null,
        start_at: null,
        end_at: null,
        quoted: null,
        title: 'Note',
        body: words[b % words.length]!,
        coder_id: coder.id,
        created_at: at,
        changed_at: at,
      });
      break;
    case 'unmemo':
      if (memo) write.remove('memo', memo.id);
      break;
  }
}

/** All of it worked out again from every extract, as if nothing were kept. */
function expectTrue(file: StudyFile): void {
  const { read } = file;
  const extracts = readExtracts(read);
  const spoken = extracts.filter(extract => extract.speaker?.role !== 'interviewer');
  const under = (codes: readonly string[]) =>
    extracts.filter(extract => extract.codes.some(code => codes.includes(code)));
  for (const theme of themeRows(read)) {
    const { people: _people, ...weight } = themeWeights(read).get(theme.id)!;
    expect(weight).toEqual(evidenceOf(under(theme.codes)));
    expect(readExtracts(read, theme.codes)).toEqual(under(theme.codes));
  }
  const themes = new Map(themeRows(read).map(theme => [theme.id, theme]));
  for (const outcome of getFramework(read).outcomes) {
    const codes = outcome.themes.flatMap(id => themes.get(id)?.codes ?? []);
    expect(outcomeWeights(read).get(outcome.id)?.extracts).toBe(evidenceOf(under(codes)).extracts);
  }
  for (const code of listCodes(read)) {
    const all = under([code.id]);
    expect(code.extracts).toBe(all.length);
    expect(code.sources).toBe(new Set(all.map(one => one.source.id)).size);
    expect(codeWeights(read).get(code.id)?.extracts).toBe(spoken.filter(one => one.codes.includes(code.id)).length);
  }
  for (const source of listSources(read)) {
    expect(source.turns).toBe(read.count('SELECT count(*) FROM turn WHERE source_id = ?', source.id));
    expect(source.codings).toBe(read.count('SELECT count(*) FROM coding WHERE source_id = ?', source.id));
  }
  expect(countStudy(read)).toMatchObject({
    turns: read.count('SELECT count(*) FROM turn'),
    codings: read.count('SELECT count(*) FROM coding'),
  });
}

const find = (file: StudyFile, text: string, mode: 'words' | 'substring' = 'words', more = {}) =>
  searchStudy(file.read, {
    text,
    mode,
    typing: false,
    places: ['transcripts', 'memos', 'codebook', 'themes'],
    sources: null,
    speakers: null,
    filter: undefined,
    offset: 0,
    limit: 2000,
    ...more,
  });

/** Search finds just what reading every text finds. */
function expectFound(file: StudyFile): void {
  const { read } = file;
  const texts = listSources(read).map(source => ({
    id: source.id,
    text: read.get<{ text: string }>(
      'SELECT r.text FROM source s JOIN text_revision r ON r.id = s.text_id WHERE s.id = ?',
      source.id,
    )!.text,
  }));
  for (const [typed, mode, holds] of [
    ['trust', 'words', (word: string) => word === 'trust'],
    ['CAFE', 'words', (word: string) => word === 'cafe'],
    ['tru*', 'words', (word: string) => word.startsWith('tru')],
    ['rust', 'substring', (word: string) => word.includes('rust')],
  ] as const) {
    const wanted = texts.flatMap(({ id, text }) =>
      piecesOf(text, turnsOf(read, id)).flatMap(piece =>
        tokensOf(text.slice(piece.start, piece.end))
          .filter(token => holds(token.folded))
          .map(token => [id, piece.start + token.start + (mode === 'words' ? 0 : token.folded.indexOf('rust'))]),
      ),
    );
    const found = find(file, typed, mode);
    expect(found.hits.map(hit => [hit.source, hit.start])).toEqual(wanted);
    expect(found).toMatchObject({ total: wanted.length, exact: true });
  }
  const memos = read.count("SELECT count(*) FROM memo WHERE body LIKE 'trust'");
  const named = read.count("SELECT count(*) FROM code WHERE name LIKE 'Mentor %' OR definition = 'mentor'");
  expect(find(file, 'trust').notes.filter(note => note.kind === 'memo')).toHaveLength(memos);
  expect(find(file, 'mentor').notes.filter(note => note.kind === 'code')).toHaveLength(named);
}

describe('what is worked out beside the study', () => {
  test('is right after any run of acts, undo and redo among them, and after opening again', () => {
    fc.assert(
      fc.property(acts, run => {
        const path = `${folder.path}/${newId()}.ninefold`;
        const { file, coder } = newStudy(path);
        for (const [index, act] of run.entries()) {
          doAct(file, coder, act);
          if (index % 4 === 0) expectTrue(file);
        }
        expectTrue(file);
        expectFound(file);
        expect(checkStudy(file).findings.filter(finding => finding.code === 'index')).toEqual([]);
        file.close();
        const again = openStudyFile(path);
        expectTrue(again);
        expectFound(again);
        again.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('a command that fails leaves the index as it was, and the next one right', () => {
    const { file, coder } = newStudy(`${folder.path}/a.ninefold`);
    doAct(file, coder, ['source', 1, 0, 0]);
    const before = find(file, 'trust');
    const fail = () =>
      perform(file, { coder: coder.id, command: 'source', input: {} }, write => {
        work(file, coder, write, 'source', () => undefined, [2, 0, 0]);
        throw new Error('stop');
      });
    expect(fail).toThrow('stop');
    expect(find(file, 'trust')).toEqual(before);
    for (let n = 3; n < 9; n++) doAct(file, coder, ['source', n, 0, 0]);
    expectFound(file);
    file.close();
  });

  test('check names an index that is not that of the texts', () => {
    const { file, coder } = newStudy(`${folder.path}/a.ninefold`);
    doAct(file, coder, ['source', 1, 0, 0]);
    expect(checkStudy(file).ok).toBe(true);
    file.db.exec('DELETE FROM search_index WHERE rowid = (SELECT min(rowid) FROM search_index)');
    file.db.exec('UPDATE source_count SET codings = 7');
    expect(checkStudy(file).findings.map(finding => finding.message)).toEqual([
      expect.stringContaining('The search index holds'),
      expect.stringContaining('miscounted'),
    ]);
    file.close();
  });
});
