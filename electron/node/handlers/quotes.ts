import { readExtracts } from '../../../db/extracts.ts';
import { readQuotes } from '../../../db/quotes.ts';
import { themeRow } from '../../../db/themes.ts';
import { isOpen } from '../../../shared/analysis/filter.ts';
import { plainQuote, quoteChapters, quotesInOrder } from '../../../shared/analysis/reportOrder.ts';
import { bundleOf, quoteMediaTypes } from '../../../shared/exporters/quotes/index.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { quotesName } from '../../../shared/text/exportName.ts';
import {
  acceptGiven,
  attributionOf,
  bundleReport,
  checkBundle,
  readBundle,
  recordSpoken,
  settingsOf,
} from '../bundles.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, printed, refuseEmpty } from '../exporting.ts';

type Part = Pick<Handlers<Ctx>, 'extract.list' | 'quote.list' | 'quote.chapters' | 'quote.check' | 'quote.export'>;

export const quoteHandlers: Part = {
  'extract.list': ({ study, code, theme }, { sessions }) => {
    const { read } = sessions.get(study).file;
    const codes = theme === undefined ? null : new Set(themeRow(read, theme).codes);
    return readExtracts(read, code !== undefined ? [code] : codes ? [...codes] : undefined)
      .filter(extract => code === undefined || extract.codes.includes(code))
      .filter(
        extract =>
          codes === null || (extract.speaker?.role !== 'interviewer' && extract.codes.some(one => codes.has(one))),
      )
      .map(extract => ({
        key: `${extract.source.id}:${extract.start}-${extract.end}`,
        source: extract.source.id,
        start: extract.start,
        end: extract.end,
        text: extract.text,
        attribution: attribute(extract.source, extract.speaker),
        speaker: extract.speaker?.name ?? '',
        turn: extract.turn,
        codes: extract.codes,
      }));
  },
  'quote.list': ({ study, filter }, { sessions }) =>
    quotesInOrder(readQuotes(sessions.get(study).file.read, filter)).map(plainQuote),
  'quote.chapters': ({ study, filter }, { sessions }) =>
    quoteChapters(readQuotes(sessions.get(study).file.read, filter, { held: true })),
  'quote.check': (asked, { sessions }) => {
    const session = sessions.get(asked.study);
    const settings = settingsOf(session.file.read, asked);
    const style = attributionOf(session.file.read, asked, settings);
    const { printed } = readBundle(session, asked, style, settings.context);
    return bundleReport(session, printed, style, settings, asked);
  },
  'quote.export': async (asked, { sessions, caller, now }) => {
    const session = sessions.get(asked.study);
    const { filter, format, out, spoken = false } = asked;
    const settings = settingsOf(session.file.read, asked);
    const style = attributionOf(session.file.read, asked, settings);
    const { snapshot, printed: inPrint } = readBundle(session, asked, style, settings.context);
    const bundle = bundleOf(snapshot, settings, spoken);
    const items = bundle.quotes.length;
    refuseEmpty(items, 'No quote matches. Code some extracts first, or choose fewer filters.');
    const { findings, accepting } = checkBundle(session, inPrint, style, settings, asked);
    const theme = filter.theme === undefined ? undefined : snapshot.themes[0]?.name;
    const what = quotesName({ ...filter, theme, filtered: !isOpen(filter.within) });
    const made = {
      fileName: exportName(snapshot.title, spoken ? `${what}, as spoken` : what, format),
      mediaType: quoteMediaTypes[format],
      bytes: await printed(session, { what: 'quotes', bundle, format }, asked.job),
      items,
    };
    acceptGiven(sessions, session, accepting, now());
    if (spoken) recordSpoken(sessions, session, { what, format, items });
    return { ...deliver(made, out, caller), findings };
  },
};
