import type { Reader } from '../../../db/reader.ts';
import { listSources, sourceText, turnsOf } from '../../../db/sources.ts';
import type { KnownSpeaker } from '../../../db/speakers.ts';
import { voicesOf } from '../../../db/voices.ts';
import type { AutocodeLook } from '../../../shared/api/methods/coding.ts';
import type { AutocodeHit } from '../../../shared/api/outputs/coding.ts';
import type { Source, Span } from '../../../shared/model/entities.ts';
import { assertNever, NinefoldError } from '../../../shared/model/errors.ts';
import type { SourceId, TurnId } from '../../../shared/model/ids.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { ownPattern, type Pattern, wordPattern } from '../../../shared/text/pattern.ts';
import { contextOf, trimSelection } from '../../../shared/text/selection.ts';
import { sentencesIn, widenTo } from '../../../shared/text/sentences.ts';
import { createBreather } from '../breather.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { type PatternRunner, startPattern } from '../patternRunner.ts';

type Part = Pick<Handlers<Ctx>, 'autocode.find'>;

const contextLength = 60;
const usualLimit = 5_000;
/** Characters that are handed to the pattern's thread in one go. */
const batch = 500_000;

type Mark = 'match' | 'sentence' | 'turn';

/** A turn that is looked through. */
type Stretch = Span & { readonly ordinal: number; readonly voice: KnownSpeaker | null };

export const autocodeHandlers: Part = {
  'autocode.find': async (input, { sessions }) => {
    const { read } = sessions.get(input.study).file;
    const limit = input.limit ?? usualLimit;
    const pattern = patternOf(input.look);
    const answers = input.look.kind === 'question' ? answersTo(read, input.look.source, input.look.turn) : null;
    const chosen = new Set(input.sources ?? []);
    const sources = listSources(read).filter(source =>
      answers ? source.id === answers.source : input.sources === undefined || chosen.has(source.id),
    );
    const names = input.speakers && new Set(input.speakers);
    const wanted = (turn: Stretch) =>
      (answers === null || answers.turns.has(turn.ordinal)) &&
      (input.interviewers === true || turn.voice?.role !== 'interviewer') &&
      (names === undefined || (turn.voice !== null && (names.has(turn.voice.name) || names.has(turn.voice.label))));
    const runner = pattern && startPattern(pattern);
    const hits: AutocodeHit[] = [];
    let total = 0;
    try {
      for await (const { source, text, turns, found } of looked(
        () => sessions.get(input.study).file.read,
        sources,
        wanted,
        runner,
      )) {
        for (const [index, turn] of turns.entries()) {
          const marked = markedIn(text, turn, found === null ? null : (found[index] ?? []), input.mark);
          total += marked.length;
          for (const span of marked.slice(0, limit - hits.length)) hits.push(hitOf(source, text, turn, span));
        }
      }
    } finally {
      await runner?.close();
    }
    return { hits, total, cut: total > hits.length };
  },
};

/** @throws `pattern-broken`, `invalid-input`. */
function patternOf(look: AutocodeLook): Pattern | null {
  switch (look.kind) {
    case 'words':
    case 'phrase': {
      const pattern = wordPattern(look.text, look.kind, look.caseMatters ?? false);
      if (pattern) return pattern;
      throw new NinefoldError('invalid-input', 'There is no word to look for. Type one.');
    }
    case 'regex': {
      const own = ownPattern(look.text, look.caseMatters ?? false);
      if (own.ok) return own.pattern;
      throw new NinefoldError(
        'pattern-broken',
        `This is not a regular expression: ${own.problem}. Correct it, or look for words instead.`,
        {
          pattern: look.text,
        },
      );
    }
    case 'speakers':
    case 'question':
      return null;
    default:
      return assertNever(look);
  }
}

/** The turns after an interviewer's, up to the next interviewer's. @throws `not-found`, `refused`. */
function answersTo(read: Reader, source: SourceId, question: TurnId) {
  const turns = turnsOf(read, source);
  const stretches = stretchesOf(read, source);
  const asks = (index: number) => stretches[index]?.voice?.role === 'interviewer';
  const at = turns.findIndex(turn => turn.id === question);
  if (at < 0) {
    throw new NinefoldError('not-found', 'This question is no longer in the source. Choose another.', {
      turn: question,
    });
  }
  if (!asks(at)) {
    throw new NinefoldError(
      'refused',
      `Turn ${at + 1} is not an interviewer's. Choose one that is, or say on the Sources page who the interviewer is.`,
      { turn: question },
    );
  }
  const answers = new Set<number>();
  for (let index = at + 1; index < turns.length && !asks(index); index++) answers.add(index + 1);
  return { source, turns: answers };
}

type Looked = {
  readonly source: Source;
  readonly text: string;
  readonly turns: readonly Stretch[];
  /** For each turn where the pattern stands in it, counted from the turn's start; null where whole turns are wanted. */
  readonly found: readonly (readonly Span[])[] | null;
};

/** Goes through the sources, a batch of text at a time. @throws `study-closed` where the study is closed meanwhile. */
async function* looked(
  open: () => Reader,
  sources: readonly Source[],
  wanted: (turn: Stretch) => boolean,
  runner: PatternRunner | null,
): AsyncGenerator<Looked> {
  const breathe = createBreather();
  let waiting: Omit<Looked, 'found'>[] = [];
  let size = 0;
  for (const [index, source] of sources.entries()) {
    await breathe();
    const read = open();
    const text = sourceText(read, source.id);
    const turns = stretchesOf(read, source.id).filter(wanted);
    waiting.push({ source, text, turns });
    size += turns.reduce((sum, turn) => sum + turn.end - turn.start, 0);
    if (size < batch && index < sources.length - 1) continue;
    const texts = waiting.flatMap(one => one.turns.map(turn => one.text.slice(turn.start, turn.end)));
    const found = runner ? await runner.find(texts) : null;
    let from = 0;
    for (const one of waiting) {
      yield { ...one, found: found?.slice(from, from + one.turns.length) ?? null };
      from += one.turns.length;
      await breathe();
    }
    waiting = [];
    size = 0;
  }
}

function stretchesOf(read: Reader, source: SourceId): readonly Stretch[] {
  const voices = voicesOf(read, source);
  if (!voices) return [];
  const { turns, speakers } = voices;
  return Array.from({ length: turns.count }, (_, index) => ({
    start: turns.start(index),
    end: turns.end(index),
    ordinal: index + 1,
    voice: speakers[turns.speaker(index)] ?? null,
  }));
}

/** What of a turn is marked. Hits that come to stand on the same words, or overlap, are one. */
function markedIn(text: string, turn: Stretch, found: readonly Span[] | null, mark: Mark): readonly Span[] {
  const whole = trimSelection(text, turn);
  if (whole === null || found?.length === 0) return [];
  if (found === null || mark === 'turn') return [whole];
  const placed = found.flatMap(
    span => trimSelection(text, { start: turn.start + span.start, end: turn.start + span.end }) ?? [],
  );
  return mark === 'match' ? placed : widenTo(placed, sentencesIn(text, turn));
}

function hitOf(source: Source, text: string, turn: Stretch, span: Span): AutocodeHit {
  const { prefix, suffix } = contextOf(text, span, contextLength);
  return {
    ...span,
    source: source.id,
    text: text.slice(span.start, span.end),
    before: prefix,
    after: suffix,
    attribution: attribute(source, turn.voice),
    turn: turn.ordinal,
  };
}
