import { createHash } from 'node:crypto';
import { redactedSpans } from '../../../db/brackets.ts';
import { codingRows } from '../../../db/codings.ts';
import type { Reader } from '../../../db/reader.ts';
import { replaceText } from '../../../db/reimport.ts';
import { lostCoding, placesOn, reviseText } from '../../../db/revise.ts';
import { revisionsOf } from '../../../db/revisions.ts';
import { getSource, sourceText, sourceWithOriginal, speakersOf, turnsOf } from '../../../db/sources.ts';
import type { ReimportReport } from '../../../shared/api/outputs/source.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { SourceId, SpeakerId, TurnId } from '../../../shared/model/ids.ts';
import { newId } from '../../../shared/model/ids.ts';
import { editText } from '../../../shared/text/edit.ts';
import { reanchor } from '../../../shared/text/reanchor.ts';
import { countWords } from '../../../shared/text/words.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count } from '../plain.ts';
import { readTranscript } from './imports.ts';

type Part = Pick<Handlers<Ctx>, 'source.edit' | 'source.revisions' | 'source.reimportPreview' | 'source.reimport'>;

export const revisionHandlers: Part = {
  'source.edit': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { source } = input;
    const before = getSource(read, source);
    refuseForeign(read, source, input.turns);
    const edited = editText(
      sourceText(read, source),
      turnsOf(read, source),
      input.turns.map(turn => ({ id: turn.turn, text: turn.text })),
      placesOn(read, source),
    );
    if (edited.turns.length === 0) {
      throw new NinefoldError(
        'no-words',
        `No words would be left of “${before.title}”. Nothing was changed. Leave some, or remove the source on the Sources page.`,
        { source },
      );
    }
    const turns = edited.turns.map(({ id, start, end, from }) => ({
      id,
      start,
      end,
      speaker: input.turns[from]?.speaker ?? null,
    }));
    const words = countWords(edited.text);
    const noted = { study: input.study, source, words, wordsBefore: before.words, reason: input.reason };
    return sessions.command(session, 'source.edit', noted, write => {
      const result = reviseText(read, write, source, edited.text, turns, edited.places);
      const { changed, lost, merged } = result;
      const summary = `Mended “${before.title}”${followed(changed.length, lost.length, merged.length)}`;
      return { result, summary };
    });
  },
  'source.revisions': ({ study, source }, { sessions }) => {
    const { read } = sessions.get(study).file;
    getSource(read, source);
    return revisionsOf(read, source);
  },
  'source.reimportPreview': async ({ study, source, file }, ctx) => {
    const session = ctx.sessions.get(study);
    const { read } = session.file;
    getSource(read, source);
    const found = await readTranscript(file, ctx);
    if (!found.ok) throw new NinefoldError(found.error.code, found.error.message, found.error.details);
    const before = getSource(read, source);
    const { bytes, draft } = found;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = newId<'draft'>();
    session.drafts.set(id, { fileName: found.file, bytes, sha256, draft });
    const names = new Set(draft.speakers.flatMap(speaker => [speaker.label, speaker.name]));
    const standing = speakersOf(read, source);
    const known = new Set(standing.flatMap(speaker => [speaker.label, speaker.name]));
    const other = sourceWithOriginal(read, sha256);
    return {
      ...laidOver(read, source, draft).report,
      draft: id,
      file: found.file,
      source,
      words: { before: before.words, after: draft.words },
      turns: { before: before.turns, after: draft.turns.length },
      newSpeakers: draft.speakers.filter(one => !known.has(one.label) && !known.has(one.name)).map(one => one.name),
      goneSpeakers: standing.filter(one => !names.has(one.label) && !names.has(one.name)).map(one => one.name),
      warnings: [
        ...draft.warnings,
        ...(other !== null && other !== source
          ? [
              {
                code: 'already-imported',
                message: `${found.file} is the file of another source, “${getSource(read, other).title}”. Look whether it is the right one.`,
              },
            ]
          : []),
        ...(redactedSpans(read, source).length > 0
          ? [
              {
                code: 'names-return',
                message:
                  'Names were replaced in this source. Those that stand in the corrected file come back with it: replace them again on the Names page.',
              },
            ]
          : []),
      ],
    };
  },
  'source.reimport': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const { source } = input;
    const pending = session.drafts.get(input.draft);
    if (!pending) {
      throw new NinefoldError(
        'draft-gone',
        'This preview is no longer held. Nothing was changed. Read the corrected transcript again.',
        { draft: input.draft },
      );
    }
    const before = getSource(read, source);
    const { report, text, turns, places } = laidOver(read, source, pending.draft);
    const noted = {
      study: input.study,
      source,
      file: pending.fileName,
      sha256: pending.sha256,
      words: countWords(text),
      wordsBefore: before.words,
      reason: input.reason,
    };
    const result = sessions.command(session, 'source.reimport', noted, write => {
      replaceText(read, write, source, { ...pending, text, turns, places });
      return {
        result: report,
        summary: `Put a corrected transcript in the place of “${before.title}”${followed(report.approximate.length, report.lost.length)}`,
      };
    });
    session.drafts.delete(input.draft);
    return result;
  },
};

