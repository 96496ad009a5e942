import { listCodes } from '../../../db/codes.ts';
import { importCodebook } from '../../../db/importCodebook.ts';
import { studyFacts } from '../../../db/study.ts';
import { themeRows } from '../../../db/themes.ts';
import { codebookMediaTypes, exportCodebook } from '../../../shared/exporters/codebook/index.ts';
import { parseCodebookCsv } from '../../../shared/importers/codebookCsv.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { decodeText } from '../../../shared/text/decode.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, refuseEmpty } from '../exporting.ts';
import { readInput } from '../inputFiles.ts';
import { count } from '../plain.ts';
import { checkWords } from '../reportCheck.ts';

type Part = Pick<Handlers<Ctx>, 'codebook.export' | 'codebook.import'>;

export const codebookFileHandlers: Part = {
  'codebook.export': async ({ study, format, out }, { sessions, caller }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    const codes = listCodes(read);
    const { title } = studyFacts(read);
    refuseEmpty(codes.length, 'The codebook is empty. Make a code first.');
    const themes = new Map(themeRows(read).map(theme => [theme.id, theme.name]));
    checkWords(session, 'the codebook', { title, codes, themes });
    return deliver(
      {
        fileName: exportName(title, 'codebook', format),
        mediaType: codebookMediaTypes[format],
        bytes: await exportCodebook({ title, codes, themes }, format),
        items: codes.length,
      },
      out,
      caller,
    );
  },
  'codebook.import': (input, { sessions, caller, now }) => {
    const session = sessions.get(input.study);
    const file = readInput(input.file, caller);
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) throw new NinefoldError(decoded.code, `${file.name}: ${decoded.message}`, { file: file.name });
    const parsed = parseCodebookCsv(decoded.text, file.name);
    if (!parsed.ok) throw new NinefoldError(parsed.error.code, parsed.error.message, parsed.error.details);
    const noted = { study: input.study, file: file.name, rows: parsed.rows.length };
    return sessions.command(session, 'codebook.import', noted, write => {
      const result = importCodebook(session.file.read, write, parsed.rows, session.coder.id, now());
      const made = result.filter(row => row.status === 'made').length;
      const changed = result.filter(row => row.status === 'changed').length;
      return {
        result,
        summary: `Made ${count(made, 'code')} and changed ${changed.toLocaleString('en-GB')} from ${file.name}`,
      };
    });
  },
};
