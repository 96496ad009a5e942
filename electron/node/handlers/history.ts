import { historyList, historyState } from '../../../db/history.ts';
import { type Going, goPaced } from '../../../db/undo.ts';
import type { HistoryState } from '../../../shared/api/outputs.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'history.list' | 'history.state' | 'history.undo' | 'history.redo' | 'history.goto'>;

export const historyHandlers: Part = {
  'history.list': ({ study, limit, before }, { sessions }) => historyList(sessions.get(study).file, limit, before),
  'history.state': ({ study }, { sessions }) => {
    const { file, coder } = sessions.get(study);
    return historyState(file, coder.id);
  },
  'history.undo': ({ study, job }, ctx) => go(ctx, study, 'history.undo', 'undo', job),
  'history.redo': ({ study, job }, ctx) => go(ctx, study, 'history.redo', 'redo', job),
  'history.goto': ({ study, entry, job }, ctx) => go(ctx, study, 'history.goto', { to: entry }, job),
};

function go(
  { sessions }: Ctx,
  study: string,
  name: string,
  going: Going,
  job: string | undefined,
): Promise<HistoryState> {
  const session = sessions.get(study);
  return sessions.paced(session, name, job, goPaced(session.file, session.coder.id, going));
}
