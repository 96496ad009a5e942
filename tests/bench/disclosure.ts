import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchCore, benchCore } from './benchCore.ts';
import { ms, time } from './measure.ts';
import { benchNamesList } from './names.ts';
import type { Report } from './report.ts';
import { createWords, random } from './words.ts';

const sources = 30;
const turnsInSource = 200;
const wordsInTurn = 50;
const quotes = 3_230;

/** Times the disclosure check of a whole study on the real core and a real file, with the key open and each participant's attributes printed. */
export async function benchDisclosure({ row }: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'));
  const core = benchCore(folder);
  try {
    const study = await disclosureStudy(core, join(folder, 'disclosure.ninefold'));
    const on = { study };
    let found = 0;
    const check = async () => {
      found = (await core.call('disclosure.check', on)).findings.length;
    };
    const taken = await time(5, check, () => undefined);
    const size = `${sources} transcripts, 300,000 words, ${quotes.toLocaleString('en-GB')} quotes, ${benchNamesList.length} replacements`;
    row(
      'disclosure check',
      `${size}, ${found.toLocaleString('en-GB')} findings`,
      `${ms(taken.median)} ms, p95 ${ms(taken.p95)} ms`,
      '–',
      '2,000 ms',
    );
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Interviews and focus groups with replaced names in them, attributes of participants, and a few sensitive extracts. */
export async function disclosureStudy({ call }: BenchCore, path: string): Promise<string> {
  const { handle: study } = await call('study.create', { title: 'Disclosure', coder: 'Bench', path });
  const say = createWords(5);
  const next = random(9);
  const codes = [];
  for (let n = 0; n < 40; n++) codes.push((await call('code.create', { study, name: `Code ${n}` })).id);
  for (let n = 0; n < 20; n++)
    await call('theme.create', { study, name: `Theme ${n}`, codes: codes.slice(n * 2, n * 2 + 2) });
  const school = await call('attribute.create', { study, name: 'School', kind: 'text' });
  for (let n = 0; n < sources; n++) {
    const group = n % 3 === 0;
    const turns = Array.from({ length: turnsInSource }, (_, turn) => {
      const words = say(wordsInTurn).split(' ');
      words.splice(
        next(words.length),
        0,
        turn % 9 === 0 ? (benchNamesList[next(benchNamesList.length)] ?? '') : 'my son, he',
      );
      const who = turn % 2 === 0 ? 'Interviewer' : group ? `Parent ${turn % 7}` : `CYP${n}`;
      return `${who}: ${words.join(' ')}`;
    });
    const file = { name: `source-${n}.txt`, bytes: new TextEncoder().encode(turns.join('\n\n')) };
    const facts = group
      ? ({ kind: 'focus group', group: 'Parent/Carer', phase: n + 1 } as const)
      : ({ kind: 'interview', group: 'CYP', participant: `CYP${n}` } as const);
    const [item] = await call('import.preview', { study, files: [file], facts });
    await call('import.commit', { study, items: [{ draft: item?.draft ?? '' }] });
  }
  await call('key.make', { study, passphrase: 'bench passphrase' });
  const entries = benchNamesList.map((name, n) => ({ label: `[person ${n + 1}]`, terms: [name] }));
  await call('replacement.apply', { study, entries, keep: 'key' });
  for (const { id: participant } of (await call('people.list', { study })).participants)
    await call('people.setValue', { study, participant, attribute: school.id, value: `School ${next(4)}` });
  const all = await call('source.list', { study });
  for (const [index, source] of all.entries()) {
    const share = Math.ceil((quotes - index) / all.length);
    const { turns } = await call('source.get', { study, source: source.id });
    const spans = Array.from({ length: share }, (_, n) => {
      const turn = turns[(n * 2 + 1) % turns.length] ?? turns[0];
      const start = (turn?.start ?? 0) + Math.floor(n / 100);
      return { source: source.id, start, end: Math.min(source.characters, start + 200) };
    });
    await call('coding.applyMany', { study, spans, codes: [codes[index % codes.length] ?? codes[0]!] });
    if (spans[0]) await call('sensitive.mark', { study, extract: spans[0], kind: 'weapons' });
  }
  return study;
}
