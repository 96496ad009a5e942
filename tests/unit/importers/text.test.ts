import { describe, expect, it } from 'vitest';
import { draftOf, refusalOf, turnsOf } from '../../builders/drafts.ts';

const speech = `Interviewer: How did you come here?
Robin: My cousin – “Sal” – went first.
Interviewer: And?
Robin: I stayed…`;
const said = [
  ['Interviewer', 'How did you come here?'],
  ['Robin', 'My cousin – “Sal” – went first.'],
  ['Interviewer', 'And?'],
  ['Robin', 'I stayed…'],
];

describe('plain text', () => {
  it.each([
    ['\\n', '\n', ''],
    ['\\r\\n', '\r\n', ''],
    ['\\r', '\r', ''],
    ['\\r\\n after a byte order mark', '\r\n', '\uFEFF'],
    ['blank lines between', '\n\n', ''],
    ['many blank lines between', '\r\n\r\n \r\n\r\n', '\uFEFF'],
  ])('with line ends %s is the same speech', async (_name, end, mark) => {
    const draft = await draftOf('robin.txt', mark + speech.replaceAll('\n', end) + end);
    expect(turnsOf(draft)).toEqual(said);
    expect(draft).toMatchObject({ format: 'txt', encoding: 'UTF-8', text: said.map(one => one[1]).join('\n\n') });
    expect(draft.speakers.map(one => [one.label, one.role, one.turns, one.words])).toEqual([
      ['Interviewer', 'interviewer', 2, 6],
      ['Robin', 'participant', 2, 7],
    ]);
  });

  it('in UTF-16 and Windows-1252 is the same speech; a guess is said', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(speech, one => one.charCodeAt(0)).buffer),
    ]);
    const first = await draftOf('robin.txt', utf16);
    expect([turnsOf(first), first.encoding, first.warnings]).toEqual([said, 'UTF-16LE', []]);
    const ansi: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '…': 0x85 };
    const second = await draftOf(
      'robin.txt',
      Uint8Array.from(speech, one => ansi[one] ?? one.charCodeAt(0)),
    );
    expect([turnsOf(second), second.encoding]).toEqual([said, 'Windows-1252']);
    expect(second.warnings.map(warning => warning.code)).toEqual(['encoding-guessed']);
  });

  it('keeps every word of a turn that runs over lines and paragraphs', async () => {
    const draft = await draftOf(
      'r.txt',
      'Robin: It began\nin the yard.\n\nThen it rained.\nInterviewer: Oh.\nRobin: Yes.',
    );
    expect(turnsOf(draft).map(([label]) => label)).toEqual(['Robin', 'Interviewer', 'Robin']);
    expect(turnsOf(draft)[0]![1].split(/\s+/).join(' ')).toBe('It began in the yard. Then it rained.');
  });

  it('does not take a colon within speech for a speaker', async () => {
    const text =
      'Interviewer: Tell me.\nRobin: Well, I thought and\nthe thing is: we never went.\nInterviewer: At 10:30?\nRobin: See https://example.org then.\nInterviewer: Fine.\nRobin: Bye.';
    expect(new Set(turnsOf(await draftOf('r.txt', text)).map(([label]) => label))).toEqual(
      new Set(['Interviewer', 'Robin']),
    );
  });

  it('without labels has turns without a speaker, and says so', async () => {
    const draft = await draftOf('notes.txt', 'The yard was quiet today.\n\nNobody came until noon.');
    expect(turnsOf(draft)).toEqual([
      [null, 'The yard was quiet today.'],
      [null, 'Nobody came until noon.'],
    ]);
    expect(draft.warnings.map(warning => warning.code)).toEqual(['no-speakers']);
  });

  it('warns of one person under two spellings', async () => {
    const draft = await draftOf('r.txt', 'CYP 1: One.\nInterviewer: Two.\nCYP1: Three.\nInterviewer: Four.');
    expect(draft.warnings.map(warning => warning.code)).toEqual(['same-person']);
  });

  it('knows a supporter by the label', async () => {
    const draft = await draftOf(
      'r.txt',
      'CYP4: One.\nMentor (supporting CYP4): Two.\nInterviewer: Three.\nCYP4: Four.',
    );
    expect(draft.speakers).toMatchObject([
      { label: 'CYP4', role: 'participant', supportRole: null },
      { label: 'Mentor (supporting CYP4)', role: 'supporter', supportRole: 'Mentor' },
      { label: 'Interviewer', role: 'interviewer' },
    ]);
  });

  it.each([
    ['empty', '', 'file-empty'],
    ['blank', ' \n\t\n', 'no-words'],
    ['marks only', '… – “”', 'no-words'],
    ['labels only', 'Interviewer:\nRobin:\nInterviewer:\nRobin:', 'no-words'],
    ['metadata only', 'Title: A\nMethod: interview\n---\n', 'no-words'],
  ])('that is %s is refused by name', async (_name, text, code) => {
    expect(await refusalOf('robin.txt', text)).toMatchObject({
      code,
      message: expect.stringMatching(/^robin\.txt: /),
      details: { file: 'robin.txt' },
    });
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'file-binary'],
    ['a Word package', [0x50, 0x4b, 3, 4, 20, 0], 'file-binary'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'format-unknown'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    expect(await refusalOf('robin.txt', Uint8Array.from(bytes))).toMatchObject({ code });
  });

  it.each(['robin', 'robin.exe', '.txt.zip', 'robin.'])('a file called %s is of no known kind', async name => {
    expect(await refusalOf(name, speech)).toMatchObject({
      code: 'format-unknown',
      message: expect.stringContaining('.docx'),
    });
  });

  it('an ending in capitals is the same ending', async () => {
    expect(turnsOf(await draftOf('ROBIN.TXT', speech))).toEqual(said);
  });
});

