import { getPrintStyle, listPrintStyles, removePrintStyle, savePrintStyle } from '../../../db/printStyles.ts';
import { styleExamples } from '../../../db/styleExamples.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'style.list' | 'style.save' | 'style.remove' | 'style.preview'>;

export const printStyleHandlers: Part = {
  'style.list': ({ study }, { sessions }) => listPrintStyles(sessions.get(study).file.read),
  'style.save': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'style.save', input, write => {
      const { style, fresh } = savePrintStyle(read, write, input, input.style);
      const what = style.kind === 'attribution' ? 'attribution style' : 'template of bundles';
      return { result: style, summary: `${fresh ? 'Saved' : 'Changed'} the ${what} “${style.name}”` };
    });
  },
  'style.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'style.remove', input, write => {
      const { name } = getPrintStyle(read, input.style);
      removePrintStyle(read, write, input.style);
      return { result: null, summary: `Removed the style “${name}”` };
    });
  },
  'style.preview': ({ study, template, filter }, { sessions }) =>
    styleExamples(sessions.get(study).file.read, template, filter),
};
