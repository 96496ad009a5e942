import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkStudy } from '../../../db/check.ts';
import { addCode, listCodes, removeCode, updateCode } from '../../../db/codes.ts';
import { historyList, historyState } from '../../../db/history.ts';
import { perform } from '../../../db/journal.ts';
import { tableNames } from '../../../db/rows.ts';
import { openStudyFile, type StudyFile } from '../../../db/studyFile.ts';
import { removeTheme } from '../../../db/themeShape.ts';
import { addTheme, setThemeCodes, themeRows } from '../../../db/themes.ts';
import { redo, undo } from '../../../db/undo.ts';
import type { Writer } from '../../../db/writer.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { CoderId } from '../../../shared/model/ids.ts';
import { newStudy, tempFolder } from '../../builders/studies.ts';

const at = '2026-01-02T03:04:05.000Z';
let folder: ReturnType<typeof tempFolder>;
let file: StudyFile;
let coder: CoderId;

beforeEach(() => {
  folder = tempFolder();
  const made = newStudy(join(folder.path, 'a.ninefold'));
  file = made.file;
  coder = made.coder.id;
});
afterEach(() => {
  file.close();
  folder.remove();
});

const code = (name: string) =>
  perform(file, { coder, command: 'code.create', input: { name } }, write => ({
    result: addCode(file.read, write, { name, coder, at }),
    summary: `Made ${name}`,
  })).result;

/** Every journalled row of the study, as text. */
const everything = () => JSON.stringify(tableNames.map(table => file.read.all(`SELECT * FROM ${table} ORDER BY id`)));

