import { readReport } from '../../../db/report.ts';
import { findingsOf, printedIn } from '../../../shared/analysis/findings.ts';
import { printedInBook, type ThemeBook, themeBookOf } from '../../../shared/analysis/themeBook.ts';
import { reportMediaTypes } from '../../../shared/exporters/report/index.ts';
import type { FindingsDraft } from '../../../shared/model/findings.ts';
import type { AttributionStyle } from '../../../shared/text/attributionStyle.ts';
import { acceptGiven } from '../bundles.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, printed, refuseEmpty } from '../exporting.ts';
import { checkReport, type PrintedReport, reportOnReport, styleAsked } from '../reportCheck.ts';

type Part = Pick<Handlers<Ctx>, 'findings.draft' | 'findings.export' | 'themebook.export' | 'report.check'>;

/** Quotes of each theme in a theme book, unless told. */
const quotesOfTheme = 10;

const findingsReport = (draft: FindingsDraft, style: AttributionStyle | null): PrintedReport => ({
  what: 'the findings',
  printed: draft,
  keys: printedIn(draft),
  style,
});

const bookReport = (book: ThemeBook, style: AttributionStyle | null): PrintedReport => ({
  what: 'the theme book',
  printed: book,
  keys: printedInBook(book),
  style,
});

export const reportFileHandlers: Part = {
  'findings.draft': ({ study }, { sessions }) => findingsOf(readReport(sessions.get(study).file.read)),
  'findings.export': async (asked, { sessions, caller, now }) => {
    const session = sessions.get(asked.study);
    const { read } = session.file;
    const style = styleAsked(read, asked);
    const snapshot = readReport(read, style);
    const { title, themes, caseStudies, recommendations, outcomes } = snapshot;
    const straight = outcomes.flatMap(outcome => outcome.straight);
    refuseEmpty(
      themes.length + caseStudies.length + recommendations.length + straight.length,
      'There is nothing to report yet. Make a theme first.',
    );
    const draft = findingsOf(snapshot);
    const { findings, accepting } = checkReport(session, findingsReport(draft, style), asked);
    const made = {
      fileName: exportName(title, 'findings', 'docx'),
      mediaType: reportMediaTypes.docx,
      bytes: await printed(session, { what: 'findings', draft }, asked.job),
      items: themes.length,
    };
    acceptGiven(sessions, session, accepting, now());
    return { ...deliver(made, asked.out, caller), findings };
  },
  'themebook.export': async (asked, { sessions, caller, now }) => {
    const session = sessions.get(asked.study);
    const { read } = session.file;
    const style = styleAsked(read, asked);
    const snapshot = readReport(read, style);
    refuseEmpty(snapshot.themes.length, 'There is no theme yet. Make one first.');
    const book = themeBookOf(snapshot, asked.quotes ?? quotesOfTheme);
    const { findings, accepting } = checkReport(session, bookReport(book, style), asked);
    const made = {
      fileName: exportName(snapshot.title, 'theme book', asked.format),
      mediaType: reportMediaTypes[asked.format],
      bytes: await printed(session, { what: 'themebook', book, format: asked.format }, asked.job),
      items: snapshot.themes.length,
    };
    acceptGiven(sessions, session, accepting, now());
    return { ...deliver(made, asked.out, caller), findings };
  },
  'report.check': (asked, { sessions }) => {
    const session = sessions.get(asked.study);
    const style = styleAsked(session.file.read, asked);
    const snapshot = readReport(session.file.read, style);
    return reportOnReport(
      session,
      asked.report === 'findings'
        ? findingsReport(findingsOf(snapshot), style)
        : bookReport(themeBookOf(snapshot, quotesOfTheme), style),
    );
  },
};
