import { historyList, historyState } from '../../../db/history.ts';
import { goTo, redo, undo } from '../../../db/undo.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'history.list' | 'history.state' | 'history.undo' | 'history.redo' | 'history.goto'>;

export const historyHandlers: Part = {
  'history.list': ({ study, limit, before }, { sessions }) => historyList(sessions.get(study).file, limit, before),
  'history.state': ({ study }, { sessions }) => {
    const { file, coder } = sessions.get(study);
    return historyState(file, coder.id);
  },
  'history.undo': ({ study }, { sessions }) => {
    const session = sessions.get(study);
    return sessions.announce(session, 'history.undo', undo(session.file, session.coder.id));
  },
  'history.redo': ({ study }, { sessions }) => {
    const session = sessions.get(study);
    return sessions.announce(session, 'history.redo', redo(session.file, session.coder.id));
  },
  'history.goto': ({ study, entry }, { sessions }) => {
    const session = sessions.get(study);
    return sessions.announce(session, 'history.goto', goTo(session.file, session.coder.id, entry));
  },
};
