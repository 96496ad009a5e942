import Database from 'better-sqlite3';
import { applicationId, migrations } from '../../db/migrate.ts';

type Row = Readonly<Record<string, string | number | null>> & { readonly id: string };
type Change = readonly [table: string, id: string, before: null, after: Row];

const at = '2026-01-02T03:04:05.000Z';
const uuid = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const ids = { coder: uuid(1), source: uuid(20), trust: uuid(40), craft: uuid(41), theme: uuid(60) } as const;

export const text = 'What changed for you?\n\nI trust Sal. \u{1F6A3} I turn up — most days.';
const answer = text.indexOf('I trust');
const trust = 'I trust Sal.';
const turnUp = 'I turn up — most days.';

const made = (table: string, row: Row): Change => [table, row.id, null, row];
const turn = (number: number, start: number, end: number) =>
  made('turn', {
    id: uuid(30 + number),
    source_id: ids.source,
    ordinal: number,
    start_at: start,
    end_at: end,
    speaker_id: uuid(24 + number),
    from_ms: null,
    to_ms: null,
  });
const speaker = (number: number, label: string, role: string) =>
  made('speaker', {
    id: uuid(24 + number),
    source_id: ids.source,
    participant_id: null,
    label,
    name: label,
    role,
    support_role: null,
    position: number - 1,
  });
const code = (id: string, name: string, position: number) =>
  made('code', {
    id,
    name,
    definition: '',
    kind: null,
    hue: position,
    sigil: `S${position}`,
    position,
    created_at: at,
    created_by: ids.coder,
  });
const coding = (number: number, of: string, quoted: string) =>
  made('coding', {
    id: uuid(50 + number),
    source_id: ids.source,
    start_at: text.indexOf(quoted),
    end_at: text.indexOf(quoted) + quoted.length,
    code_id: of,
    coder_id: ids.coder,
    quoted,
    prefix: '',
    suffix: '',
    ref: null,
    rank: null,
    note: null,
    created_at: at,
  });

/** What the study's coder did, as version 1 wrote it; the first act can't be undone. */
const acts: readonly { readonly command: string; readonly changes: readonly Change[] }[] = [
  {
    command: 'study.create',
    changes: [
      made('coder', { id: ids.coder, name: 'Ada', created_at: at }),
      made('study', { id: uuid(2), title: 'Boat shed', created_at: at }),
      made('framework', { id: uuid(3), title: 'Two outcomes', position: 1 }),
      ...[1, 2].map(number =>
        made('outcome', {
          id: uuid(3 + number),
          framework_id: uuid(3),
          number,
          title: `Outcome ${number}`,
          statement: '',
          position: number - 1,
        }),
      ),
    ],
  },
  {
    command: 'import.commit',
    changes: [
      made('participant', { id: uuid(10), label: 'CYP2', group_name: 'CYP' }),
      made('source', {
        id: ids.source,
        title: 'Interview CYP2',
        file_name: 'cyp2.txt',
        format: 'txt',
        encoding: 'UTF-8',
        kind: 'interview',
        group_name: 'CYP',
        phase: null,
        participant_id: uuid(10),
        original_sha256: 'ab'.repeat(32),
        text_id: uuid(21),
        words: 12,
        characters: text.length,
        metadata: '[]',
        position: 1,
        imported_at: at,
        imported_by: ids.coder,
      }),
      speaker(1, 'Interviewer', 'interviewer'),
      speaker(2, 'CYP2', 'participant'),
      turn(1, 0, answer - 2),
      turn(2, answer, text.length),
    ],
  },
  {
    command: 'coding.apply',
    changes: [
      code(ids.trust, 'Trust', 1),
      code(ids.craft, 'Craft', 2),
      coding(1, ids.trust, trust),
      coding(2, ids.trust, turnUp),
      coding(3, ids.craft, turnUp),
    ],
  },
  {
    command: 'theme.create',
    changes: [
      made('theme', {
        id: ids.theme,
        name: 'Being known',
        concept: '',
        definition: '',
        status: 'candidate',
        position: 1,
        created_at: at,
        created_by: ids.coder,
      }),
      made('theme_code', { id: uuid(61), theme_id: ids.theme, code_id: ids.trust, position: 0 }),
      made('theme_outcome', {
        id: uuid(62),
        theme_id: ids.theme,
        outcome_id: uuid(5),
        weight: 0,
        position: 0,
        reason: null,
      }),
    ],
  },
];

/** Tables that version 1 journalled. */
export const firstTables = [
  'study',
  'coder',
  'framework',
  'outcome',
  'participant',
  'source',
  'speaker',
  'turn',
  'code',
  'coding',
  'theme',
  'theme_code',
  'theme_outcome',
] as const;

/** Writes a small study as the app of that file version left it: version 1 by hand, later ones by their own steps from there. */
export function fileOfVersion(path: string, version: number): void {
  const db = new Database(path);
  try {
    db.pragma(`application_id = ${applicationId}`);
    db.pragma('journal_mode = WAL');
    db.transaction(() => {
      db.exec(migrations[0]!.sql);
      fill(db);
      for (const step of migrations.slice(1, version)) db.exec(step.sql);
      db.pragma(`user_version = ${version}`);
    })();
  } finally {
    db.close();
  }
}

function fill(db: Database.Database): void {
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
  };
  insert('original', { sha256: 'ab'.repeat(32), bytes: Buffer.from('Interviewer: …') });
  insert('text_revision', { id: uuid(21), text });
  for (const [index, { command, changes }] of acts.entries()) {
    for (const [table, , , row] of changes) insert(table, row);
    const entry = { id: uuid(90 + index), at, coder_id: ids.coder, kind: 'do', command, input: '{}' };
    const said = { summary: `Did ${command}`, reason: null, target: null, changes: JSON.stringify(changes) };
    insert('journal', { ...entry, ...said });
    if (index > 0) insert('undo_stack', { coder_id: ids.coder, entry_id: uuid(90 + index), done: 1 });
  }
}

/** Every row of these tables as they stand, read without the app. */
export function rowsOf(path: string, tables: readonly string[] = firstTables): Record<string, readonly Row[]> {
  const db = new Database(path, { readonly: true });
  try {
    const read = (table: string) => db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY id`).all();
    return Object.fromEntries(tables.map(table => [table, read(table)]));
  } finally {
    db.close();
  }
}

/** Tables, indices, triggers and the version: what a migration changes besides rows. */
export function schemaOf(path: string): unknown {
  const db = new Database(path, { readonly: true });
  try {
    const objects = db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    return { version: db.pragma('user_version', { simple: true }), objects };
  } finally {
    db.close();
  }
}
