import { readCell } from '../../../db/matrix.ts';
import { readPairPlaces } from '../../../db/pairPlaces.ts';
import { studyFacts } from '../../../db/study.ts';
import { isOpen } from '../../../shared/analysis/filter.ts';
import type { Cooccurrence, Matrix } from '../../../shared/api/outputs/analysis.ts';
import { matrixCsv } from '../../../shared/exporters/matrix/csv.ts';
import { newId } from '../../../shared/model/ids.ts';
import { matrixName } from '../../../shared/text/exportName.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, refuseEmpty } from '../exporting.ts';
import { checkWords } from '../reportCheck.ts';

type Part = Pick<
  Handlers<Ctx>,
  'analysis.matrix' | 'analysis.cell' | 'analysis.cooccurrence' | 'analysis.places' | 'analysis.export' | 'job.cancel'
>;

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
  'analysis.places': ({ study, ...request }, { sessions }) => readPairPlaces(sessions.get(study).file.read, request),
  'analysis.export': async ({ study, rows, columns, count, filter, out }, { sessions, caller }) => {
    const session = sessions.get(study);
    const { read } = session.file;
    const request = { kind: 'matrix', rows, columns, count, filter } as const;
    const matrix = (await session.jobs.run(study, newId(), session.file, request, () => undefined)) as Matrix;
    refuseEmpty(matrix.rows.length, `There are no ${rows} to count.`);
    checkWords(session, 'the matrix', matrix);
    const by = typeof columns === 'string' ? columns : 'attribute';
    const filtered = filter !== undefined && !isOpen(filter);
    return deliver(
      {
        fileName: exportName(studyFacts(read).title, matrixName({ rows, by, count, filtered }), 'csv'),
        mediaType: 'text/csv',
        bytes: matrixCsv(matrix, rows === 'codes' ? 'Code' : 'Theme'),
        items: matrix.rows.length,
      },
      out,
      caller,
    );
  },
  'job.cancel': ({ study, job }, { sessions }) => {
    sessions.get(study).jobs.cancel(study, job);
    return null;
  },
};
