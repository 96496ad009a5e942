import { inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newWorkspace, type Workspace } from '../../builders/workspace.ts';
import { call } from '../../contract/client.ts';

/** Every exporter in every format, with all that it can be asked to print. */
const products = (theme: string, attribute: string, style: string): readonly (readonly [string, object])[] => [
  ...['docx', 'md', 'html'].map(
    format =>
      [
        'quote.export',
        {
          filter: {},
          format,
          context: 1,
          parts: ['contents', 'statements', 'definitions', 'leadIns', 'notes', 'sources'],
        },
      ] as const,
  ),
  ...['csv', 'xlsx', 'json'].map(format => ['quote.export', { filter: {}, format, context: 1 }] as const),
  ['quote.export', { filter: {}, format: 'md', style }],
  [
    'quote.export',
    {
      filter: {},
      format: 'csv',
      context: 1,
      columns: ['id', 'attributes', 'paths', 'notes', 'participant', 'group', 'themes', 'before', 'after'],
    },
  ],
  ...['docx', 'xlsx', 'csv'].map(format => ['codebook.export', { format }] as const),
  ...['docx', 'md'].map(format => ['themebook.export', { format }] as const),
  ['findings.export', { format: 'docx' }],
  ...['svg', 'html', 'pdf', 'json'].flatMap(format =>
    ['flow', 'map', 'grid'].map(view => ['map.export', { format, view, codes: [theme] }] as const),
  ),
  ...['codes', 'themes'].flatMap(rows =>
    ['source', 'group', 'speaker', { attribute }].map(
      columns => ['analysis.export', { rows, columns, count: 'extracts', format: 'csv' }] as const,
    ),
  ),
];

type Envelope = {
  readonly ok: boolean;
  readonly value: { readonly bytes: Uint8Array; readonly fileName: string };
  readonly error: {
    readonly code: string;
    readonly details: { readonly findings: readonly { readonly key: string; readonly message: string }[] };
  };
};

/** All words in a file: what is zipped or packed is taken out of it, marks of XML are left out. */
function wordsIn(bytes: Uint8Array, format: string): string {
  const text = (part: Uint8Array) => Buffer.from(part).toString('utf8');
  if (format === 'docx' || format === 'xlsx')
    return Object.values(unzipSync(bytes))
      .map(part => text(part).replace(/<[^>]+>/g, ''))
      .join('\n');
  if (format !== 'pdf') return text(bytes);
  const whole = Buffer.from(bytes);
  const parts = [whole.toString('latin1')];
  for (let at = whole.indexOf('stream\n'); at >= 0; at = whole.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(whole.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not packed.
    }
  }
  return parts.join('\n');
}

let w: Workspace;
let asked: ReturnType<typeof products>;
/** The name that was planted in each column. */
const planted = new Map<string, string>();
const said = 'helped me when I was in trouble';

/** Names that are no parts of one another. */
const nameOf = (index: number): string =>
  `${['Oye', 'Bran', 'Keth', 'Zuli', 'Morv', 'Thax', 'Quil', 'Drus'][index % 8]}${['laran', 'nigan', 'ovitz', 'bamo', 'wenlo', 'rishka', 'mundt', 'fenu', 'capel', 'sidro', 'gorsk', 'halvy'][Math.floor(index / 8) % 12]}`;

beforeAll(async () => {
  w = await newWorkspace();
  const { on } = w;
  await call(w.client, 'key.make', { ...on(), passphrase: 'quiet harbour' });
  const text =
    'Interviewer: Who?\n\nCYP1: Someone helped me when I was in trouble with it all.\n\nInterviewer: Then?\n\nCYP1: We went on for long.\n';
  const source = await w.source(text, { kind: 'interview', group: 'CYP', phase: 1, participant: 'CYP1' }, 'one.txt');
  const parent = await w.code('Parent');
  const code = await w.code('Child', parent.id);
  const terms = Array.from({ length: 96 }, (_, index) => nameOf(index));
  await call(w.client, 'replacement.apply', { ...on(), keep: 'key', entries: [{ label: '[mentor]', terms }] });
  await w.mark(source, said, [code.id]);
  const start = (await w.read(source)).text.indexOf(said);
  const extract = { source, start, end: start + said.length };
  const [first, second] = (await call(w.client, 'framework.get', on())).outcomes;
  const theme = async (more: object) =>
    (await call(w.client, 'theme.create', { ...on(), codes: [], outcomes: [first!.id], ...more } as never)) as {
      readonly id: string;
    };
  const link = `ninefold:extract/${source}:${start}-${extract.end}`;
  const one = await theme({
    name: 'Trusted',
    codes: [code.id],
    definition: 'd',
    concept: 'c',
    narrative: `See [it](${link})`,
    isNot: 'n',
    role: 'r',
  });
  const two = await theme({ name: 'Second' });
  const raw = async (name: string, input: object) => {
    const done = await w.client.raw(name, { ...on(), ...input });
    if (!done.ok) throw new Error(`${name}: ${done.error.message}`);
    return done.value as { readonly id: string };
  };
  await raw('relation.create', { from: one.id, to: two.id, kind: 'leads to', note: 'n' });
  const [person] = (await call(w.client, 'people.list', on())).participants;
  await raw('people.update', { participant: person!.id, role: 'captain' });
  const attribute = await raw('attribute.create', { name: 'Area', kind: 'text' });
  await raw('people.setValue', { participant: person!.id, attribute: attribute.id, value: 'north' });
  for (const { id, role } of (await w.read(source)).speakers)
    if (role !== 'interviewer') await raw('speaker.bind', { speaker: id, participant: person!.id });
  await raw('caseStudy.create', { title: 'cs', body: 'b', disclaimer: 'd' });
  await raw('recommendation.create', { addressee: 'a', body: 'b', themes: [one.id] });
  await raw('quote.prepare', { extracts: [extract], leadIn: 'lead' });
  await raw('memo.create', { about: { kind: 'extract', ...extract }, title: 't', body: 'b' });
  await raw('theme.mark', { theme: one.id, extracts: [extract], stance: 'supports' });
  await raw('outcome.quote', { outcome: second!.id, extracts: [extract], placed: true, reason: 'r' });
  for (const view of ['flow', 'map', 'grid']) await raw('map.title', { view, title: 'mt' });
  const style = await raw('style.save', { kind: 'attribution', name: 'mine', template: '{method} {participant}' });
  asked = products(one.id, attribute.id, style.id);
  await call(w.client, 'study.close', on());
  plant(w.path);
  await w.restart();
  await call(w.client, 'key.open', { ...on(), passphrase: 'quiet harbour' });
}, 60_000);
afterAll(() => w.close());

