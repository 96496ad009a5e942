import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkStudy } from '../../../db/check.ts';
import {
  addFramework,
  getFramework,
  listFrameworks,
  removeFramework,
  updateFramework,
} from '../../../db/frameworks.ts';
import { coderNamed, countStudy, founding, listCoders, studyFacts } from '../../../db/study.ts';
import { createStudyFile, openStudyFile } from '../../../db/studyFile.ts';
import { parseFramework } from '../../../shared/importers/frameworkJson.ts';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { defaultFrameworkTitle, defaultOutcomes } from '../../../shared/model/framework.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { infoOf, type Session } from '../sessions.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'study.create'
  | 'study.open'
  | 'study.close'
  | 'study.info'
  | 'study.rename'
  | 'study.stats'
  | 'study.coders'
  | 'study.check'
  | 'framework.get'
  | 'framework.list'
  | 'framework.parse'
  | 'framework.add'
  | 'framework.update'
  | 'framework.remove'
>;

export const studyHandlers: Part = {
  'study.create': ({ title, coder, path, passphrase, framework }, ctx) => {
    const file = createStudyFile(path === undefined ? freePath(ctx.options.studiesFolder, title) : resolve(path), {
      passphrase,
    });
    const outcomes = framework ?? { title: defaultFrameworkTitle, outcomes: defaultOutcomes };
    return noted(ctx, ctx.sessions.add(file, founding(file, { title, coder, framework: outcomes })));
  },
  'study.open': ({ path, passphrase, coder }, ctx) => {
    const full = resolve(path);
    const open = ctx.sessions.atPath(full);
    if (open) return infoOf(open);
    const file = openStudyFile(full, { passphrase });
    try {
      return noted(ctx, ctx.sessions.add(file, coderNamed(file, coder)));
    } catch (thrown) {
      file.close();
      throw thrown;
    }
  },
  'study.close': ({ study }, { sessions }) => {
    sessions.close(study);
    return null;
  },
  'study.info': ({ study }, { sessions }) => infoOf(sessions.get(study)),
  'study.rename': (input, { sessions }) => {
    const session = sessions.get(input.study);
    return sessions.command(session, 'study.rename', input, write => {
      write.update('study', studyFacts(session.file.read).id, { title: input.title });
      return { result: null, summary: `Renamed the study “${input.title}”` };
    });
  },
  'study.stats': ({ study }, { sessions }) => countStudy(sessions.get(study).file.read),
  'study.coders': ({ study }, { sessions }) => listCoders(sessions.get(study).file.read),
  'study.check': ({ study }, { sessions }) => checkStudy(sessions.get(study).file),
  'framework.get': ({ study, framework }, { sessions }) => getFramework(sessions.get(study).file.read, framework),
  'framework.list': ({ study }, { sessions }) => listFrameworks(sessions.get(study).file.read),
  'framework.parse': ({ json, name }) => {
    const parsed = parseFramework(json, name);
    if (!parsed.ok) throw new NinefoldError(parsed.error.code, parsed.error.message, parsed.error.details);
    return { ...parsed.framework, outcomes: [...parsed.framework.outcomes] };
  },
  'framework.add': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'framework.add', input, write => {
      const id = addFramework(read, write, input, input.outcomes);
      return { result: getFramework(read, id), summary: `Added the framework “${input.title}”` };
    });
  },
  'framework.update': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'framework.update', input, write => {
      const main = getFramework(read).id === (input.framework ?? getFramework(read).id);
      updateFramework(read, write, input, input.outcomes, input.moveTo);
      return { result: null, summary: main ? 'Changed the outcomes' : `Changed the framework “${input.title}”` };
    });
  },
  'framework.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    return sessions.command(session, 'framework.remove', input, write => {
      const { title } = removeFramework(session.file.read, write, input.framework, input.unlink ?? false);
      return { result: null, summary: `Removed the framework “${title}”` };
    });
  },
};

/** A study's facts, after it has been put on top of the recent ones. */
function noted(ctx: Ctx, session: Session): StudyInfo {
  const info = infoOf(session);
  ctx.recent.note({
    path: info.path,
    title: info.title,
    openedAt: ctx.now(),
    sources: info.counts.sources,
    themes: info.counts.themes,
  });
  return info;
}

/** A path in the folder that is not taken: the title without what file systems refuse, numbered if need be. */
export function freePath(folder: string, title: string): string {
  mkdirSync(folder, { recursive: true });
  const stem =
    title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80)
      .replace(/^\.+|[. ]+$/g, '') || 'Study';
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}.ninefold`);
    if (!existsSync(path)) return path;
  }
}
