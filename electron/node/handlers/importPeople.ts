import { addAttribute, attributeNamed, getAttribute, setValue } from '../../../db/attributes.ts';
import { participantNamed } from '../../../db/participants.ts';
import type { Reader } from '../../../db/reader.ts';
import type { Writer } from '../../../db/writer.ts';
import type { PeopleRowReport } from '../../../shared/api/outputs/people.ts';
import { type PeopleRow, parsePeopleCsv } from '../../../shared/importers/peopleCsv.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { newId } from '../../../shared/model/ids.ts';
import { type Attribute, checkValue, kindOfValues } from '../../../shared/model/people.ts';
import { decodeText } from '../../../shared/text/decode.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { readInput } from '../inputFiles.ts';
import { count } from '../plain.ts';

type Part = Pick<Handlers<Ctx>, 'people.import'>;

export const importPeopleHandlers: Part = {
  'people.import': (input, ctx) => {
    const session = ctx.sessions.get(input.study);
    const { read } = session.file;
    const file = readInput(input.file, ctx.caller);
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) throw new NinefoldError(decoded.code, `${file.name}: ${decoded.message}`, { file: file.name });
    const table = parsePeopleCsv(decoded.text, file.name);
    if (!table.ok) throw new NinefoldError(table.error.code, table.error.message, table.error.details);
    const about = { study: input.study, file: file.name, rows: table.rows.length };
    return ctx.sessions.command(session, 'people.import', about, write => {
      const attributes = table.columns.map(column => attributeFor(read, write, column, table.rows));
      const result = table.rows.map(row => takeRow(read, write, row, attributes));
      const taken = result.filter(row => row.status === 'made' || row.status === 'changed').length;
      return { result, summary: `Read ${count(taken, 'participant')} from ${file.name}` };
    });
  },
};

type Column = { readonly column: string; readonly attribute: Attribute };

function attributeFor(read: Reader, write: Writer, column: string, rows: readonly PeopleRow[]): Column {
  const known = attributeNamed(read, column);
  if (known) return { column, attribute: known };
  const name = column.charAt(0).toUpperCase() + column.slice(1);
  const kind = kindOfValues(rows.map(row => row.values[column] ?? ''));
  return { column, attribute: getAttribute(read, addAttribute(read, write, { name, kind, choices: [] })) };
}

function takeRow(read: Reader, write: Writer, row: PeopleRow, columns: readonly Column[]): PeopleRowReport {
  const { label } = row;
  if (label === '') return { row: row.row, label, status: 'rejected', message: `Row ${row.row} has no participant.` };
  const phase = row.phase == null ? row.phase : Number(row.phase);
  if (phase != null && !(Number.isInteger(phase) && phase >= 1 && phase <= 99)) {
    const message = `Row ${row.row}: “${row.phase}” is not a phase; a phase is a whole number from 1.`;
    return { row: row.row, label, status: 'rejected', message };
  }
  const before = write.changes.length;
  const known = participantNamed(read, label);
  const facts = {
    ...(row.group !== undefined && { group_name: row.group }),
    ...(row.role !== undefined && { role: row.role }),
    ...(phase !== undefined && { phase }),
  };
  const id = known ?? newId<'participant'>();
  if (known) write.update('participant', known, facts);
  else write.insert('participant', { id, label, group_name: null, ...facts });
  const left = columns.flatMap(({ column, attribute }) => {
    const typed = row.values[column] ?? '';
    if (typed === '') return [];
    const checked = checkValue(attribute, typed);
    if (!checked.ok) return [`${attribute.name}: “${typed}” is not ${checked.expected}`];
    setValue(read, write, id, attribute, typed);
    return [];
  });
  const status = known === null ? 'made' : write.changes.length > before ? 'changed' : 'same';
  const message = left.length === 0 ? '' : `Row ${row.row}, left out: ${left.join('; ')}.`;
  return { row: row.row, label, status, message };
}
