import { normaliseText } from '../../text/normalise.ts';
import { countWords } from '../../text/words.ts';
import type { Block, Recognised } from './block.ts';
import { isName, readLabel, readTimeLine, withoutColon } from './labels.ts';
import { isHeadKey } from './metadata.ts';
import type { Paragraph } from './paragraphs.ts';

const headings = {
  time: /^(?:time ?(?:code|stamp)?s?|start(?: time)?|in|from)$/i,
  number: /^(?:no\.?|#|id|line|para(?:graph)?|turn)$/i,
  speaker: /^(?:speakers?|names?|who|participants?)$/i,
  speech: /^(?:text|transcript(?:ion)?|speech|content|words|utterances?|dialogue|what (?:was|is) said)$/i,
  other: /^(?:notes?|comments?|codes?|themes?|memos?|analysis|end(?: time)?|out|to|duration)$/i,
} as const;
type Role = keyof typeof headings;

/** Reads a table as speech: one column of names, one of words, perhaps one of times or numbers. Null for a table that is nothing of the kind. */
export function tableToBlocks(paragraphs: readonly Paragraph[]): Recognised | null {
  const rows = toRows(paragraphs);
  const width = Math.max(0, ...rows.map(row => row.length));
  if (width < 2) return null;
  const head = headOf(rows[0] ?? []);
  const body = head ? rows.slice(1) : rows;
  const roles = head ?? rolesOf(body, width);
  const speech = roles.indexOf('speech');
  const speaker = roles.indexOf('speaker');
  const isFacts = rows.filter(row => isHeadKey(withoutColon(row[0] ?? ''))).length * 2 >= rows.length;
  if (speech < 0 || speaker < 0 || isFacts) return { blocks: keptAsLines(rows), leftOut: [] };
  const time = roles.indexOf('time');
  const blocks: Block[] = [];
  for (const row of body) {
    const named = row[speaker] ?? '';
    const found = nameIn(isShort(named) ? named : '');
    // What is too long for a name is words.
    const spoken = [isShort(named) ? '' : named, row[speech] ?? ''].filter(Boolean).join('\n');
    const at = time < 0 ? found.at : (readTimeLine(row[time] ?? '') ?? found.at);
    const extra = head ? [] : row.filter((cell, index) => roles[index] === undefined && cell !== '');
    const text = [spoken, ...extra].filter(Boolean).join('\n');
    if (text === '' && found.label === '') continue;
    if (found.label !== '') blocks.push({ text, label: found.label, gap: true, at: at ?? undefined });
    else blocks.push({ text, gap: true });
  }
  const others = roles.flatMap((role, index) => (role === 'other' ? [`the column “${rows[0]?.[index] ?? ''}”`] : []));
  const dropped = roles.includes('number') ? ['the column of numbers'] : [];
  return { blocks, leftOut: [...(head ? ['the table’s headings'] : []), ...dropped, ...others] };
}

function toRows(paragraphs: readonly Paragraph[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const { text, cell } of paragraphs) {
    if (!cell) continue;
    rows[cell.row] ??= [];
    const row = rows[cell.row];
    if (!row) continue;
    while (row.length <= cell.column) row.push('');
    row[cell.column] = `${row[cell.column] ?? ''}\n${normaliseText(text)}`.trim();
  }
  return rows.filter(row => row?.some(cell => cell !== ''));
}

/** The columns' roles by a row of headings; null if the first row is none. */
function headOf(row: readonly string[]): readonly (Role | undefined)[] | null {
  const roles = row.map(cell =>
    (Object.keys(headings) as Role[]).find(role => headings[role].test(cell.replace(/:$/, ''))),
  );
  return roles.includes('speech') &&
    roles.includes('speaker') &&
    roles.every((role, index) => role || row[index] === '')
    ? roles
    : null;
}

/** The columns' roles by what stands in them: most words, clock times, numbers, short names. */
function rolesOf(rows: readonly (readonly string[])[], width: number): readonly (Role | undefined)[] {
  const columns = Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? '').filter(Boolean));
  const words = columns.map(cells => cells.reduce((sum, cell) => sum + countWords(cell), 0));
  const speech = words.lastIndexOf(Math.max(...words));
  const share = (cells: readonly string[], holds: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
  const roles: (Role | undefined)[] = columns.map((cells, column) => {
    if (column === speech) return 'speech';
    if (share(cells, cell => readTimeLine(cell) !== null) >= 0.7) return 'time';
    if (share(cells, cell => /^\d{1,5}\.?$/.test(cell)) >= 0.7) return 'number';
    return undefined;
  });
  const speaker = columns.findIndex(
    (cells, column) => roles[column] === undefined && column < speech && share(cells, isShort) >= 0.8,
  );
  if (speaker >= 0) roles[speaker] = 'speaker';
  return roles;
}

const isShort = (cell: string) => cell.length <= 60 && isName(nameIn(cell).label);

/** A name cell may hold a time code below or beside the name. */
function nameIn(cell: string): { readonly label: string; readonly at: number | null } {
  const line = cell.replace(/\s*\n\s*/g, '  ').trim();
  const found = readLabel(line);
  return found && found.rest === '' ? found : { label: withoutColon(line).replace(/\s+/g, ' '), at: null };
}

/** A table that is not speech keeps its words: a row of two as "key: value", others with tabs between the cells. */
function keptAsLines(rows: readonly (readonly string[])[]): readonly Block[] {
  return rows.map((row, index) => {
    const cells = row.filter(Boolean).map(cell => cell.replace(/\n/g, ' '));
    return {
      text: cells.length === 2 && row.length === 2 ? `${withoutColon(cells[0] ?? '')}: ${cells[1]}` : cells.join('\t'),
      gap: index === 0,
    };
  });
}
