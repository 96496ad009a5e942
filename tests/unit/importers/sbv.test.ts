import { expect, test } from 'vitest';
import { drafted, refusal, spokenIn } from '../../builders/imported.ts';

test('times, labels, chevrons; captions of one speaker join', async () => {
  const draft = await drafted(
    'a.sbv',
    '0:00:00.500,0:00:02.000\nMaud: So, tea\n\n0:00:02.000,0:00:04.000\nwith milk.\n\n0:00:04.000,1:00:05.250\n>> Ron Tait: Yes: please.\nMaud: Good.\n',
  );
  expect(spokenIn(draft)).toEqual([
    ['Maud', 'So, tea with milk.'],
    ['Ron Tait', 'Yes: please.'],
    ['Maud', 'Good.'],
  ]);
  expect(draft.turns.map(turn => [turn.fromMs, turn.toMs])).toEqual([
    [500, 4000],
    [4000, 3_605_250],
    [4000, 3_605_250],
  ]);
});

test('captions without labels: one that goes on in mid-sentence joins, others stay by themselves', async () => {
  const draft = await drafted(
    'a.sbv',
    '0:00:00.500,0:00:02.000\nSo we went down\n\n0:00:02.000,0:00:04.000\nto the yard.\n\n0:00:04.000,0:00:05.000\nIt was cold.\n\n0:00:05.000,0:00:06.000\n>> was it?\n',
  );
  expect(spokenIn(draft)).toEqual([
    [null, 'So we went down to the yard.'],
    [null, 'It was cold.'],
    [null, 'was it?'],
  ]);
});

test('a file without captions is refused', async () => {
  expect(await refusal('a.sbv', new TextEncoder().encode('Maud: hello'))).toMatchObject({ code: 'no-words' });
});
