import { addMemo, getMemo, listMemos } from '../../../db/memos.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { opening } from '../plain.ts';

type Part = Pick<Handlers<Ctx>, 'memo.list' | 'memo.create' | 'memo.update' | 'memo.remove'>;

export const memoHandlers: Part = {
  'memo.list': ({ study, kind, source }, { sessions }) => listMemos(sessions.get(study).file.read, { kind, source }),
  'memo.create': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { about, title, body } = input;
    return sessions.command(session, 'memo.create', { study: input.study, about, title }, write => {
      const id = addMemo(read, write, { about, title, body, coder: session.coder.id, at: now() });
      return { result: getMemo(read, id), summary: `Wrote the memo ${named(title, body)}` };
    });
  },
  'memo.update': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'memo.update', { study: input.study, memo: input.memo }, write => {
      const before = getMemo(read, input.memo);
      const { title = before.title, body = before.body } = input;
      if (title !== before.title || body !== before.body)
        write.update('memo', input.memo, { title, body, changed_at: now() });
      return { result: getMemo(read, input.memo), summary: `Changed the memo ${named(title, body)}` };
    });
  },
  'memo.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'memo.remove', input, write => {
      const { title, body } = getMemo(read, input.memo);
      write.remove('memo', input.memo);
      return { result: null, summary: `Removed the memo ${named(title, body)}` };
    });
  },
};

const named = (title: string, body: string) => `“${title === '' ? opening(body) : title}”`;
