import { importThemes } from '../../../db/importThemes.ts';
import { parseThemesTable } from '../../../shared/importers/themesTable.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { decodeText } from '../../../shared/text/decode.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { readInput } from '../inputFiles.ts';
import { count } from '../plain.ts';

type Part = Pick<Handlers<Ctx>, 'theme.import'>;

export const themeImportHandlers: Part = {
  'theme.import': (input, { sessions, caller, now }) => {
    const session = sessions.get(input.study);
    const file = readInput(input.file, caller);
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) throw new NinefoldError(decoded.code, `${file.name}: ${decoded.message}`, { file: file.name });
    const parsed = parseThemesTable(decoded.text, file.name);
    if (!parsed.ok) throw new NinefoldError(parsed.error.code, parsed.error.message, parsed.error.details);
    const noted = { study: input.study, file: file.name, rows: parsed.rows.length };
    return sessions.command(session, 'theme.import', noted, write => {
      const result = importThemes(session.file.read, write, parsed.rows, file.name, session.coder.id, now());
      const made = result.filter(row => row.status === 'made').length;
      const changed = result.filter(row => row.status === 'changed').length;
      return {
        result,
        summary: `Made ${count(made, 'theme')} and changed ${changed.toLocaleString('en-GB')} from ${file.name}`,
      };
    });
  },
};
