import { addCode, codeNamed, codeNames, getCode } from '../../../db/codes.ts';
import {
  addCoding,
  checkedSpan,
  codingsOn,
  codingsToReview,
  getCoding,
  markReviewed,
  placeCoding,
  removeCoding,
  splitCoding,
} from '../../../db/codings.ts';
import { followExtract } from '../../../db/onWords.ts';
import { each } from '../../../db/paced.ts';
import type { Reader } from '../../../db/reader.ts';
import { codingOn, codingRow, recodeRows } from '../../../db/recode.ts';
import { sourceText } from '../../../db/sources.ts';
import { mainTurnAt } from '../../../db/speakers.ts';
import { voicesOf } from '../../../db/voices.ts';
import type { Writer } from '../../../db/writer.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { CodeId, CoderId, CodingId, SourceId } from '../../../shared/model/ids.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count, named, opening } from '../plain.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'coding.apply'
  | 'coding.applyMany'
  | 'coding.remove'
  | 'coding.recode'
  | 'coding.resize'
  | 'coding.split'
  | 'coding.review'
  | 'coding.toReview'
>;

export const codingHandlers: Part = {
  'coding.apply': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const coder = session.coder.id;
    const text = sourceText(read, input.source);
    const span = checkedSpan(text, input);
    refuseNoCode(input);
    return sessions.command(session, 'coding.apply', input, write => {
      const codes = codesFor(read, write, input, coder, now());
      for (const code of codes) addCoding(read, write, { source: input.source, text, span, code, coder, at: now() });
      return {
        result: codingsOn(read, input.source, span, coder, codes),
        summary: `Coded “${opening(text.slice(span.start, span.end))}” as ${named(codeNames(read, codes))}`,
      };
    });
  },
  'coding.applyMany': async (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const coder = session.coder.id;
    refuseNoCode(input);
    const places = checkedPlaces(read, input.spans);
    const { codes: wantedCodes, newCodes, job } = input;
    const noted = { codes: wantedCodes, newCodes, spans: input.spans.length, job };
    return sessions.inSteps(session, 'coding.applyMany', noted, function* (write) {
      const codes = codesFor(read, write, input, coder, now());
      let made = 0;
      let extracts = 0;
      yield* each(places, ({ source, text, spans }) =>
        each(spans, span => {
          const added = codes.filter(code => addCoding(read, write, { source, text, span, code, coder, at: now() }));
          made += added.length;
          extracts += added.length > 0 ? 1 : 0;
        }),
      );
      const wanted = codes.length * places.reduce((sum, place) => sum + place.spans.length, 0);
      return {
        result: { made, already: wanted - made },
        summary: `Coded ${count(extracts, 'extract')} as ${named(codeNames(read, codes))}`,
      };
    });
  },
  'coding.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const noted = { ...input, codings: few(input.codings) };
    return sessions.command(session, 'coding.remove', noted, write => {
      const codings = chosen(read, input.codings);
      const names = codeNames(
        read,
        codings.map(coding => coding.code),
      );
      for (const coding of codings) removeCoding(write, coding.id);
      return { result: null, summary: `Removed ${named(names)} from ${extractsOf(codings)}` };
    });
  },
  'coding.recode': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const noted = { ...input, codings: few(input.codings) };
    return sessions.command(session, 'coding.recode', noted, write => {
      const codings = chosen(read, input.codings);
      const code = input.code ?? codeFor(read, write, input.newCode ?? '', session.coder.id, now());
      const { name } = getCode(read, code);
      const before = codeNames(
        read,
        codings.filter(coding => coding.code !== code).map(coding => coding.code),
      );
      const rows = codings.flatMap(coding => codingRow(read, coding.id) ?? []);
      const result = recodeRows(read, write, rows, code);
      return { result, summary: `Recoded ${extractsOf(codings)} from ${named(before)} to ${named([name])}` };
    });
  },
  'coding.resize': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'coding.resize', input, write => {
      const coding = getCoding(read, input.coding);
      const text = sourceText(read, coding.source);
      const span = checkedSpan(text, input);
      const { name } = getCode(read, coding.code);
      if (codingOn(read, { ...coding, ...span }, coding.code, coding.id)) {
        throw new NinefoldError(
          'refused',
          `“${name}” stands on exactly these words already. Nothing was changed. Remove one of the two instead.`,
          { coding: coding.id },
        );
      }
      placeCoding(write, coding.id, text, span);
      followExtract(read, write, coding.source, text, coding, span);
      return {
        result: null,
        summary: `Changed the words of “${name}” to “${opening(text.slice(span.start, span.end))}”`,
      };
    });
  },
  'coding.split': (input, { sessions, now }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    return sessions.command(session, 'coding.split', input, write => {
      const coding = getCoding(read, input.coding);
      const result = splitCoding(read, write, coding, sourceText(read, coding.source), input.at, now());
      return { result, summary: `Split “${getCode(read, coding.code).name}” on “${opening(coding.quoted)}” in two` };
    });
  },
  'coding.review': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const noted = { ...input, codings: few(input.codings) };
    return sessions.command(session, 'coding.review', noted, write => {
      const codings = chosen(read, input.codings).filter(coding => coding.review !== null);
      for (const coding of codings) markReviewed(write, coding.id);
      return { result: null, summary: `Looked again at ${extractsOf(codings)}` };
    });
  },
  'coding.toReview': ({ study, source }, { sessions }) => {
    const { read } = sessions.get(study).file;
    return codingsToReview(read, source ?? null).map(coding => {
      const voices = voicesOf(read, coding.source);
      return { ...coding, turn: voices ? mainTurnAt(voices, coding.start, coding.end) + 1 : 0 };
    });
  },
};

