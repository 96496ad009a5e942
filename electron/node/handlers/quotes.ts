import { readExtracts } from '../../../db/extracts.ts';
import { readQuotes } from '../../../db/quotes.ts';
import { themeRow } from '../../../db/themes.ts';
import { isOpen } from '../../../shared/analysis/filter.ts';
import { quoteChapters, quotesInOrder } from '../../../shared/analysis/reportOrder.ts';
import { exportQuotes, quoteMediaTypes } from '../../../shared/exporters/quotes/index.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { quotesName } from '../../../shared/text/exportName.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, refuseEmpty } from '../exporting.ts';

type Part = Pick<Handlers<Ctx>, 'extract.list' | 'quote.list' | 'quote.chapters' | 'quote.export'>;

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
  'quote.list': ({ study, filter }, { sessions }) => quotesInOrder(readQuotes(sessions.get(study).file.read, filter)),
  'quote.chapters': ({ study, filter }, { sessions }) =>
    quoteChapters(readQuotes(sessions.get(study).file.read, filter)),
  'quote.export': async ({ study, filter, format, out }, { sessions, caller }) => {
    const snapshot = readQuotes(sessions.get(study).file.read, filter);
    const items = quotesInOrder(snapshot).length;
    refuseEmpty(items, 'No quote matches. Code some extracts first, or choose fewer filters.');
    const bytes = await exportQuotes(snapshot, format);
    const theme = filter.theme === undefined ? undefined : snapshot.themes[0]?.name;
    const made = {
      fileName: exportName(snapshot.title, quotesName({ ...filter, theme, filtered: !isOpen(filter.within) }), format),
      mediaType: quoteMediaTypes[format],
      bytes,
      items,
    };
    return deliver(made, out, caller);
  },
};
