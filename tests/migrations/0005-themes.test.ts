import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStudyFile } from '../../db/studyFile.ts';
import { tempFolder } from '../builders/studies.ts';
import { call } from '../contract/client.ts';
import { inProcess } from '../contract/transports.ts';
import { fileOfVersion, ids, rowsOf } from './files.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

it('5: themes of before are in use, under no other, and say what they said; their framework is the main one', async () => {
  const path = join(folder.path, 'a.ninefold');
  fileOfVersion(path, 4);
  openStudyFile(path).close();
  const fresh = { parent_id: null, is_not: null, narrative: null, role: null, parked: null, discarded_at: null };
  expect(rowsOf(path).theme).toMatchObject([fresh]);
  const none = { theme_mark: [], theme_verdict: [], theme_relation: [], outcome_quote: [], theme_advice: [] };
  expect(rowsOf(path, Object.keys(none))).toEqual(none);
  const client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  try {
    const { handle: study } = await call(client, 'study.open', { path });
    const [theme] = await call(client, 'theme.list', { study });
    const [framework] = await call(client, 'framework.list', { study });
    expect(framework).toMatchObject({ title: 'Two outcomes', kind: 'outcomes', citation: '' });
    expect(theme).toMatchObject({ id: ids.theme, parent: null, parked: false, discarded: null, isNot: '' });
    expect(theme!.links).toEqual([{ outcome: framework!.outcomes[1]!.id, primary: true, reason: null }]);
    expect(theme!.outcomes).toEqual([framework!.outcomes[1]!.id]);
  } finally {
    await client.close();
  }
});