describe('metadata above the speech', () => {
  it('closed by dashes says what the source is, and is no speech', async () => {
    const head =
      'Title: Talk with Robin\nMethod: interview\nGroup: CYP\nParticipant: CYP2\nPhase: not printed\nSite: The Yard\n---\n';
    const draft = await draftOf('x.txt', head + speech);
    expect(draft).toMatchObject({
      title: 'Talk with Robin',
      kind: 'interview',
      group: 'CYP',
      participant: 'CYP2',
      phase: null,
    });
    expect(draft.metadata).toContainEqual(['Site', 'The Yard']);
    expect(turnsOf(draft)).toEqual(said);
  });

  it('wins over what the name says', async () => {
    const head = 'Method: focus group\nPhase: 2\n-----\n';
    expect(await draftOf('interview-CYP2-phase-1.txt', head + speech)).toMatchObject({ kind: 'focus group', phase: 2 });
  });

  it.each([
    [
      'interview-CYP2.txt',
      { kind: 'interview', group: 'CYP', participant: 'CYP2', phase: null, title: 'interview-CYP2' },
    ],
    ['parent-carer-FG-phase-1.txt', { kind: 'focus group', group: 'Parent/Carer', participant: null, phase: 1 }],
    ['Advisory Board phase 2.md', { kind: 'advisory group', group: 'Advisory Group', phase: 2 }],
    ['staff-email.txt', { kind: 'email', group: 'Staff', phase: null }],
    ['notes.txt', { kind: 'unknown', group: null, participant: null, phase: null }],
  ])('is read off the name where there is none: %s', async (name, facts) => {
    expect(await draftOf(name, speech)).toMatchObject(facts);
  });

  it('speech above a ruled line stays speech', async () => {
    const words = turnsOf(await draftOf('r.txt', `${speech}\n---\nInterviewer: After the break?\nRobin: Tired.`));
    expect(words.map(([, text]) => text).join(' ')).toContain('How did you come here?');
    expect(words.map(([, text]) => text).join(' ')).toContain('I stayed…');
    const short = turnsOf(
      await draftOf('r.txt', 'Sal: They argue less now.\nRobin: We do.\n---\nSal: Still.\nRobin: Yes.'),
    );
    expect(short.map(([, text]) => text).join(' ')).toContain('They argue less now.');
  });
});

describe('Markdown', () => {
  it('has its heading as title, bold before a colon as label, and words without marks', async () => {
    const draft = await draftOf(
      'r.md',
      '# Interview CYP2\r\n\r\n**Interviewer:** How *was* it?\r\n\r\n**Robin**: It was __very__ good, 2 * 3 snake_case_x\\*.\r\n',
    );
    expect(turnsOf(draft)).toEqual([
      ['Interviewer', 'How was it?'],
      ['Robin', 'It was very good, 2 * 3 snake_case_x*.'],
    ]);
    expect(draft).toMatchObject({ title: 'Interview CYP2', kind: 'interview', participant: 'CYP2' });
  });

  it('may have front matter', async () => {
    const draft = await draftOf(
      'r.md',
      '---\ntitle: Talk with Robin\nmethod: interview\nparticipant: CYP2\n---\n\n**Interviewer:** How?\n\n**Robin:** Well.\n',
    );
    expect(draft).toMatchObject({ title: 'Talk with Robin', kind: 'interview', participant: 'CYP2' });
    expect(turnsOf(draft)).toEqual([
      ['Interviewer', 'How?'],
      ['Robin', 'Well.'],
    ]);
  });
});
