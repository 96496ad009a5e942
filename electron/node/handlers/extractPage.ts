import { getCode } from '../../../db/codes.ts';
import { extractPage } from '../../../db/extractPage.ts';
import { themeRow } from '../../../db/themes.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'extract.page'>;

export const extractPageHandlers: Part = {
  'extract.page': ({ study, code, theme, group, filter, offset, limit }, { sessions }) => {
    const { read } = sessions.get(study).file;
    const codes =
      code === undefined ? (theme === undefined ? [] : themeRow(read, theme).codes) : [getCode(read, code).id];
    return extractPage(read, codes, { group, filter, offset, limit, evidenceOnly: theme !== undefined });
  },
};
