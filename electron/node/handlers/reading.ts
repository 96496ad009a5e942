import { markReading, readingOf } from '../../../db/reading.ts';
import { getSource } from '../../../db/sources.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'reading.list' | 'reading.mark'>;

export const readingHandlers: Part = {
  'reading.list': ({ study }, { sessions }) => {
    const { file, coder } = sessions.get(study);
    return readingOf(file.read, coder.id);
  },
  'reading.mark': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { title } = getSource(read, input.source);
    return sessions.command(
      session,
      'reading.mark',
      input,
      write => {
        markReading(read, write, input.source, session.coder.id, { ...input, at: now() });
        return { result: null, summary: `Read on in “${title}”` };
      },
      { undoable: false },
    );
  },
};
