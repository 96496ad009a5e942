import { describe, expect, it } from 'vitest';
import { draftOf, refusalOf, turnsOf } from '../../builders/drafts.ts';

const times = (draft: Awaited<ReturnType<typeof draftOf>>) => draft.turns.map(turn => [turn.fromMs, turn.toMs]);

describe('WebVTT', () => {
  it('as Teams writes it: voices, cue ids, settings', async () => {
    const draft = await draftOf(
      'meeting.vtt',
      `\uFEFFWEBVTT\r\n\r\n4a6c/12-0\r\n00:00:03.120 --> 00:00:05.200\r\n<v Reed, Anna>How was\r\nit?</v>\r\n\r\n4a6c/13-0\r\n00:00:06.000 --> 00:00:07.500 align:start\r\n<v Reed, Anna>Really.</v>\r\n\r\n4a6c/14-0\r\n00:00:08.000 --> 00:01:00.000\r\n<v Robin>It &amp; me – <i>fine</i>.</v>\r\n`,
    );
    expect(turnsOf(draft)).toEqual([
      ['Reed, Anna', 'How was it? Really.'],
      ['Robin', 'It & me – fine.'],
    ]);
    expect(times(draft)).toEqual([
      [3120, 7500],
      [8000, 60000],
    ]);
  });

  it('as Zoom writes it: numbers, and names before a colon', async () => {
    const draft = await draftOf(
      'zoom.vtt',
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnna Reed: How was it?\n\n2\n00:00:02.500 --> 00:00:04.000\nRobin: Good: very good.\n\n3\n00:00:04.500 --> 00:00:05.000\nAnd cold.\n\n4\n00:00:06.000 --> 00:00:07.000\nAnna Reed: Oh.\n',
    );
    expect(turnsOf(draft)).toEqual([
      ['Anna Reed', 'How was it?'],
      ['Robin', 'Good: very good. And cold.'],
      ['Anna Reed', 'Oh.'],
    ]);
  });

  it('leaves out notes and styles, and reads times without hours and several voices in a cue', async () => {
    const draft = await draftOf(
      'n.vtt',
      'WEBVTT - a title\nKind: captions\n\nNOTE made by hand\nover two lines\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\n<v.loud Anna>Hello.</v> <v Robin>Hi.\n\n00:03.000 --> 00:04.000\n- One.\n- Two.\n',
    );
    const words = turnsOf(draft)
      .map(([, text]) => text)
      .join(' | ');
    expect(words).not.toMatch(/hand|color|title/);
    expect(turnsOf(draft).slice(0, 2)).toEqual([
      ['Anna', 'Hello.'],
      ['Robin', expect.stringContaining('Hi.')],
    ]);
    expect(words).toContain('One.');
    expect(words).toContain('Two.');
    expect(draft.turns[0]!.fromMs).toBe(1000);
  });

  it.each(['WEBVTT\n\n', 'Just words.', 'WEBVTT\n\n00:00 -> 00:01\nx'])(
    'without captions is refused: %j',
    async text => {
      expect(await refusalOf('m.vtt', text)).toMatchObject({ code: 'no-words' });
    },
  );
});

describe('SubRip', () => {
  it('joins what one speaker goes on to say, and leaves out numbers, times and marks', async () => {
    const draft = await draftOf(
      'r.srt',
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nInterviewer: How was it?\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nRobin: <b>Good</b>,\r\nI think.\r\n\r\n3\r\n00:00:04,100 --> 00:00:05,000\r\n{\\an8}Very 7.\r\n\r\n4\r\n00:00:06,000 --> 00:00:07,000\r\nInterviewer: Oh.\r\n',
    );
    expect(turnsOf(draft)).toEqual([
      ['Interviewer', 'How was it?'],
      ['Robin', 'Good, I think. Very 7.'],
      ['Interviewer', 'Oh.'],
    ]);
    expect(times(draft)[1]).toEqual([3000, 5000]);
  });

  it('without blank lines between is read the same', async () => {
    const draft = await draftOf(
      'r.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nRobin: We were\n2\n00:00:02,000 --> 00:00:03,000\n12 of us.\n3\n00:00:03,000 --> 00:00:04,000\nRobin: Yes.\n',
    );
    expect(turnsOf(draft)).toEqual([['Robin', 'We were 12 of us. Yes.']]);
  });

  it('with old Mac line ends is read the same', async () => {
    const draft = await draftOf(
      'r.srt',
      '1\r00:00:01,000 --> 00:00:02,000\rOne.\r\r2\r00:00:03,000 --> 00:00:04,000\rTwo.\r',
    );
    expect(
      turnsOf(draft)
        .map(([, text]) => text)
        .join(' '),
    ).toBe('One. Two.');
  });
});
