import { expect, test } from 'vitest';
import { docx, odt, rtf } from '../../builders/documents.ts';
import { drafted, refusal, spoken, spokenIn } from '../../builders/imported.ts';

const talk = [
  ['Interviewer', 'So what was it like when you first came down to the boat yard, can you remember?'],
  ['P3', 'I did not know what to expect, and to be honest I just stood there by the gate until somebody came.'],
  ['Interviewer', 'And who came?'],
  ['P3', 'The woman with the dog. She gave me a brush and said to start at the bow, so that is what I did that day.'],
] as const;

/** Breaks text at a width, further lines under an indent. */
function wrapped(text: string, width: number, indent = ''): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

test('hard-wrapped lines after a label become one paragraph', async () => {
  const text = talk.map(([who, said]) => wrapped(`${who}: ${said}`, 48)).join('\n\n');
  const draft = await drafted('a.txt', text);
  expect(spokenIn(draft)).toEqual(talk);
  expect(draft.leftOut).toContain('line ends of text broken at a fixed width');
});

test('hard-wrapped lines without blank lines between turns', async () => {
  const text = talk.map(([who, said]) => wrapped(`${who}: ${said}`, 44)).join('\n');
  expect(await spoken('a.txt', text)).toEqual(talk);
});

test('a label, spaces and continuation lines under the words', async () => {
  const indent = ' '.repeat(14);
  const text = talk
    .map(([who, said]) =>
      wrapped(
        `${who.padEnd(13)} ${said}`.replace(/ {2,}/, m => '\u0000'.repeat(m.length)),
        60,
        indent,
      ).replaceAll('\u0000', ' '),
    )
    .join('\n\n');
  expect(text).toContain('P3            I did');
  expect(await spoken('a.txt', text)).toEqual(talk);
});

test('line breaks that a person made stay', async () => {
  const text = 'P1: First,\nwe went out.\nThen back.\n\nP2: Yes.\nAlways.\nTo the yard\nand home.';
  expect(await spoken('a.txt', text)).toEqual([
    ['P1', 'First,\nwe went out.\nThen back.'],
    ['P2', 'Yes.\nAlways.\nTo the yard\nand home.'],
  ]);
});

test('a compound broken at its hyphen is joined without a space; broken-off words keep theirs', async () => {
  const long =
    'P1: I know that she is, as they say around here, a very well-\nknown skipper and she has been sailing on the river since she\nwas nine years old, which is a long time for anyone, and then\nshe will be there on the day when the new slip is opened up to\nall the people.';
  expect((await spoken('a.txt', long))[0]?.[1]).toContain('well-known skipper');
  const cut = `${long}\n\nP2: I wan- I mean I would go.`;
  expect((await spoken('a.txt', cut))[0]?.[1]).toContain('well- known');
});

test('paragraph numbers that MAXQDA printed are left out, numbers that people say are not', async () => {
  const text = [...talk, ['P3', '14 days, it was.']]
    .map(([who, said], index) => `${index + 1}   ${who}: ${said}`)
    .join('\n\n');
  const draft = await drafted('a.txt', text);
  expect(spokenIn(draft)).toEqual([...talk, ['P3', '14 days, it was.']]);
  expect(draft.leftOut).toContain('5 printed paragraph numbers');
});

test('a numbered list within speech stays as it is', async () => {
  const text =
    'P1: I want four things:\n1. a boat\n2. a brush\n3. a dog\n4. a day off\n\nP2: Me too.\n\nP1: And\n\nP2: Yes.\n\nP1: Good.\n\nP2: Fine.';
  expect((await spoken('a.txt', text))[0]?.[1]).toBe(
    'I want four things:\n1. a boat\n2. a brush\n3. a dog\n4. a day off',
  );
});

test('names alone on the line above the words', async () => {
  const text =
    'Maud\nHello there.\nCome in.\n\nRon Tait\nThank you.\n\nMaud\nSit down, then: over here.\n\nRon Tait\nYes.';
  expect(await spoken('a.txt', text)).toEqual([
    ['Maud', 'Hello there.\nCome in.'],
    ['Ron Tait', 'Thank you.'],
    ['Maud', 'Sit down, then: over here.'],
    ['Ron Tait', 'Yes.'],
  ]);
});

test('names in the first column, set off by a tab', async () => {
  expect(await spoken('a.txt', 'INT\tHow was it?\nP3\tCold.\nINT\tAnd after?\nP3\tCold too: very.')).toEqual([
    ['INT', 'How was it?'],
    ['P3', 'Cold.'],
    ['INT', 'And after?'],
    ['P3', 'Cold too: very.'],
  ]);
});

test.each([
  ['[00:00:12] P3: Cold.'],
  ['P3 (00:00:12): Cold.'],
  ['P3 [00:12]: Cold.'],
  ['P3  00:12\nCold.'],
  ['[00:00:12] - P3\nCold.'],
  ['[P3] 00:00:12\nCold.'],
  ['00:12 P3: Cold.'],
  ['[P3] 00:12: Cold.'],
])('a time code beside the label: %s', async head => {
  const draft = await drafted('a.txt', `${head}\n\nP4: Yes.`);
  expect(spokenIn(draft)[0]).toEqual(['P3', 'Cold.']);
  expect(draft.turns[0]?.fromMs).toBe(12_000);
});

test('sentences with a colon are not speakers, even if they come again', async () => {
  const text =
    'P3: He rang.\n\nSo I said: no way.\n\nP4: Right.\n\nSo I said: no chance.\n\nThe thing is: we went.\n\nThe thing is: we came back.';
  expect((await drafted('a.txt', text)).speakers.map(one => one.label)).toEqual(['P3', 'P4']);
});

