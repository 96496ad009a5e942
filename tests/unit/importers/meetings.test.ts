import { expect, test } from 'vitest';
import { docx, pdf } from '../../builders/documents.ts';
import { drafted, spoken, spokenIn } from '../../builders/imported.ts';

test('Teams .docx: a turn is one paragraph of lines, between the lines that say it started and stopped', async () => {
  const draft = await drafted(
    'a.docx',
    docx([
      ['Yard meeting-20310503_100000-Meeting Recording'],
      ['3 May 2031, 10:00am'],
      ['32m 4s'],
      ['Maud Reed started transcription'],
      [{ bold: 'Maud Reed' }, '   0:04\nMorning all.\nNote: we start late.'],
      [{ bold: 'TAIT, Ron (Example County Council, Harbours and Rivers Team)' }, '   1:02:11\nRight.'],
      ['Maud Reed stopped transcription'],
    ]),
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud Reed', 'Morning all.\nNote: we start late.'],
    ['TAIT, Ron (Example County Council, Harbours and Rivers Team)', 'Right.'],
  ]);
  expect(draft.turns.map(turn => turn.fromMs)).toEqual([4000, 3_731_000]);
  expect(draft.title).toBe('Yard meeting-20310503_100000-Meeting Recording');
});

test('Teams .vtt: voices with and without their end, one-digit times, overlap; cues of one speaker join', async () => {
  const draft = await drafted(
    'a.vtt',
    'WEBVTT\n\nab12/7-0\n0:0:0.0 --> 0:0:2.500\n<v Maud Reed>Morning all, it is</v>\n\nab12/7-1\n00:00:02.000 --> 00:00:04.000\n<v Maud Reed>a cold one.\n\nab12/8-0\n00:00:03.500 --> 00:00:05.000\n<v Ron Tait>Very.</v> <v Maud Reed>Yes.</v> <laughs>\n',
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud Reed', 'Morning all, it is a cold one.'],
    ['Ron Tait', 'Very.'],
    ['Maud Reed', 'Yes. <laughs>'],
  ]);
  expect(draft.turns[0]).toMatchObject({ fromMs: 0, toMs: 4000 });
  expect(draft.turns[1]).toMatchObject({ fromMs: 3500, toMs: 5000 });
});

test('Zoom .vtt: numbers, labels in the words, a caption without one goes on and says so', async () => {
  const draft = await drafted(
    'a.vtt',
    '\uFEFFWEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nMaud Reed: One thing: tea.\r\n\r\n2\r\n00:00:02.000 --> 00:00:03.000\r\nand cake\r\n\r\n3\r\n00:00:03.000 --> 00:00:04.000\r\nRon van der Tait (he/him): Yes\r\n',
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud Reed', 'One thing: tea. and cake'],
    ['Ron van der Tait (he/him)', 'Yes'],
  ]);
  expect(draft.warnings.map(warning => warning.code)).toContain('unlabelled-captions');
});

const otter = [
  'Yard talk',
  'Sat, May 3, 2031 10:02AM • 45:32',
  '',
  'SUMMARY KEYWORDS',
  'boat, brush, tea',
  '',
  'SPEAKERS',
  'Maud',
  '',
  'SUMMARY',
  'Maud: wants more boats. The group talked of tea.',
  '',
  'Maud  00:00',
  'So, tea.',
  '',
  'Ron Tait  1:02:40',
  'With milk.',
  'And a biscuit.',
  '',
  'Transcribed by https://otter.ai',
];

test('Otter .txt and .docx: keywords, speakers, summary and the last line are not speech', async () => {
  const want = [
    ['Maud', 'So, tea.'],
    ['Ron Tait', 'With milk.\nAnd a biscuit.'],
  ];
  const fromText = await drafted('a.txt', otter.join('\n'));
  expect(spokenIn(fromText)).toEqual(want);
  expect(fromText.turns.map(turn => turn.fromMs)).toEqual([0, 3_760_000]);
  const heads = /^(?:SUMMARY|SPEAKERS|Maud {2}|Ron Tait {2})/;
  expect(await spoken('a.docx', docx(otter.map(line => [heads.test(line) ? { bold: line } : line])))).toEqual(want);
});

test('Otter .srt: labels in the words; cues of one speaker join', async () => {
  const draft = await drafted(
    'a.srt',
    '1\n00:00:00,000 --> 00:00:02,000\nMaud: So, tea\n\n2\n00:00:02,000 --> 00:00:04,000\nMaud: with milk.\n\n3\n00:00:04,000 --> 00:00:05,000\nRon Tait: Yes.\n',
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud', 'So, tea with milk.'],
    ['Ron Tait', 'Yes.'],
  ]);
  expect(draft.turns[0]).toMatchObject({ fromMs: 0, toMs: 4000 });
});

test('Google Meet .docx: notes by a machine never become data; times of the blocks are kept', async () => {
  const draft = await drafted(
    'a.docx',
    docx([
      ['📝 Notes'],
      ['May 3, 2031'],
      ['Yard talk'],
      ['Summary'],
      ['Maud: will buy a boat. Maud: will sell tea.'],
      ['Suggested next steps'],
      ['Ron Tait: buy milk'],
      ['📖 Transcript'],
      ['May 3, 2031'],
      ['Yard talk - Transcript'],
      ['00:00:11'],
      [{ bold: 'Maud:' }, ' So, tea.'],
      [{ bold: 'Ron Tait:' }, ' With milk.'],
      ['00:05:00'],
      [{ bold: 'Maud:' }, ' More?'],
      ['Transcription ended after 00:06:39'],
      ['This editable transcript was computer generated and might contain errors.'],
    ]),
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud', 'So, tea.'],
    ['Ron Tait', 'With milk.'],
    ['Maud', 'More?'],
  ]);
  expect(draft.turns.map(turn => turn.fromMs)).toEqual([11_000, null, 300_000]);
  expect(draft.title).toBe('Yard talk');
});

test('Google Meet with the list of who came and no notes', async () => {
  const draft = await drafted(
    'a.docx',
    docx([
      ['Yard talk (2031-05-03 10:00 GMT) - Transcript'],
      ['Attendees'],
      ['Maud, Ron Tait'],
      ['Transcript'],
      ['Maud: So, tea.'],
      ['Ron Tait: Yes.'],
      ['Maud: Good.'],
    ]),
  );
  expect(spokenIn(draft).map(([who]) => who)).toEqual(['Maud', 'Ron Tait', 'Maud']);
  expect(draft.title).toBe('Yard talk');
});

test('notes by a machine after the speech are left out too', async () => {
  const draft = await drafted('a.txt', 'P3: Cold.\n\nP4: Yes.\n\nAI summary\nP3: felt cold.\nP4 agreed.');
  expect(draft.text).toBe('Cold.\n\nYes.');
});

test('people who say “summary” or “transcript” are heard', async () => {
  const draft = await drafted('a.txt', 'P3: In summary\nSummary\nof it all, it was cold.\n\nP4: Keep the transcript.');
  expect(draft.text).toContain('of it all, it was cold.');
});

test('an Otter transcript printed as PDF', async () => {
  const lines = otter.flatMap((text, index) => (text === '' ? [] : [{ text, x: 72, y: 72 + index * 16 }]));
  expect(await spoken('a.pdf', pdf([lines]))).toEqual([
    ['Maud', 'So, tea.'],
    ['Ron Tait', 'With milk.\nAnd a biscuit.'],
  ]);
});
