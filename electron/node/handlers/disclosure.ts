import { codebookProse } from '../../../db/codebookProse.ts';
import { acceptedFindings, acceptFindings, findingsFor, termsKnown, unacceptFinding } from '../../../db/disclosure.ts';
import { reportProse } from '../../../db/disclosureFacts.ts';
import { savedAttribution } from '../../../db/printStyles.ts';
import { readQuotes } from '../../../db/quotes.ts';
import type { Reader } from '../../../db/reader.ts';
import { agreeSensitive, markSensitive, sensitiveMark, sensitiveMarks } from '../../../db/sensitive.ts';
import { disclosureReport } from '../../../shared/analysis/disclosure/report.ts';
import { sharedLabelFindings } from '../../../shared/analysis/disclosure/sharedLabel.ts';
import type { InputOf } from '../../../shared/api/methods.ts';
import { leastPeople } from '../../../shared/model/disclosure.ts';
import { type AttributionStyle, renderAttribution, styleOf } from '../../../shared/text/attributionStyle.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, opening } from '../plain.ts';
import { checkWords } from '../reportCheck.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'disclosure.check'
  | 'disclosure.words'
  | 'disclosure.accept'
  | 'disclosure.unaccept'
  | 'sensitive.list'
  | 'sensitive.mark'
  | 'sensitive.unmark'
  | 'sensitive.agree'
>;

/** What the report and the codebook print besides quotes. */
const wholeStudy = (read: Reader) => {
  const { prose, places } = reportProse(read);
  return { prose: [...prose, ...codebookProse(read)], places };
};

/** @throws `not-found` for a saved style that is gone, `invalid-input` for a template that can't be read. */
function styleIn(read: Reader, given: InputOf<'disclosure.check'>['style']): AttributionStyle | null {
  if (given === undefined || given === null) return null;
  return typeof given === 'string'
    ? savedAttribution(read, given)
    : styleOf(given.name ?? 'given style', given.template);
}

export const disclosureHandlers: Part = {
  'disclosure.check': (input, ctx) => {
    const { filter, attributes, roles = false, asSpoken = false, least = leastPeople } = input;
    const { file } = ctx.sessions.get(input.study);
    const { read } = file;
    const style = styleIn(read, input.style);
    const snapshot = readQuotes(read, filter ?? {}, style ? { style, extra: { context: 0 } } : {});
    const terms = asSpoken ? null : termsKnown(file);
    const findings = [
      ...sharedLabelFindings(snapshot.extra?.shared ?? []),
      ...findingsFor(read, snapshot, {
        terms,
        least,
        printsRoles: roles,
        ...(style && { label: (source, speaker) => renderAttribution(style, { ...source, speaker, role: null }) }),
        ...(attributes && { attributes }),
        ...(filter === undefined && wholeStudy(read)),
      }),
    ];
    const straight = snapshot.outcomes.flatMap(outcome => outcome.straight ?? []);
    const quotes = new Map(
      [...snapshot.extracts, ...straight]
        .filter(extract => extract.state !== 'held')
        .map(extract => [`${extract.sourceId} ${extract.start} ${extract.end}`, extract]),
    );
    return disclosureReport({
      findings,
      accepted: acceptedFindings(read),
      quotes: [...quotes.values()].map(({ sourceId: source, attribution: label }) => ({ source, label })),
      least,
      names: terms !== null,
      asSpoken,
      attributes: attributes === undefined || attributes.length > 0,
    });
  },
  'disclosure.words': ({ study, what, printed }, { sessions }) => {
    checkWords(sessions.get(study), what, printed);
    return null;
  },
  'disclosure.accept': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const reason = [...new Set(input.findings.map(one => one.reason))].join('; ');
    return sessions.command(session, 'disclosure.accept', { ...input, reason }, write => {
      const accepted = acceptFindings(read, write, input.findings, session.coder.id, now());
      return {
        result: { accepted },
        summary: `Accepted ${count(input.findings.length, 'finding')} of the disclosure check`,
      };
    });
  },
  'disclosure.unaccept': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'disclosure.unaccept', input, write => {
      unacceptFinding(read, write, input.finding);
      return { result: null, summary: 'Took back that a finding of the disclosure check is accepted' };
    });
  },
  'sensitive.list': ({ study, source }, { sessions }) => sensitiveMarks(sessions.get(study).file.read, source),
  'sensitive.mark': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { extract, kind } = input;
    return sessions.command(session, 'sensitive.mark', input, write => {
      const { mark } = markSensitive(read, write, { extract, kind, coder: session.coder.id, at: now() });
      return { result: mark, summary: `Marked “${opening(mark.quoted)}” as sensitive (${kind})` };
    });
  },
  'sensitive.unmark': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'sensitive.unmark', input, write => {
      const { quoted, kind } = sensitiveMark(read, input.mark);
      write.remove('sensitive', input.mark);
      return { result: null, summary: `“${opening(quoted)}” is not sensitive (${kind}) any more` };
    });
  },
  'sensitive.agree': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'sensitive.agree', input, write => {
      const { mark, reason } = input;
      const agreed = agreeSensitive(read, write, { mark, reason, coder: session.coder.id, at: now() });
      return { result: agreed, summary: `Gave the second yes to printing “${opening(agreed.quoted)}”` };
    });
  },
};