describe('undo and redo', () => {
  test('take a command back and do it again', () => {
    const before = everything();
    code('Trust');
    const after = everything();
    expect(historyState(file, coder)).toEqual({ undo: 'Made Trust', redo: null });
    undo(file, coder);
    expect(everything()).toBe(before);
    expect(historyState(file, coder)).toEqual({ undo: null, redo: 'Made Trust' });
    redo(file, coder);
    expect(everything()).toBe(after);
  });

  test('stand after the study has been closed and opened again', () => {
    code('Trust');
    const path = file.path;
    file.close();
    file = openStudyFile(path);
    undo(file, coder);
    expect(listCodes(file.read)).toEqual([]);
    file.close();
    file = openStudyFile(path);
    redo(file, coder);
    expect(listCodes(file.read).map(one => one.name)).toEqual(['Trust']);
  });

  test('a new command forgets what could be done again', () => {
    code('Trust');
    undo(file, coder);
    code('Money');
    expect(() => redo(file, coder)).toThrow(NinefoldError);
    undo(file, coder);
    expect(() => undo(file, coder)).toThrow('nothing to undo');
  });

  test('refuse, and change nothing, when another coder has changed the row since', () => {
    const id = code('Trust');
    const other = '01890000-0000-7000-8000-000000000000' as CoderId;
    perform(file, { coder: other, command: 'test', input: {} }, write => {
      write.insert('coder', { id: other, name: 'Ben', created_at: at });
      updateCode(file.read, write, id, { name: 'Faith', definition: '', kind: null });
      return { result: null, summary: 'Renamed' };
    });
    const before = everything();
    expect(() => undo(file, coder)).toThrow('by another coder');
    expect(everything()).toBe(before);
    expect(historyState(file, coder).undo).toBe('Made Trust');
  });

  describe('with another coder', () => {
    const ben = '01890000-0000-7000-8000-000000000000' as CoderId;
    const acts = (who: CoderId, work: (write: Writer) => void) =>
      perform(file, { coder: who, command: 'test', input: {} }, write => {
        work(write);
        return { result: null, summary: 'Acted' };
      });
    const conflict = expect.objectContaining({ code: 'undo-conflict' });
    beforeEach(() => acts(ben, write => write.insert('coder', { id: ben, name: 'Ben', created_at: at })));

    test('what rests on the row holds it', () => {
      const id = code('Trust');
      acts(ben, write => {
        const theme = { name: 'Being known', concept: '', definition: '', status: 'candidate' } as const;
        setThemeCodes(file.read, write, addTheme(file.read, write, theme, ben, at), [id]);
      });
      const before = everything();
      expect(() => undo(file, coder)).toThrow(conflict);
      expect(everything()).toBe(before);
    });

    test('what the row rests on may be gone', () => {
      acts(ben, write => addCode(file.read, write, { name: 'Trust', coder: ben, at }));
      const [trust] = listCodes(file.read);
      const theme = { name: 'Being known', concept: '', definition: '', status: 'candidate' } as const;
      acts(coder, write => setThemeCodes(file.read, write, addTheme(file.read, write, theme, coder, at), [trust!.id]));
      undo(file, coder);
      acts(ben, write => removeCode(file.read, write, trust!.id));
      const before = everything();
      expect(() => redo(file, coder)).toThrow(conflict);
      expect(everything()).toBe(before);
    });

    test('a name taken since is not taken twice', () => {
      code('Trust');
      undo(file, coder);
      acts(ben, write => addCode(file.read, write, { name: 'Trust', coder: ben, at }));
      const before = everything();
      expect(() => redo(file, coder)).toThrow(conflict);
      expect(everything()).toBe(before);
    });
  });

  test('any run of acts, undone to the end, gives the study it began with; redone, the one it ended with', () => {
    type Act = { readonly kind: 'add' | 'rename' | 'remove' | 'theme' | 'untheme'; readonly pick: number };
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom<Act['kind'][]>('add', 'rename', 'remove', 'theme', 'untheme'),
        pick: fc.nat(20),
      }),
      { maxLength: 25 },
    );
    let number = 0;
    const act = ({ kind, pick }: Act) =>
      perform(file, { coder, command: kind, input: {} }, write => {
        const codes = listCodes(file.read);
        const themes = themeRows(file.read);
        const one = codes[pick % Math.max(1, codes.length)];
        const theme = themes[pick % Math.max(1, themes.length)];
        if (kind === 'add') addCode(file.read, write, { name: `Code ${number++}`, coder, at });
        if (kind === 'rename' && one)
          updateCode(file.read, write, one.id, { name: `Name ${number++}`, definition: 'd', kind: 'latent' });
        if (kind === 'remove' && one) removeCode(file.read, write, one.id);
        if (kind === 'theme') {
          const id = addTheme(
            file.read,
            write,
            { name: `Theme ${number++}`, concept: '', definition: '', status: 'candidate' },
            coder,
            at,
          );
          setThemeCodes(
            file.read,
            write,
            id,
            codes.slice(0, pick).map(item => item.id),
          );
        }
        if (kind === 'untheme' && theme) removeTheme(file.read, write, theme.id);
        return { result: null, summary: kind };
      });
    fc.assert(
      fc.property(acts, list => {
        const before = everything();
        for (const item of list) act(item);
        const after = everything();
        let steps = 0;
        while (historyState(file, coder).undo !== null) {
          undo(file, coder);
          steps++;
        }
        expect(everything()).toBe(before);
        for (let step = 0; step < steps; step++) redo(file, coder);
        expect(everything()).toBe(after);
        while (historyState(file, coder).undo !== null) undo(file, coder);
        expect(checkStudy(file).findings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the journal', () => {
  test('says who, what, when and why, newest first', () => {
    perform(file, { coder, command: 'code.create', input: { name: 'Trust' }, reason: 'asked by the group' }, write => ({
      result: addCode(file.read, write, { name: 'Trust', coder, at }),
      summary: 'Made Trust',
    }));
    undo(file, coder);
    const [last, first] = historyList(file, 10);
    expect(last).toMatchObject({ summary: 'Undid: Made Trust', state: 'step', coder: 'Ada' });
    expect(first).toMatchObject({
      summary: 'Made Trust',
      state: 'undone',
      reason: 'asked by the group',
      command: 'code.create',
    });
  });

  test('a command that fails leaves neither rows nor entry', () => {
    const entries = historyList(file, 100).length;
    expect(() =>
      perform(file, { coder, command: 'x', input: {} }, write => {
        addCode(file.read, write, { name: 'Trust', coder, at });
        throw new NinefoldError('refused', 'no');
      }),
    ).toThrow('no');
    expect(listCodes(file.read)).toEqual([]);
    expect(historyList(file, 100)).toHaveLength(entries);
  });

  test('a command that changes nothing leaves no entry', () => {
    const id = code('Trust');
    const entries = historyList(file, 100).length;
    perform(file, { coder, command: 'x', input: {} }, write => {
      updateCode(file.read, write, id, { name: 'Trust', definition: '', kind: null });
      return { result: null, summary: 'nothing' };
    });
    expect(historyList(file, 100)).toHaveLength(entries);
  });
});

describe('check', () => {
  test('finds a row changed behind the journal’s back', () => {
    const id = code('Trust');
    expect(checkStudy(file).ok).toBe(true);
    file.db.prepare('UPDATE code SET name = ? WHERE id = ?').run('Money', id);
    expect(checkStudy(file).findings).toContainEqual(expect.objectContaining({ code: 'journal', id }));
  });
});
