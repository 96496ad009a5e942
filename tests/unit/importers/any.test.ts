import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importTranscript } from '../../../shared/importers/index.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import { sourceFormats } from '../../../shared/model/kinds.ts';
import { countWords } from '../../../shared/text/words.ts';
import { documentXml, docx } from '../../builders/docx.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** What a draft promises, whatever it was made of. */
function keepsToItsWord(draft: Draft): void {
  expect(draft.text).not.toMatch(/\r|^\uFEFF/);
  expect(draft.text).toBe(draft.turns.map(turn => draft.text.slice(turn.start, turn.end)).join('\n\n'));
  let reached = -2;
  for (const turn of draft.turns) {
    expect(turn.start).toBe(reached + 2);
    expect(turn.end).toBeGreaterThan(turn.start);
    const words = draft.text.slice(turn.start, turn.end);
    expect(words).toBe(words.trim());
    if (turn.speaker !== null) expect(draft.speakers[turn.speaker]).toBeDefined();
    if (turn.fromMs !== null && turn.toMs !== null) expect(turn.toMs).toBeGreaterThanOrEqual(turn.fromMs);
    reached = turn.end;
  }
  expect(draft.words).toBe(countWords(draft.text));
  expect(draft.words).toBeGreaterThan(0);
  expect(new Set(draft.speakers.map(speaker => speaker.label)).size).toBe(draft.speakers.length);
  for (const [index, speaker] of draft.speakers.entries()) {
    const own = draft.turns.filter(turn => turn.speaker === index);
    expect(speaker.label.trim()).not.toBe('');
    expect(speaker.turns).toBe(own.length);
    expect(speaker.turns).toBeGreaterThan(0);
    expect(speaker.words).toBe(own.reduce((sum, turn) => sum + countWords(draft.text.slice(turn.start, turn.end)), 0));
  }
  expect(draft.title.trim()).not.toBe('');
  expect(draft.title).not.toContain('\n');
}

