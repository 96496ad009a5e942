import { resolve } from 'node:path';
import { bracketsOf, classifyBracket } from '../../../db/brackets.ts';
import { dropUnfinished } from '../../../db/copyStudy.ts';
import { termsInForce } from '../../../db/key/terms.ts';
import { nameChecks, setNameCheck } from '../../../db/nameChecks.ts';
import { listReplacements } from '../../../db/replacements.ts';
import { getSource } from '../../../db/sources.ts';
import { keyOf, spokenTranscript } from '../../../db/spoken.ts';
import type { StudyFile } from '../../../db/studyFile.ts';
import type { CopyMade } from '../../../shared/api/outputs/anonymity.ts';
import type { NameSuggestion } from '../../../shared/model/anonymity.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import { newId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { refusePathsFromBrowser } from '../inputFiles.ts';

type Part = Pick<
  Handlers<Ctx>,
  'name.suggest' | 'name.checks' | 'name.check' | 'bracket.list' | 'bracket.classify' | 'source.spoken' | 'study.copy'
>;

export const nameHandlers: Part = {
  'name.suggest': async ({ study, sources, job = newId() }, { sessions, progress }) => {
    const session = sessions.get(study);
    const known = termsInForce(session.file).map(term => term.words);
    const request = { kind: 'names', sources: sources ?? null, known } as const;
    const told = (done: number, total: number) => progress(session, job, done, total);
    return (await session.jobs.run(study, job, session.file, request, told)) as readonly NameSuggestion[];
  },
  'name.checks': ({ study }, { sessions }) => nameChecks(sessions.get(study).file.read),
  'name.check': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { title } = getSource(read, input.source);
    return sessions.command(session, 'name.check', input, write => {
      setNameCheck(read, write, input.source, input.checked, session.coder.id);
      return {
        result: null,
        summary: input.checked ? `Checked “${title}” for names` : `Marked “${title}” as not checked for names`,
      };
    });
  },
  'bracket.list': ({ study, source }, { sessions }) => {
    const { read } = sessions.get(study).file;
    getSource(read, source);
    return bracketsOf(read, source);
  },
  'bracket.classify': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { title } = getSource(read, input.source);
    return sessions.command(session, 'bracket.classify', input, write => {
      classifyBracket(read, write, input.source, input, input.kind, session.coder.id);
      return { result: null, summary: `Said what a bracket in “${title}” is` };
    });
  },
  'source.spoken': ({ study, source }, { sessions }) => {
    const { file } = sessions.get(study);
    return spokenTranscript(file.read, keyOf(file), source);
  },
  'study.copy': async ({ study, path, unchecked = false, job = newId() }, { sessions, caller, progress }) => {
    refusePathsFromBrowser(caller);
    const session = sessions.get(study);
    const { location, keyring } = session.file;
    if (!unchecked) refuseUnchecked(session.file);
    const to = resolve(path);
    const request = { path: to, coder: session.coder.id, terms: keyring.open ? termsInForce(session.file) : null };
    const told = (done: number, total: number) => progress(session, job, done, total);
    try {
      return (await session.jobs.inThread(study, job, { kind: 'copy', location, request }, told)) as CopyMade;
    } catch (thrown) {
      dropUnfinished(to);
      throw thrown;
    }
  },
};

/** A copy is handed on: what nobody could look for in it has to be wanted. @throws `key-needed`. */
function refuseUnchecked({ read, keyring }: StudyFile): void {
  if (keyring.open || listReplacements(read, null).length === 0) return;
  throw new NinefoldError(
    'key-needed',
    'The words that were replaced are known to the key alone, and it is not open. So nobody can tell whether some of them still stand in a note that was left as it was, or in what was imported or written since. No copy was made. It can be saved unchecked, or with the key open.',
  );
}