/** What the summary adds on codings: ", 2 codings to look at again, 1 coding lost". */
function followed(changed: number, lost: number, merged = 0): string {
  return [
    changed > 0 ? `, ${count(changed, 'coding')} to look at again` : '',
    lost > 0 ? `, ${count(lost, 'coding')} lost` : '',
    merged > 0 ? `, ${count(merged, 'coding')} joined with others` : '',
  ].join('');
}

type GivenTurn = { readonly turn: TurnId | null; readonly speaker: SpeakerId | null };

/** @throws `not-found` for turns and speakers of another source, `invalid-input` where turns come twice or in another order. */
function refuseForeign(read: Reader, source: SourceId, given: readonly GivenTurn[]): void {
  const places = new Map(turnsOf(read, source).map((turn, index) => [turn.id, index]));
  const speakers = new Set(speakersOf(read, source).map(speaker => speaker.id));
  let last = -1;
  for (const [index, { turn, speaker }] of given.entries()) {
    if (speaker !== null && !speakers.has(speaker)) {
      throw new NinefoldError(
        'not-found',
        `Turn ${index + 1} is given to a speaker who is not in this source. Nothing was changed.`,
        { turn: index + 1, speaker },
      );
    }
    if (turn === null) continue;
    const place = places.get(turn);
    if (place === undefined) {
      throw new NinefoldError(
        'not-found',
        `Turn ${index + 1} is no longer in this source: it was changed in another window. Nothing was changed. Read the source again.`,
        { turn },
      );
    }
    if (place <= last) {
      throw new NinefoldError(
        'invalid-input',
        `Turn ${index + 1} comes twice or before one that stood before it. Nothing was changed. Turns keep their order.`,
        { turn },
      );
    }
    last = place;
  }
}

/** A corrected transcript laid over a source, and what becomes of its codings. */
function laidOver(read: Reader, source: SourceId, draft: Draft) {
  const placed = placesOn(read, source);
  const said = draft.turns.map(turn => draft.text.slice(turn.start, turn.end));
  const { text, turns, places } = reanchor(sourceText(read, source), turnsOf(read, source), said, placed);
  const report: {
    placed: number;
    approximate: ReimportReport['approximate'][number][];
    lost: ReimportReport['lost'][number][];
  } = { placed: 0, approximate: [], lost: [] };
  for (const row of codingRows(read, source)) {
    const place = places.get(row.id) ?? null;
    if (place === null) report.lost.push(lostCoding(read, row));
    else if (place.same) report.placed++;
    else {
      const found = text.slice(place.start, place.end);
      report.approximate.push({ ...lostCoding(read, row), found, score: place.score });
    }
  }
  return {
    report,
    text,
    places,
    turns: turns.map(({ id, start, end, from }) => {
      const turn = draft.turns[from];
      return {
        id,
        start,
        end,
        speaker: turn?.speaker ?? null,
        times: { fromMs: turn?.fromMs ?? null, toMs: turn?.toMs ?? null },
      };
    }),
  };
}
