import type { InputOf } from '../../../shared/api/methods.ts';
import type { AutocodeHit } from '../../../shared/api/outputs/coding.ts';
import type { SourceId, TurnId } from '../../../shared/model/ids.ts';

export type LookKind = 'words' | 'phrase' | 'regex' | 'speakers' | 'question';

/** What is to be found, as the form holds it. `speakers` and `sources` empty mean all. */
export type Look = {
  readonly kind: LookKind;
  readonly text: string;
  readonly caseMatters: boolean;
  readonly mark: 'match' | 'sentence' | 'turn';
  readonly sources: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  /** The interviewer's turn whose answers are looked for. */
  readonly question: TurnId | null;
};

export const lookKinds: readonly { readonly id: LookKind; readonly name: string }[] = [
  { id: 'words', name: 'Words' },
  { id: 'phrase', name: 'Phrase' },
  { id: 'regex', name: 'Pattern' },
  { id: 'speakers', name: 'Speaker' },
  { id: 'question', name: 'Answers' },
];

export const emptyLook: Look = {
  kind: 'words',
  text: '',
  caseMatters: false,
  mark: 'sentence',
  sources: new Set(),
  speakers: new Set(),
  question: null,
};

type Query = Omit<InputOf<'autocode.find'>, 'study'>;

/** The form as a question to the core; null while something is missing. `here` is the source whose questions are offered. */
export function queryOf(look: Look, here: SourceId): Query | null {
  const scope = {
    mark: look.mark,
    ...(look.sources.size > 0 && { sources: [...look.sources] as SourceId[] }),
    ...(look.speakers.size > 0 && { speakers: [...look.speakers] }),
  };
  switch (look.kind) {
    case 'speakers':
      return look.speakers.size === 0 ? null : { ...scope, look: { kind: 'speakers' }, mark: 'turn' };
    case 'question':
      return look.question === null
        ? null
        : { look: { kind: 'question', source: here, turn: look.question }, mark: 'turn' };
    default: {
      const text = look.text.trim();
      return text === '' ? null : { ...scope, look: { kind: look.kind, text, caseMatters: look.caseMatters } };
    }
  }
}

/** A hit's own name in a list. */
export const keyOf = (hit: AutocodeHit): string => `${hit.source} ${hit.start} ${hit.end}`;
