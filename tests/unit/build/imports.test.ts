import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrows, checkFile, checkProject, roomOf } from '../../../build/imports.mjs';
import { programFolder } from '../../../electron/node/folders.ts';

const shared = ['model', 'text', 'analysis', 'api', 'importers', 'exporters'].map(name => `shared/${name}`);
const rooms = Object.keys(arrows);
/** The way from a file of one room to a file of another. */
const way = (from: string, to: string) => `${'../'.repeat(from.split('/').length)}${to}/y.ts`;

describe('the arrows', () => {
  it('are those that ARCHITECTURE.md tells', () => {
    const text = readFileSync(join(programFolder(), 'ARCHITECTURE.md'), 'utf8');
    const told = [...text.matchAll(/^\| `([^`]+)` \|[^|]*\| ([^|]+) \|$/gm)].map(([, room, may]) => [
      room,
      mayUse(may!).sort(),
    ]);
    const proved = Object.entries(arrows).map(([room, may]) => [room, [...may].sort()]);
    expect(proved).toEqual(told);
  });

  for (const from of rooms) {
    for (const to of rooms.filter(one => one !== from)) {
      const may = arrows[from]!.includes(to);
      it(`${may ? 'let' : 'forbid'} ${from} use ${to}`, () => {
        const broken = checkFile(`${from}/x.ts`, `import { y } from '${way(from, to)}';\n`);
        expect(
          broken.map(({ line, message }) => [line, message.startsWith(`imports ${to}/y.ts of ${to}; ${from} may`)]),
        ).toEqual(may ? [] : [[1, true]]);
      });
    }
  }
});

/** A cell of the table in ARCHITECTURE.md as rooms. */
function mayUse(cell: string): string[] {
  if (cell === '–') return [];
  if (cell === 'everything') return rooms.filter(room => room !== 'tests');
  const unfolded = cell.replace(/shared\/\{([^}]+)\}/, (_, names: string) =>
    names
      .split(',')
      .map(name => `shared/${name}`)
      .join(', '),
  );
  return unfolded
    .split(', ')
    .flatMap(name => (name === 'shared' ? shared : rooms.includes(name) ? [name] : [`shared/${name}`]));
}

describe('an import is seen', () => {
  const forms = {
    'import of a value': "import x from '../../db/x.ts';",
    'import for its effect': "import '../../db/x.ts';",
    'import of a type': "import type { X } from '../../db/x.ts';",
    'export from': "export { x } from '../../db/x.ts';",
    'export of all': "export * from '../../db/x.ts';",
    'import()': "const x = await import('../../db/x.ts');",
    'import() in a template': 'const x = await import(`../../db/x.ts`);',
    'import() as a type': "let x: import('../../db/x.ts').X;",
    'import = require()': "import x = require('../../db/x.ts');",
    'require()': "const x = require('../../db/x.ts');",
    'require.resolve()': "const x = require.resolve('../../db/x.ts');",
    'import.meta.resolve()': "const x = import.meta.resolve('../../db/x.ts');",
    'import.meta.glob()': "const x = import.meta.glob('../../db/*.ts');",
    'with a query': "import x from '../../db/x.ts?raw';",
  };
  for (const [form, source] of Object.entries(forms)) {
    it(`as ${form}`, () => {
      const broken = checkFile('shared/model/x.ts', `// one\n\n${source}\n`);
      expect(broken).toEqual([
        {
          file: 'shared/model/x.ts',
          line: 3,
          message: expect.stringMatching(/^imports db\/.+ of db; shared\/model may use no other room$/),
        },
      ]);
    });
  }
  it('not in words or comments', () => {
    expect(
      checkFile('shared/model/x.ts', "// import '../../db/x.ts'\nexport const x = \"import '../../db/x.ts'\";\n"),
    ).toEqual([]);
  });
  it('and refused where its name is made as the program runs', () => {
    expect(checkFile('db/x.ts', 'export const load = (name: string) => import(name);')).toMatchObject([
      { line: 1, message: 'an import must name its file in plain words' },
    ]);
  });
});

