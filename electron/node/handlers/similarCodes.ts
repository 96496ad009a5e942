import { codeFacts } from '../../../db/codes.ts';
import { codedSpans } from '../../../db/codings.ts';
import { sourceIds } from '../../../db/sources.ts';
import { overlapTally } from '../../../shared/analysis/similarExtracts.ts';
import { similarNames } from '../../../shared/analysis/similarNames.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { createBreather } from '../breather.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'code.similar'>;

/** Least share of words in common of two codes that are shown as near-duplicates. */
const leastShared = 0.5;
const mostPairs = 200;

export const similarCodeHandlers: Part = {
  'code.similar': async ({ study }, { sessions }) => {
    const { file } = sessions.get(study);
    const names = similarNames(codeFacts(file.read)).map(pair => ({ ...pair, by: 'name' as const }));
    const tally = overlapTally<CodeId>();
    const breathe = createBreather();
    for (const source of sourceIds(file.read)) {
      tally.add(codedSpans(sessions.get(study).file.read, source));
      await breathe();
    }
    const extracts = tally.pairs(leastShared).map(pair => ({ ...pair, by: 'extracts' as const }));
    return [...names.slice(0, mostPairs), ...extracts.slice(0, mostPairs)].sort((a, b) => b.score - a.score);
  },
};
