import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCore } from '../../../electron/node/compose.ts';
import type { Core } from '../../../electron/node/core.ts';
import { coreOptions } from '../../../electron/node/folders.ts';
import type { InputOf, MethodName, OutputOf } from '../../../shared/api/methods.ts';
import { tempFolder } from '../../builders/studies.ts';

let folder: ReturnType<typeof tempFolder>;
let core: Core;
beforeEach(() => {
  folder = tempFolder();
  core = createCore({ ...coreOptions(), dataFolder: folder.path, studiesFolder: folder.path });
});
afterEach(async () => {
  await core.close();
  folder.remove();
});

async function call<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const answer = await core.call(name, input, { host: 'cli' });
  if (!answer.ok) throw answer.error;
  return answer.value as OutputOf<Name>;
}

async function study() {
  const { handle } = await call('study.create', { title: 'Search', coder: 'Ada' });
  for (const [name, said] of [
    ['a.txt', 'Interviewer: Do you trust her?\n\nCYP1: I trust Rosa. Trust takes time, you know.'],
    ['b.txt', 'Interviewer: And now?\n\nCYP2: The café is where we trust each other.\n\nCYP2: Nothing else.'],
  ] as const) {
    const [item] = await call('import.preview', {
      study: handle,
      files: [{ name, bytes: new TextEncoder().encode(said) }],
      facts: { group: name === 'a.txt' ? 'CYP' : 'Staff' },
    });
    await call('import.commit', { study: handle, items: [{ draft: item!.draft! }] });
  }
  return { study: handle, sources: await call('source.list', { study: handle }) };
}

describe('search.find', () => {
  test('gives hits in order with who speaks, what stands around and whether that is all', async () => {
    const { study: handle, sources } = await study();
    const found = await call('search.find', { study: handle, text: 'TRUST' });
    expect(found).toMatchObject({ total: 4, exact: true, notes: [], note: null });
    expect(found.hits.map(hit => [hit.source, hit.speaker, hit.turn, hit.text])).toEqual([
      [sources[0]!.id, 'Interviewer', 1, 'trust'],
      [sources[0]!.id, 'CYP1', 2, 'trust'],
      [sources[0]!.id, 'CYP1', 2, 'Trust'],
      [sources[1]!.id, 'CYP2', 2, 'trust'],
    ]);
    for (const { source, start, end, text, before, after } of found.hits) {
      const transcript = await call('source.get', { study: handle, source });
      expect(transcript.text.slice(start - before.length, end + after.length)).toBe(before + text + after);
    }
    const second = await call('search.find', { study: handle, text: 'trust', offset: 1, limit: 2 });
    expect(second).toMatchObject({ hits: found.hits.slice(1, 3), total: 4 });
  });

  test('narrows by source, speaker and the filter of the study', async () => {
    const { study: handle, sources } = await study();
    const total = async (more: object) => (await call('search.find', { study: handle, text: 'trust', ...more })).total;
    const transcript = await call('source.get', { study: handle, source: sources[0]!.id });
    const cyp = transcript.speakers.find(speaker => speaker.role === 'participant')!;
    expect(await total({ source: sources[1]!.id })).toBe(1);
    expect(await total({ speakers: [cyp.id] })).toBe(2);
    expect(await total({ filter: { groups: ['Staff'] } })).toBe(1);
    expect(await total({ filter: { groups: ['CYP'] }, source: sources[1]!.id })).toBe(0);
    expect(await total({ filter: { phases: [3] } })).toBe(0);
  });

  test('finds codes, themes and memos by their words, right after they change', async () => {
    const { study: handle } = await study();
    const code = await call('code.create', { study: handle, name: 'Being known', definition: 'Somebody remembers' });
    const notes = async (text: string) =>
      (await call('search.find', { study: handle, text, in: ['codebook', 'themes', 'memos'] })).notes;
    expect(await notes('remembers')).toEqual([
      {
        kind: 'code',
        id: code.id,
        title: 'Being known',
        before: 'Being known\n\nSomebody ',
        text: 'remembers',
        after: '',
      },
    ]);
    await call('code.update', { study: handle, code: code.id, name: 'Being seen' });
    expect(await notes('known')).toEqual([]);
    await call('history.undo', { study: handle });
    expect(await notes('known')).toHaveLength(1);
    await call('theme.create', { study: handle, name: 'Known by somebody' });
    expect((await notes('know*')).map(note => note.kind)).toEqual(['code', 'theme']);
  });

  test('a newer search of the same searcher makes the waiting ones give up', async () => {
    const { study: handle } = await study();
    const typed = ['t', 'tr', 'tru', 'trus', 'trust'].map(text =>
      call('search.find', { study: handle, text, searcher: 'window 1', typing: true }).then(
        found => found.total,
        thrown => thrown.code,
      ),
    );
    const other = call('search.find', { study: handle, text: 'rosa', searcher: 'window 2' });
    expect(await Promise.all(typed)).toEqual(['superseded', 'superseded', 'superseded', 'superseded', 4]);
    expect((await other).total).toBe(1);
  });

  test('whatever is typed is taken or explained, never refused in the words of SQL', async () => {
    const { study: handle } = await study();
    for (const text of ['"', 'NEAR(', 'trust AND', 'OR', '* -', '-trust', 'a:b', '^x', '{}', "'; DROP TABLE turn"]) {
      const found = await call('search.find', { study: handle, text });
      expect(found.note ?? '').not.toMatch(/sql|fts|syntax/i);
      if (!/[\p{L}\p{N}]/u.test(text))
        expect(found).toMatchObject({ total: 0, note: expect.stringContaining('letter') });
    }
  });
});
