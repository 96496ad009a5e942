import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchCore, benchCore } from './benchCore.ts';
import { ms, time } from './measure.ts';
import type { Report } from './report.ts';
import { createWords, random } from './words.ts';

const sources = 60;
const wordsInTurn = 50;
const turnsInSource = 100;
const codingsInSource = 170;
const names = 200;

/** Times what is done about words that identify, on the real core and a real file: finding, replacing, taking back, suggesting, the copy without the key. Each replacing is of a fresh study. */
export async function benchNames({ row }: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const core = benchCore(folder);
  const base = join(folder, 'names.ninefold');
  const size = `${names} replacements, 300,000 words, ${(sources * codingsInSource).toLocaleString('en-GB')} codings`;
  const entries = benchNamesList.map((name, n) => ({ label: `[person ${n + 1}]`, terms: [name] }));
  const terms = benchNamesList.slice();
  let copies = 0;
  const fresh = async () => {
    const path = join(folder, `names-${copies++}.ninefold`);
    copyFileSync(base, path);
    const { handle } = await core.call('study.open', { path });
    await core.call('key.make', { study: handle, passphrase: 'bench passphrase' });
    return { path, study: handle };
  };
  const apply = ({ study }: { readonly study: string }) =>
    core.call('replacement.apply', { study, entries, keep: 'key' });
  try {
    await core.call('study.close', { study: await made(core, base) });
    let open = await fresh();
    const found = await time(
      5,
      () => core.call('replacement.find', { study: open.study, terms, near: true }),
      () => undefined,
    );
    row('find their words and near spellings', size, `${ms(found.median)} ms, p95 ${ms(found.p95)} ms`, '–');
    const suggested = await time(
      3,
      () => core.call('name.suggest', { study: open.study }),
      () => undefined,
    );
    row('suggest likely names', '300,000 words', `${ms(suggested.median)} ms`, '–', '5,000 ms');
    let places = 0;
    const applied = await time(
      3,
      async () => {
        places = (await apply(open)).places;
      },
      async () => {
        await core.call('study.close', { study: open.study });
        open = await fresh();
      },
    );
    row(
      'replace them, the old words sealed and the file wiped',
      `${size}, ${places.toLocaleString('en-GB')} places, ${(statSync(base).size / 1048576).toFixed(0)} MB`,
      `${ms(applied.median)} ms`,
      '–',
      '2,000 ms',
    );
    const copied = await time(
      3,
      () => core.call('study.copy', { study: open.study, path: join(folder, `copy-${copies++}.ninefold`) }),
      () => undefined,
    );
    row('a copy without the key', size, `${ms(copied.median)} ms`, '–');
    const undone = await time(
      3,
      () => core.call('history.undo', { study: open.study }),
      async () => {
        await core.call('study.close', { study: open.study });
        open = await fresh();
        await apply(open);
      },
    );
    row('take it back', size, `${ms(undone.median)} ms`, '–');
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Invented names that no other word of the material is. */
export const benchNamesList: readonly string[] = Array.from({ length: names }, (_, n) => {
  const next = random(n + 77);
  const syllable = () => `${consonants[next(consonants.length)]}${vowels[next(vowels.length)]}`;
  const word = `${syllable()}${syllable()}${syllable()}q${n.toString(36)}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
});

async function made({ call }: BenchCore, path: string): Promise<string> {
  const { handle: study } = await call('study.create', { title: 'Names', coder: 'Bench', path });
  const say = createWords(5);
  const next = random(9);
  const codes = [];
  for (let n = 0; n < 40; n++) codes.push((await call('code.create', { study, name: `Code ${n}` })).id);
  for (let n = 0; n < sources; n++) {
    const turns = Array.from({ length: turnsInSource }, (_, turn) => {
      const words = say(wordsInTurn).split(' ');
      words.splice(next(words.length), 0, benchNamesList[next(names)] ?? '');
      return `${turn % 2 === 0 ? 'Interviewer' : 'CYP1'}: ${words.join(' ')}`;
    });
    const file = { name: `interview-${n}.txt`, bytes: new TextEncoder().encode(turns.join('\n\n')) };
    const [item] = await call('import.preview', { study, files: [file] });
    await call('import.commit', { study, items: [{ draft: item?.draft ?? '' }] });
  }
  for (const source of await call('source.list', { study })) {
    const spans = Array.from({ length: codingsInSource }, () => {
      const start = next(source.characters - 200);
      return { source: source.id, start, end: start + 40 + next(120) };
    });
    await call('coding.applyMany', { study, spans, codes: [codes[next(codes.length)] ?? codes[0]!] });
  }
  return study;
}
