import { codeFacts } from '../../../db/codes.ts';
import { codedSpans } from '../../../db/codings.ts';
import { sourceIds } from '../../../db/sources.ts';
import { overlapTally } from '../../../shared/analysis/similarExtracts.ts';
import { similarNames } from '../../../shared/analysis/similarNames.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'code.similar'>;

/** Least share of words in common of two codes that are shown as near-duplicates. */
const leastShared = 0.5;
const mostPairs = 200;
/** Sources that are read in one go: between two goes other calls are answered. */
const batch = 50;

export const similarCodeHandlers: Part = {
  'code.similar': async ({ study }, { sessions }) => {
    const { file } = sessions.get(study);
    const names = similarNames(codeFacts(file.read)).map(pair => ({ ...pair, by: 'name' as const }));
    const tally = overlapTally<CodeId>();
    for (const [index, source] of sourceIds(file.read).entries()) {
      tally.add(codedSpans(sessions.get(study).file.read, source));
      if (index % batch === batch - 1) await new Promise(setImmediate);
    }
    const extracts = tally.pairs(leastShared).map(pair => ({ ...pair, by: 'extracts' as const }));
    return [...names.slice(0, mostPairs), ...extracts.slice(0, mostPairs)].sort((a, b) => b.score - a.score);
  },
};
