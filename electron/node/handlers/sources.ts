import { sourcesHeard } from '../../../db/people.ts';
import {
  getSource,
  getTranscript,
  listSources,
  removeSource,
  updateSource,
  updateSpeaker,
} from '../../../db/sources.ts';
import { originalFile } from '../../../db/spoken.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'source.list'
  | 'source.within'
  | 'source.get'
  | 'source.original'
  | 'source.update'
  | 'source.remove'
  | 'speaker.update'
>;

export const sourceHandlers: Part = {
  'source.list': ({ study }, { sessions }) => listSources(sessions.get(study).file.read),
  'source.within': ({ study, filter }, { sessions }) => sourcesHeard(sessions.get(study).file.read, filter),
  'source.get': ({ study, source }, { sessions }) => getTranscript(sessions.get(study).file.read, source),
  'source.original': ({ study, source }, { sessions }) => originalFile(sessions.get(study).file, source),
  'source.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'source.update', input, write => {
      const { title } = getSource(read, input.source);
      updateSource(read, write, input.source, given(input.facts));
      return { result: null, summary: `Changed what is known of “${title}”` };
    });
  },
  'source.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'source.remove', input, write => {
      const { title } = getSource(read, input.source);
      const { codings, memos } = removeSource(read, write, input.source);
      const noted = memos > 0 ? ` and ${count(memos, 'memo')}` : '';
      return { result: null, summary: `Removed “${title}” with ${count(codings, 'coding')}${noted}` };
    });
  },
  'speaker.update': (input, { sessions }) =>
    sessions.command(sessions.get(input.study), 'speaker.update', input, write => {
      updateSpeaker(write, input.speaker, input);
      return { result: null, summary: `Changed the speaker “${input.name}”` };
    }),
};

/** Drops fields that were not given, so that they stay as they are. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