test('initials and short titles are names', async () => {
  const text = 'Dr. Hale: Good morning.\n\nJ. Moss: Morning.\n\nDr. Hale: Sit.\n\nJ. Moss: Thanks.';
  expect((await drafted('a.txt', text)).speakers.map(one => one.label)).toEqual(['Dr. Hale', 'J. Moss']);
});

test('the head of a transcript is kept beside the source and is not speech', async () => {
  const text =
    'Boat yard evaluation\n\nDate: 3 May 2031\nInterviewer: Jo Marsh\nParticipant: P3\nDuration: 41 minutes\n\nInterviewer: Shall we?\n\nP3: Go on. Date: I never know.';
  const draft = await drafted('a.txt', text);
  expect(spokenIn(draft)).toEqual([
    ['Interviewer', 'Shall we?'],
    ['P3', 'Go on. Date: I never know.'],
  ]);
  expect(draft.metadata).toEqual([
    ['Date', '3 May 2031'],
    ['Interviewer', 'Jo Marsh'],
    ['Participant', 'P3'],
    ['Duration', '41 minutes'],
  ]);
  expect(draft.title).toBe('Boat yard evaluation');
});

test('running heads, feet and page numbers between form feeds are left out', async () => {
  const page = (number: number) =>
    `Boat yard study – confidential\n\nP3: Said on page ${'abcd'[number]}.\n\nP4: Yes.\n\n- ${number + 1} -`;
  const draft = await drafted('a.txt', [0, 1, 2, 3].map(page).join('\n\f'));
  expect(draft.text).not.toMatch(/confidential|- \d -/);
  expect(draft.turns).toHaveLength(8);
});

const formats = [
  ['docx', docx],
  ['odt', odt],
  ['rtf', rtf],
] as const;

test.each(formats)('.%s: bold names, on their own line or before the words', async (ending, build) => {
  expect(
    await spoken(
      `a.${ending}`,
      build([
        [{ bold: 'Maud' }],
        ['Hello.'],
        ['And again.'],
        [{ bold: 'Ron Tait:' }],
        ['Thanks.'],
        [{ bold: 'Maud' }],
        ['Bye.'],
      ]),
    ),
  ).toEqual([
    ['Maud', 'Hello.\nAnd again.'],
    ['Ron Tait', 'Thanks.'],
    ['Maud', 'Bye.'],
  ]);
  expect(
    await spoken(
      `a.${ending}`,
      build([
        [{ bold: 'Oddly named one:' }, ' Hello: hello.'],
        [{ bold: 'P3' }, ': Thanks.'],
      ]),
    ),
  ).toEqual([
    ['Oddly named one', 'Hello: hello.'],
    ['P3', 'Thanks.'],
  ]);
});

test.each(formats)('.%s: two columns, a paragraph or more to a cell', async (ending, build) => {
  const rows = [
    ['Interviewer', 'How was it?'],
    ['P3', 'Cold: very.\nAnd wet.'],
    ['', 'I went home.'],
    ['Interviewer', 'Yes?'],
  ];
  expect(await spoken(`a.${ending}`, build([{ rows }]))).toEqual([
    ['Interviewer', 'How was it?'],
    ['P3', 'Cold: very.\nAnd wet.\n\nI went home.'],
    ['Interviewer', 'Yes?'],
  ]);
});

test.each(formats)('.%s: a table with headings, times, numbers and a column of notes', async (ending, build) => {
  const rows = [
    ['No.', 'Time', 'Speaker', 'Text', 'Notes'],
    ['1', '00:00:05', 'INT', 'How was it?', ''],
    ['2', '00:01:10', 'P3', 'Cold.', 'weather?'],
  ];
  const draft = await drafted(`a.${ending}`, build([{ rows }]));
  expect(spokenIn(draft)).toEqual([
    ['INT', 'How was it?'],
    ['P3', 'Cold.'],
  ]);
  expect(draft.turns.map(turn => turn.fromMs)).toEqual([5000, 70_000]);
  expect(draft.leftOut).toContain('the column “Notes”');
});

test.each(formats)('.%s: a table of facts above the speech is its head', async (ending, build) => {
  const draft = await drafted(
    `a.${ending}`,
    build([
      {
        rows: [
          ['Date', '3 May 2031'],
          ['Interviewer', 'Jo Marsh'],
          ['Location', 'The yard'],
        ],
      },
      ['INT: Hello.'],
      ['P3: Hi.'],
    ]),
  );
  expect(draft.metadata).toContainEqual(['Location', 'The yard']);
  expect(spokenIn(draft)).toEqual([
    ['INT', 'Hello.'],
    ['P3', 'Hi.'],
  ]);
});

test.each(formats)('.%s: a hanging label before a tab, in bold or not', async (ending, build) => {
  expect(
    await spoken(`a.${ending}`, build([[{ bold: 'INT' }, '\tHow was it?'], ['P3\tCold.'], ['P3\tVery cold.']])),
  ).toEqual([
    ['INT', 'How was it?'],
    ['P3', 'Cold.'],
    ['P3', 'Very cold.'],
  ]);
});

test('a bracket around the name is no part of it', async () => {
  expect(await spoken('a.txt', '[Speaker 1]: How was it?\n\n[Speaker 2]: Cold [laughs]: very.')).toEqual([
    ['Speaker 1', 'How was it?'],
    ['Speaker 2', 'Cold [laughs]: very.'],
  ]);
});

test('a Rich Text file or a PDF under a text’s name is refused with its right ending', async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  expect((await refusal('a.txt', encode('{\\rtf1 P3: x}'))).message).toContain('(.rtf)');
  expect((await refusal('a.txt', encode('%PDF-1.7\n'))).message).toContain('(.pdf)');
});