describe('packages', () => {
  it.each([
    ['renderer/features/x.tsx', 'better-sqlite3', 'db alone'],
    ['electron/node/x.ts', 'better-sqlite3', 'db alone'],
    ['electron/node/x.ts', 'electron', 'electron/main and electron/preload alone'],
    ['db/x.ts', 'electron/main', 'electron/main and electron/preload alone'],
    ['renderer/features/coding/x.tsx', 'lexical', 'renderer/lexical alone'],
    ['renderer/features/coding/x.tsx', '@lexical/selection', 'renderer/lexical alone'],
    ['renderer/features/map/x.tsx', 'd3', 'renderer/map alone'],
    ['shared/analysis/x.ts', 'd3-shape', 'renderer/map alone'],
    ['shared/model/x.ts', 'react', 'renderer alone'],
    ['shared/text/x.ts', 'node:fs', 'runs without Node'],
    ['shared/text/x.ts', 'path', 'runs without Node'],
    ['renderer/client/x.ts', 'node:crypto', 'runs without Node'],
    ['electron/preload/x.ts', 'node:fs', 'runs without Node'],
  ])('%s may not import %s', (file, name, rule) => {
    const broken = checkFile(file, `import x from '${name}';`);
    expect(broken.map(({ message }) => message)).toEqual([expect.stringContaining(`imports ${name}; `)]);
    expect(broken[0]!.message).toContain(rule);
  });
  it.each([
    ['db/x.ts', 'better-sqlite3'],
    ['electron/main/x.ts', 'electron'],
    ['electron/preload/x.ts', 'electron'],
    ['renderer/lexical/x.ts', '@lexical/selection'],
    ['renderer/map/x.ts', 'd3'],
    ['renderer/features/x.tsx', 'react-aria-components'],
    ['electron/node/x.ts', 'node:fs'],
    ['shared/api/x.ts', 'zod'],
  ])('%s may import %s', (file, name) => {
    expect(checkFile(file, `import x from '${name}';`)).toEqual([]);
  });
});

describe('names that have a wrapper', () => {
  it.each([
    [
      'electron/main/dialogs.ts',
      "import { ipcMain } from 'electron';",
      'ipcMain is used in electron/main/index.ts alone',
    ],
    [
      'electron/preload/other.ts',
      "import { ipcRenderer } from 'electron';",
      'ipcRenderer is used in electron/preload/index.ts alone',
    ],
    ['renderer/app/x.ts', "console.warn('x');", 'console is not used: write to the host or show a toast'],
    ['db/x.ts', 'globalThis.console.log(1);', 'console is not used: write to the host or show a toast'],
  ])('%s may not: %s', (file, source, message) => {
    expect(checkFile(file, source)).toEqual([{ file, line: 1, message }]);
  });
  it('are free in their wrapper, and the console in the workshop', () => {
    expect(checkFile('electron/main/index.ts', "import { ipcMain } from 'electron';")).toEqual([]);
    expect(checkFile('tests/bench/x.ts', "console.log('x');")).toEqual([]);
  });
});

describe('files', () => {
  it('belong to the room whose folder they are in', () => {
    expect(roomOf('shared/textual/x.ts')).toBe(null);
    expect(roomOf('shared/text/deep/x.ts')).toBe('shared/text');
  });
  it('outside every room are refused, and so is reaching out of the rooms', () => {
    expect(checkFile('shared/x.ts', 'export {};')).toMatchObject([{ message: 'lies in no room of ARCHITECTURE.md' }]);
    expect(checkFile('renderer/x.ts', "import p from '../package.json';")).toMatchObject([
      { message: expect.stringContaining('which is in no room') },
    ]);
  });
  it("that can't be read are refused", () => {
    expect(checkFile('db/x.ts', 'import {')).toMatchObject([{ message: expect.stringContaining("can't be read") }]);
  });
  it('of this project keep all of this', () => {
    const { files, broken } = checkProject(programFolder());
    expect(broken).toEqual([]);
    expect(files).toBeGreaterThan(200);
  });
});
