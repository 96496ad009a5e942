import { readReport } from '../../../db/report.ts';
import { findingsOf } from '../../../shared/analysis/findings.ts';
import { exportFindings, exportThemeBook, reportMediaTypes } from '../../../shared/exporters/report/index.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, refuseEmpty } from '../exporting.ts';

type Part = Pick<Handlers<Ctx>, 'findings.draft' | 'findings.export' | 'themebook.export'>;

/** Quotes of each theme in a theme book, unless told. */
const quotesOfTheme = 10;

export const reportFileHandlers: Part = {
  'findings.draft': ({ study }, { sessions }) => findingsOf(readReport(sessions.get(study).file.read)),
  'findings.export': async ({ study, out }, { sessions, caller }) => {
    const { read } = sessions.get(study).file;
    const snapshot = readReport(read);
    const { themes, caseStudies, recommendations, outcomes } = snapshot;
    const straight = outcomes.flatMap(outcome => outcome.straight);
    refuseEmpty(
      themes.length + caseStudies.length + recommendations.length + straight.length,
      'There is nothing to report yet. Make a theme first.',
    );
    const made = {
      fileName: exportName(snapshot.title, 'findings', 'docx'),
      mediaType: reportMediaTypes.docx,
      bytes: await exportFindings(snapshot),
      items: themes.length,
    };
    return deliver(made, out, caller);
  },
  'themebook.export': async ({ study, format, quotes = quotesOfTheme, out }, { sessions, caller }) => {
    const { read } = sessions.get(study).file;
    const snapshot = readReport(read);
    refuseEmpty(snapshot.themes.length, 'There is no theme yet. Make one first.');
    const made = {
      fileName: exportName(snapshot.title, 'theme book', format),
      mediaType: reportMediaTypes[format],
      bytes: await exportThemeBook(snapshot, format, quotes),
      items: snapshot.themes.length,
    };
    return deliver(made, out, caller);
  },
};
