import { listSources, sourceText, speakersOf, turnsOf } from '../../../db/sources.ts';
import type { SearchHit } from '../../../shared/api/outputs.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { foldForSearch, foldWith } from '../../../shared/text/fold.ts';
import { contextOf } from '../../../shared/text/selection.ts';
import { mainTurn } from '../../../shared/text/turns.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';

type Part = Pick<Handlers<Ctx>, 'search.find'>;

const contextLength = 60;
const usualLimit = 500;

export const searchHandlers: Part = {
  'search.find': ({ study, text: wanted, source: within, limit = usualLimit }, { sessions }) => {
    const { read } = sessions.get(study).file;
    const hits: SearchHit[] = [];
    let total = 0;
    for (const source of listSources(read)) {
      if (within !== undefined && source.id !== within) continue;
      const text = sourceText(read, source.id);
      const found = occurrences(text, wanted);
      total += found.length;
      if (found.length === 0 || hits.length >= limit) continue;
      const turns = turnsOf(read, source.id);
      const speakers = new Map(speakersOf(read, source.id).map(speaker => [speaker.id, speaker]));
      for (const span of found.slice(0, limit - hits.length)) {
        const turn = mainTurn(turns, span, () => true);
        const { prefix, suffix } = contextOf(text, span, contextLength);
        hits.push({
          ...span,
          source: source.id,
          attribution: attribute(source, (turn?.speaker && speakers.get(turn.speaker)) || null),
          turn: turn?.ordinal ?? 0,
          before: prefix,
          text: text.slice(span.start, span.end),
          after: suffix,
        });
      }
    }
    return { hits, total };
  },
};

/** Where the words stand, in UTF-16 units of the text, without regard to case, accents and composition. */
function occurrences(text: string, wanted: string): readonly Span[] {
  const sought = foldWith(wanted.trim(), foldForSearch).folded;
  if (sought === '') return [];
  const { folded, from, to } = foldWith(text, foldForSearch);
  const found: Span[] = [];
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) {
    found.push({ start: from[at] ?? 0, end: to[at + sought.length - 1] ?? 0 });
  }
  return found;
}
