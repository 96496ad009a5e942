import { searchStudy } from '../../../db/search.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'search.find'>;

const usualLimit = 100;

/** The newest search of each searcher that waits or runs, by study and searcher. */
const newest = new Map<string, symbol>();

export const searchHandlers: Part = {
  'search.find': async (input, { sessions }) => {
    const { study, text, mode = 'words', typing = false, source, sources, speakers, filter } = input;
    await turnOf(`${study} ${input.searcher ?? ''}`, input.searcher !== undefined);
    return searchStudy(sessions.get(study).file.read, {
      text,
      mode,
      typing,
      places: input.in ?? ['transcripts'],
      sources: source === undefined ? (sources ?? null) : [source],
      speakers: speakers ?? null,
      filter,
      offset: input.offset ?? 0,
      limit: input.limit ?? usualLimit,
    });
  },
};

/** Lets calls that came meanwhile be taken first, so that of many keystrokes only the last is looked for. @throws `superseded`. */
async function turnOf(searcher: string, asked: boolean): Promise<void> {
  if (!asked) return;
  const mine = Symbol(searcher);
  newest.set(searcher, mine);
  await new Promise(resolve => setImmediate(resolve));
  if (newest.get(searcher) !== mine)
    throw new NinefoldError('superseded', 'A newer search took the place of this one.');
  newest.delete(searcher);
}