type CodesWanted = { readonly codes: readonly CodeId[]; readonly newCodes?: readonly string[] | undefined };

function refuseNoCode({ codes, newCodes = [] }: CodesWanted): void {
  if (codes.length + newCodes.length === 0) {
    throw new NinefoldError('invalid-input', 'No code was chosen. Choose one, or type the name of a new one.');
  }
}

/** The codes chosen, and those of the names typed, made where there are none yet. @throws `not-found`. */
function codesFor(read: Reader, write: Writer, wanted: CodesWanted, coder: CoderId, at: string): readonly CodeId[] {
  const made = (wanted.newCodes ?? []).map(name => codeFor(read, write, name, coder, at));
  const codes = [...new Set([...wanted.codes, ...made])];
  for (const code of codes) getCode(read, code);
  return codes;
}

const codeFor = (read: Reader, write: Writer, name: string, coder: CoderId, at: string) =>
  codeNamed(read, name) ?? addCode(read, write, { name, coder, at });

type Place = { readonly source: SourceId; readonly text: string; readonly spans: readonly Span[] };

/** Spans as they are coded, each once, by source; every text is read once. @throws what `checkedSpan` throws, with the number of the span. */
function checkedPlaces(read: Reader, spans: readonly (Span & { readonly source: SourceId })[]): readonly Place[] {
  return [...Map.groupBy(spans, span => span.source)].map(([source, list]) => {
    const text = sourceText(read, source);
    const checked = list.map(span => checkedSpan(text, span));
    return { source, text, spans: [...new Map(checked.map(span => [`${span.start} ${span.end}`, span])).values()] };
  });
}

const chosen = (read: Reader, codings: readonly CodingId[]) => [...new Set(codings)].map(id => getCoding(read, id));

const extractsOf = (codings: readonly { readonly quoted: string }[]) =>
  codings.length === 1 && codings[0] ? `“${opening(codings[0].quoted)}”` : count(codings.length, 'extract');

/** Ids for the journal's note of what was asked; its changes name every row in any case. */
const few = (codings: readonly CodingId[]) => codings.slice(0, 20);
