import { readCell } from '../../../db/matrix.ts';
import type { Cooccurrence, Matrix } from '../../../shared/api/outputs/analysis.ts';
import { newId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'analysis.matrix' | 'analysis.cell' | 'analysis.cooccurrence' | 'analysis.cancel'>;

export const analysisHandlers: Part = {
  'analysis.matrix': async ({ study, rows, columns, count, filter, job = newId() }, { sessions }) => {
    const session = sessions.get(study);
    const request = { kind: 'matrix', rows, columns, count, filter } as const;
    return (await session.jobs.run(study, job, session.file, request, () => undefined)) as Matrix;
  },
  'analysis.cell': ({ study, ...request }, { sessions }) => readCell(sessions.get(study).file.read, request),
  'analysis.cooccurrence': async ({ study, near, most, filter, job = newId() }, { sessions, progress }) => {
    const session = sessions.get(study);
    const request = { kind: 'cooccurrence', near, most, filter } as const;
    const told = (done: number, total: number) => progress(session, job, done, total);
    return (await session.jobs.run(study, job, session.file, request, told)) as Cooccurrence;
  },
  'analysis.cancel': ({ study, job }, { sessions }) => {
    sessions.get(study).jobs.cancel(study, job);
    return null;
  },
};
