import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importTranscript } from '../../../shared/importers/index.ts';
import { docx, odt, pdfOf, rtf } from '../../builders/documents.ts';
import { drafted, faults, spokenIn } from '../../builders/imported.ts';

const heads = {
  rtf: '{\\rtf1\\ansi ',
  pdf: '%PDF-1.7\n',
  sbv: '0:00:00.000,0:00:01.000\n',
  odt: 'PK\u0003\u0004',
  txt: '',
  vtt: 'WEBVTT\n\n',
} as const;

test.each(Object.entries(heads))(
  '.%s: bytes of any kind after a right head never throw, and give a whole draft or a refusal',
  async (ending, head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async tail => {
        const bytes = new Uint8Array([...new TextEncoder().encode(head), ...tail]);
        const result = await importTranscript({ name: `a.${ending}`, bytes });
        expect(result.ok ? faults(result.draft) : result.error.message).toEqual(
          result.ok ? [] : expect.stringContaining(`a.${ending}: `),
        );
      }),
      { numRuns: ending === 'pdf' ? 40 : 200 },
    );
  },
);

/** RTF made of its own marks, put together at random. */
const marks = fc.constantFrom(
  '{',
  '}',
  '\\b ',
  '\\par ',
  '\\u8211?',
  "\\'e9",
  '\\uc3 ',
  '\\*',
  '\\pict ',
  '\\bin7 ',
  '\\cell ',
  '\\row ',
  '\\intbl ',
  '\\trowd ',
  '\\fonttbl',
  '\\f1 ',
  '\\v ',
  'words ',
  'P3: ',
  '\\',
  '\n',
);

test('.rtf: marks in any order never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { maxLength: 60 }), async parts => {
      const bytes = new TextEncoder().encode(`{\\rtf1 ${parts.join('')}}`);
      const result = await importTranscript({ name: 'a.rtf', bytes });
      expect(result.ok ? faults(result.draft) : []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const word = fc.stringMatching(/^[a-zé’“”–]{1,10}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map(words => `Q ${words.join(' ')} end.`);
const talk = fc.array(fc.tuple(fc.constantFrom('Interviewer', 'P3', 'CYP 12', 'Maud Reed'), sentence), {
  minLength: 2,
  maxLength: 12,
});
const builds = {
  docx: docx,
  odt: odt,
  rtf: rtf,
} as const;

test.each(Object.entries(builds))('.%s: every speaker and every word comes back', async (ending, build) => {
  await fc.assert(
    fc.asyncProperty(talk, fc.constantFrom('plain', 'bold', 'table'), async (turns, look) => {
      const rows = turns.map(([who, said]) => [who, said]);
      const paragraphs = turns.map(([who, said]) =>
        look === 'bold' ? [{ bold: `${who}:` }, ` ${said}`] : [`${who}: ${said}`],
      );
      const draft = await drafted(`a.${ending}`, build(look === 'table' ? [{ rows }] : paragraphs));
      expect(faults(draft)).toEqual([]);
      expect(spokenIn(draft)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test('.pdf: every word comes back in order', async () => {
  await fc.assert(
    fc.asyncProperty(talk, async turns => {
      const printable = turns.map(([who, said]) => `${who}: ${said}`);
      const draft = await drafted('a.pdf', pdfOf(printable, 60));
      expect(faults(draft)).toEqual([]);
      expect(draft.text.replace(/\s+/g, ' ')).toBe(turns.map(([, said]) => said).join(' '));
    }),
    { numRuns: 40 },
  );
});

const megabyte = 1024 * 1024;
const lines = {
  words: 'so and so '.repeat(megabyte / 5),
  spaces: ' '.repeat(2 * megabyte),
  colons: 'a:'.repeat(megabyte),
  brackets: '<'.repeat(2 * megabyte),
  voices: '<v '.repeat((2 * megabyte) / 3),
  dashes: '-'.repeat(2 * megabyte),
  digits: '1'.repeat(2 * megabyte),
  tabs: 'P3\t'.repeat((2 * megabyte) / 3),
} as const;

test.each(Object.entries(lines))(
  'a line of 2 MB of %s is read within seconds in every text format',
  async (_, line) => {
    const started = performance.now();
    const frames = {
      txt: `P3: hello\n${line}\n\nP4: yes`,
      md: `**P3:** hello\n${line}\n\n**P4:** yes`,
      vtt: `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nP3: hello ${line}\n`,
      srt: `1\n00:00:01,000 --> 00:00:02,000\nP3: hello ${line}\n`,
      sbv: `0:00:01.000,0:00:02.000\nP3: hello ${line}\n`,
      rtf: `{\\rtf1 P3: hello ${line}\\par}`,
    };
    for (const [ending, text] of Object.entries(frames)) {
      const draft = await drafted(`a.${ending}`, text);
      expect(faults(draft)).toEqual([]);
      expect(draft.text).toContain('hello');
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);