/** Pieces of all the formats, so that random texts come near to real ones. */
const scraps = fc.constantFrom(
  'Interviewer: ',
  'Robin: ',
  'CYP2',
  ': ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '---\n',
  'Title: ',
  'Phase: 2\n',
  'WEBVTT\n\n',
  '00:00:01.000 --> 00:00:02.000\n',
  '00:00:03,000 --> 00:00:02,000\n',
  '0:00:01.000,0:00:02.000\n',
  '<v Robin>',
  '</v>',
  '1\n',
  'NOTE ',
  '[00:01:02] ',
  '# ',
  '**',
  '| a | b |\n',
  '- ',
  '\t',
  '\u00A0',
  '\uFEFF',
  '\u200B',
  'words of speech ',
  'שלום ',
  '\u{1F6A3} ',
  'e\u0301',
  '{\\rtf1\\ansi ',
  '\\par ',
  '}',
  '<w:p><w:r><w:t>',
  '</w:t></w:r></w:p>',
  '&amp;',
  '<',
);
const texts = fc.array(
  fc.oneof({ weight: 4, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  {
    maxLength: 40,
  },
);
const names = fc.constantFrom(...sourceFormats).map(format => `interview-CYP2.${format}`);
const bytes = fc.oneof(
  { weight: 5, arbitrary: texts.map(parts => encode(parts.join(''))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  { weight: 2, arbitrary: texts.map(parts => docx(parts.join(''))) },
  {
    weight: 1,
    arbitrary: texts.map(parts =>
      docx(`<w:p><w:r><w:t>${parts.join('').replace(/[<&]|[^\P{C}\r\n\t]/gu, '')}</w:t></w:r></w:p>`),
    ),
  },
  {
    weight: 1,
    arbitrary: texts.map(parts =>
      zipSync({ 'word/document.xml': encode(documentXml(parts.join(''))), 'content.xml': encode(parts.join('')) }),
    ),
  },
);

describe('any file under any name', () => {
  it('becomes a draft that keeps to its word, or is refused by name', async () => {
    await fc.assert(
      fc.asyncProperty(names, bytes, async (name, content) => {
        const result = await importTranscript({ name, bytes: content });
        if (result.ok) keepsToItsWord(result.draft);
        else expect(result.error.message.startsWith(`${name}: `)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  // Time that grew with the square of the length would go far beyond the limit of this test.
  it('is read in time that grows with its length alone', async () => {
    for (const unit of [
      'Robin: a\n',
      'a: ',
      ' \t',
      '** ',
      '\\',
      '<',
      '{\\par ',
      '00:01 ',
      '[00:00:01] x',
      '-->',
      'aA ',
    ]) {
      const content = encode(`${unit.repeat(Math.ceil(400_000 / unit.length))} words`);
      for (const format of ['txt', 'md', 'vtt', 'srt', 'sbv', 'rtf'] as const) {
        const result = await importTranscript({ name: `a.${format}`, bytes: content });
        if (result.ok) keepsToItsWord(result.draft);
        else expect(result.error.message).toContain(`a.${format}`);
      }
    }
  }, 60_000);
});

/** Words without anything that a format gives a meaning to. */
const plain = fc
  .array(fc.stringMatching(/^[a-zé’]{1,8}$/), { minLength: 1, maxLength: 12 })
  .map(words => `W${words.join(' ')}.`);
const exchange = fc.array(fc.tuple(fc.constantFrom('Interviewer', 'CYP2', 'Mentor (supporting CYP2)'), plain), {
  minLength: 4,
  maxLength: 20,
});
const clock = (seconds: number, mark: string) => `00:00:${String(seconds).padStart(2, '0')}${mark}000`;

describe('speech written out', () => {
  it.each([
    [
      'txt',
      (turns: readonly (readonly [string, string])[]) =>
        encode(turns.map(([who, said]) => `${who}: ${said}`).join('\n')),
    ],
    [
      'md',
      (turns: readonly (readonly [string, string])[]) =>
        encode(turns.map(([who, said]) => `**${who}:** ${said}`).join('\n\n')),
    ],
    [
      'docx',
      (turns: readonly (readonly [string, string])[]) =>
        docx(turns.map(([who, said]) => `<w:p><w:r><w:t>${who}: ${said}</w:t></w:r></w:p>`).join('')),
    ],
    [
      'vtt',
      (turns: readonly (readonly [string, string])[]) =>
        encode(
          `WEBVTT\n\n${turns.map(([who, said], n) => `${clock(n, '.')} --> ${clock(n + 1, '.')}\n<v ${who}>${said}</v>`).join('\n\n')}`,
        ),
    ],
    [
      'srt',
      (turns: readonly (readonly [string, string])[]) =>
        encode(
          turns
            .map(([who, said], n) => `${n + 1}\n${clock(n, ',')} --> ${clock(n + 1, ',')}\n${who}: ${said}`)
            .join('\n\n'),
        ),
    ],
  ])('as .%s comes back: every word under its speaker, none besides', async (format, write) => {
    await fc.assert(
      fc.asyncProperty(exchange, async turns => {
        const result = await importTranscript({ name: `a.${format}`, bytes: write(turns) });
        if (!result.ok) throw new Error(result.error.message);
        const { draft } = result;
        keepsToItsWord(draft);
        const bySpeaker = (list: readonly (readonly [string, string])[]) => {
          const runs: [string, string][] = [];
          for (const [who, said] of list) {
            const last = runs.at(-1);
            if (last?.[0] === who) last[1] += ` ${said}`;
            else runs.push([who, said]);
          }
          return runs;
        };
        const read = draft.turns.map(turn => {
          const label = turn.speaker === null ? '' : (draft.speakers[turn.speaker]?.label ?? '');
          return [label, draft.text.slice(turn.start, turn.end)] as const;
        });
        expect(bySpeaker(read)).toEqual(bySpeaker(turns));
      }),
      { numRuns: 60 },
    );
  });
});
