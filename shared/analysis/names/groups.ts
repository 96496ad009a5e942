import type { ReplacementKind } from '../../model/anonymity.ts';
import { isEveryday, isWordToo } from '../../text/commonWords.ts';
import { nameKey, nameWordsOf } from '../../text/nameWords.ts';
import { titles } from './clues.ts';
import type { Counts, Guess } from './judge.ts';
import { firstNames } from './nameLists.ts';

/** What was guessed of one thing, at all its places. */
export type Group = Pick<Guess, 'kind' | 'reason' | 'weight' | 'words' | 'key'> & {
  /** What speaks for each kind, added up: at its places one thing may look like a person and like a place. */
  readonly votes: ReadonlyMap<ReplacementKind, number>;
};

/** What one place or rule says of it. */
export type Lone = Omit<Group, 'votes'>;

/** One thing is shown once: as the kind that most speaks for, with the best reason for that, and the best weight of all. */
export function keep(groups: Map<string, Group>, { kind, reason, weight, words, key }: Lone): void {
  const before = groups.get(key);
  const votes = new Map(before?.votes).set(kind, (before?.votes.get(kind) ?? 0) + weight);
  if (!before) {
    groups.set(key, { kind, reason, weight, words, key, votes });
    return;
  }
  const most = Math.max(...votes.values());
  const better = before.kind === kind ? weight > before.weight : votes.get(kind) === most;
  const shown = better ? { kind, reason } : { kind: before.kind, reason: before.reason };
  groups.set(key, { ...shown, weight: Math.max(weight, before.weight), words: before.words, key, votes });
}

/** Names of speakers, whole and by their parts, where they are not codes ("CYP1") or roles ("Interviewer"). */
export function speakerNames(labels: ReadonlySet<string>): readonly Lone[] {
  return [...labels].flatMap(label => {
    const words = nameWordsOf(label).map(({ start, end }) => label.slice(start, end));
    if (words.length === 0 || words.some(word => isRole(word))) return [];
    const parts = words.filter(word => word.length > 2);
    return [...new Set([label.trim(), ...parts])].map(name => ({
      kind: 'person' as const,
      words: name,
      reason: 'is the name of a speaker',
      weight: 0.94,
      key: nameKey(name),
    }));
  });
}

const isRole = (word: string) =>
  /[\p{N}]/u.test(word) ||
  !/^\p{Lu}/u.test(word) ||
  (word.length < 6 && word === word.toUpperCase()) ||
  (isEveryday(nameKey(word)) && !firstNames.has(nameKey(word))) ||
  /^(?:interviewer|moderator|facilitator|participant|respondent|researcher|speaker|advisory|practitioner|carer|unknown|child|observer|chair|note|notes|evaluator)s?$/i.test(
    word,
  );

/** First names and surnames of people who are named in full somewhere. */
export function partsOfNames(groups: ReadonlyMap<string, Group>): readonly Lone[] {
  return [...groups.values()].flatMap(({ kind, words, weight }) => {
    const parts = words.split(' ').filter(part => !titles.has(nameKey(part).replace('.', '')));
    const isName = kind === 'person' && weight >= 0.9 && words.includes(' ');
    return isName
      ? parts
          .filter(part => part.length > 2 && !isEveryday(nameKey(part)))
          .map(part => ({
            kind,
            words: part,
            reason: `part of “${words}”`,
            weight: isWordToo(nameKey(part)) ? 0.5 : 0.75,
            key: nameKey(part).replace(/['’]/g, '-'),
          }))
      : [];
  });
}

/** First names that somebody typed without capitals, if they are no words. */
export function namesInLowerCase({ lower, capital }: Counts): readonly Lone[] {
  return [...lower.keys()]
    .filter(key => firstNames.has(key) && !isWordToo(key) && !capital.has(key))
    .map(key => ({ kind: 'person', words: key, reason: 'a common first name, in lower case', weight: 0.4, key }));
}