/** Puts a name of its own into every column that holds words. */
function plant(path: string): void {
  const db = new Database(path);
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .all()
    .map(row => row.name)
    .filter(
      name =>
        !/^(?:sqlite_|search|journal|text_revision|source_text|original|undo|stale|evidence)|_(?:index|count|stale)$/.test(
          name,
        ),
    );
  let names = 0;
  for (const table of tables) {
    const columns = db.prepare<[], { name: string; type: string }>(`PRAGMA table_info("${table}")`).all();
    for (const { name: column, type } of columns) {
      if (type !== 'TEXT' || notWords.test(column) || fixed.has(`${table}.${column}`)) continue;
      const name = nameOf(names++);
      const json = column === 'metadata' ? `["Attendees","${name}"]` : null;
      try {
        const sql =
          json === null
            ? `UPDATE "${table}" SET "${column}" = coalesce("${column}" || ' ', '') || ?`
            : `UPDATE "${table}" SET "${column}" = json_array(json(?))`;
        if (db.prepare(sql).run(json ?? name).changes > 0) planted.set(name, `${table}.${column}`);
      } catch {
        // A column of a fixed list, or of ids.
      }
    }
  }
  db.prepare("UPDATE print_style SET settings = json_set(settings, '$.template', '{method} {participant} ' || ?)").run(
    nameOf(names++),
  );
  planted.set(nameOf(names - 1), 'print_style.settings');
  db.close();
}

/** Ids, times, digests, and words that are checked against a source. */
const notWords = /^id$|_id$|_at$|^at$|_by$|sha256|^(?:quoted|printed|choices|settings)$/;
/** Columns of fixed lists. */
const fixed: ReadonlySet<string> = new Set([
  'attribute.kind',
  'code.kind',
  'code.sigil',
  'coding.review',
  'framework.kind',
  'memo.about',
  'participant.role_kind',
  'print_style.kind',
  'quote.state',
  'replacement.kind',
  'source.kind',
  'speaker.role',
  'theme.status',
  'theme_mark.stance',
]);

describe('a name in any column', () => {
  test('is planted in all that hold words', () => {
    expect(planted.size).toBeGreaterThan(45);
  });

  test('blocks every export that would print it', async () => {
    const slipped: string[] = [];
    for (const [method, input] of asked) {
      const { format } = input as { readonly format: string };
      const ask = () => w.client.raw(method, { ...w.on(), ...input }) as Promise<unknown> as Promise<Envelope>;
      const told: string[] = [];
      const accepted: string[] = [];
      let done = await ask();
      if (!done.ok && done.error.code === 'disclosure') {
        const { findings } = done.error.details;
        told.push(...findings.map(one => one.message));
        accepted.push(...new Set(findings.map(one => one.key)));
        const given = accepted.map(finding => ({ finding, reason: 'To see what is printed.' }));
        await call(w.client, 'disclosure.accept', { ...w.on(), findings: given });
        done = await ask();
      }
      if (!done.ok) throw new Error(`${method} ${JSON.stringify(input)}: ${JSON.stringify(done.error)}`);
      for (const finding of accepted) await call(w.client, 'disclosure.unaccept', { ...w.on(), finding });
      const words = `${done.value.fileName}\n${wordsIn(done.value.bytes, format)}`;
      for (const [name, column] of planted)
        if (words.includes(name) && !told.some(message => message.includes(`“${name}”`)))
          slipped.push(`${method} ${format}: ${column}`);
    }
    expect([...new Set(slipped)]).toEqual([]);
  }, 120_000);
});
