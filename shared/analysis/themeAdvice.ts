import type { ThemeStatus } from '../model/kinds.ts';
import type { AdviceKind } from '../model/themes.ts';
import { tokensOf } from '../text/search/tokens.ts';

/** What is known of a theme when advice is given on it. Figures leave interviewers out, but for `coded`. */
export type AdvisedTheme = {
  readonly name: string;
  readonly status: ThemeStatus;
  /** Whether anything at all carries one of its codes. */
  readonly coded: boolean;
  readonly extracts: number;
  readonly sources: number;
  readonly participants: number;
  /** Extracts marked or judged as contrary or qualifying. */
  readonly against: number;
  readonly outcomes: number;
};

/** What a theme may be named after without being a pattern of meaning, with the words that carry its meaning. */
export type Topics = {
  readonly outcomes: readonly { readonly number: number; readonly words: ReadonlySet<string> }[];
  readonly questions: readonly { readonly text: string; readonly words: ReadonlySet<string> }[];
};

/** Outcomes and questions made ready for advice on any number of themes. */
export function topicsOf(
  outcomes: readonly { readonly number: number; readonly title: string }[],
  questions: readonly string[],
): Topics {
  return {
    outcomes: outcomes.map(({ number, title }) => ({ number, words: wordsOf(title) })),
    questions: questions.map(text => ({ text, words: wordsOf(text) })),
  };
}

type Said = { readonly kind: AdviceKind; readonly message: string };

/** Things to think about for a theme: advice, never an error. In a fixed order. */
export function themeAdvice(theme: AdvisedTheme, topics: Topics): readonly Said[] {
  const said: Said[] = [];
  const say = (kind: AdviceKind, message: string) => said.push({ kind, message });
  const own = wordsOf(theme.name);
  const outcome = topics.outcomes.find(one => sameWords(own, one.words));
  if (outcome) {
    say(
      'outcome-name',
      `“${theme.name}” is also the name of outcome ${outcome.number}. An outcome is a question to answer; a theme says what the data have to say to it.`,
    );
  }
  const question = topics.questions.find(one => namedAfter(own, one.words));
  if (question !== undefined) {
    say(
      'question-name',
      `“${theme.name}” bears the words of a question that was asked: “${question.text}”. It may be a topic people were asked about, not a pattern of meaning.`,
    );
  }
  if (!theme.coded) say('no-extracts', 'Nothing is coded with its codes yet.');
  else if (theme.extracts === 0)
    say('interviewer-only', 'Only words of interviewers stand under it. They are no evidence.');
  else if (theme.participants === 1) say('one-voice', 'It rests on what one person says.');
  else if (theme.sources === 1) say('one-source', 'It rests on one source.');
  if (theme.status !== 'candidate') {
    if (theme.extracts > 0 && theme.against === 0)
      say(
        'no-contrary',
        'No extract speaks against it or qualifies it. Has one been looked for in the whole data set?',
      );
    if (theme.outcomes === 0) say('no-outcome', 'It answers no outcome.');
  }
  return said;
}

type Words = ReadonlySet<string>;

const within = (own: Words, other: Words) => [...own].every(word => other.has(word));

/** Whether two names hold the same words, whatever their order, case, accents and plural. */
const sameWords = (own: Words, other: Words) => own.size > 0 && own.size === other.size && within(own, other);

/** Whether a name is made of a question's words, and holds at least half of what the question asks about. */
const namedAfter = (own: Words, asked: Words) => own.size > 0 && own.size * 2 >= asked.size && within(own, asked);

/** The words that carry meaning, folded, without a plural's s. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    tokensOf(text)
      .map(token => token.folded)
      .filter(word => !plain.has(word))
      .map(word => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)),
  );
}

const plain: ReadonlySet<string> = new Set(
  `a an and any anything are as at be been being but by can could did do does for from had has have he her him his how i if in into is it its
  me more most my no not of on one or our out please say she should so some something tell than that the their them then there these they think thing this those to
  up us was we were what when where which who why will with would you your yourself about feel like s t d ll ve re m
  ain aren couldn didn doesn don hadn hasn haven isn mustn shouldn wasn weren won wouldn
  after also because before each every just only other others such until very while`.split(/\s+/),
);
