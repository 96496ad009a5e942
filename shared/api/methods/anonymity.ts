import { z } from 'zod';
import type { Bracket, KeyState, NameCheck, NameSuggestion, Replacement } from '../../model/anonymity.ts';
import { bracketKinds, replacementKinds } from '../../model/anonymity.ts';
import { command, query } from '../define.ts';
import * as i from '../inputs.ts';
import type { Applied, CopyMade, FoundAll, SpokenTranscript } from '../outputs/anonymity.ts';

/** A label with its brackets; brackets, quotation marks and line breaks within it would break what it stands in. */
const label = z
  .string()
  .trim()
  .regex(/^\[[^[\]"\\\r\n\p{Cc}]{1,80}\]$/u, 'is not a label: write it in square brackets, as [mentor]');
const terms = z.array(z.string().trim().min(1, 'is empty').max(200)).max(500);
const span = { start: z.number().int().min(0), end: z.number().int().min(1) };
const passphrase = z.string().min(8, 'is shorter than 8 characters').max(500);

/** What must not be printed: the table of replacements, the key to the original words, and the state of each source. */
export const anonymityMethods = {
  'replacement.list': query(z.object(i.onStudy)).gives<readonly Replacement[]>(),
  /** Where the words stand in the sources and in notes, and what may be one of them. With `near`, spelling near-misses too. Words that are replaced already are not looked at. */
  'replacement.find': query(z.object({ ...i.onStudy, terms, near: z.boolean().optional() })).gives<FoundAll>(),
  /**
   * Puts labels in the place of words, in all sources and in notes, as one act. `places` are the ones to replace, with the words found there; absent: all that are sure.
   * `keep`: where the original words go. 'key' needs it open; 'nothing' can't be undone, nor anything before it.
   * @throws `key-needed`, `label-names` where a label holds words that must not be printed, `invalid-input` where places overlap, `superseded` where other words stand there by now.
   */
  'replacement.apply': command(
    z.object({
      ...i.onStudy,
      entries: z
        .array(
          z.object({
            label,
            kind: z.enum(replacementKinds).optional(),
            note: i.prose.optional(),
            terms: terms.min(1),
            places: z.array(z.object({ source: i.sourceId, ...span, words: z.string() })).optional(),
          }),
        )
        .min(1)
        .max(5_000),
      notes: z.boolean().optional(),
      keep: z.enum(['key', 'nothing']),
      reason: i.reason,
      job: i.job.optional(),
    }),
  ).gives<Applied>(),
  /** Changes what is known of a replacement; another label is written at every place where it stands. @throws `name-taken`, `label-names`. */
  'replacement.update': command(
    z.object({
      ...i.onStudy,
      replacement: i.replacementId,
      label: label.optional(),
      kind: z.enum(replacementKinds).optional(),
      note: i.prose.optional(),
      reason: i.reason,
      job: i.job.optional(),
    }),
  ).gives<null>(),
  /** Puts the original words back at these places. @throws `key-needed`. */
  'replacement.restore': command(
    z.object({ ...i.onStudy, brackets: z.array(i.bracketId).min(1), reason: i.reason, job: i.job.optional() }),
  ).gives<null>(),
  /** Takes a replacement that stands nowhere out of the table. @throws `refused` while it is in use. */
  'replacement.remove': command(
    z.object({ ...i.onStudy, replacement: i.replacementId, reason: i.reason }),
  ).gives<null>(),

  /** Words that may identify somebody, best guesses first. Words of the table are left out while the key is open. `job` names it for 'job.cancel' and in progress events. */
  'name.suggest': query(
    z.object({ ...i.onStudy, sources: z.array(i.sourceId).optional(), job: i.job.optional() }),
  ).gives<readonly NameSuggestion[]>(),
  'name.checks': query(z.object(i.onStudy)).gives<readonly NameCheck[]>(),
  /** Notes that this coder read a source for names. */
  'name.check': command(z.object({ ...i.onStudy, source: i.sourceId, checked: z.boolean() })).gives<null>(),

  'bracket.list': query(z.object({ ...i.onStudy, source: i.sourceId })).gives<readonly Bracket[]>(),
  'bracket.classify': command(
    z.object({ ...i.onStudy, source: i.sourceId, ...span, kind: z.enum(bracketKinds) }),
  ).gives<null>(),

  'key.state': query(z.object(i.onStudy)).gives<KeyState>(),
  /** Makes the key beside the study and leaves it open. @throws `key-exists`. */
  'key.make': command(z.object({ ...i.onStudy, passphrase })).gives<KeyState>(),
  /** @throws `key-missing`, `key-foreign`, `key-broken`, `passphrase-wrong`. */
  'key.open': command(
    z.object({ ...i.onStudy, passphrase: z.string().min(1), path: z.string().min(1).optional() }),
  ).gives<KeyState>(),
  'key.close': command(z.object(i.onStudy)).gives<KeyState>(),
  /** Gives the open key another passphrase. */
  'key.change': command(z.object({ ...i.onStudy, passphrase })).gives<KeyState>(),
  /** A passphrase that nobody guesses. Kept nowhere. */
  'key.suggest': query(z.object({})).gives<{ readonly passphrase: string }>(),
  /** Deletes the backups that Ninefold made beside the study: they hold the words of before. */
  'key.removeBackups': command(z.object(i.onStudy)).gives<KeyState>(),

  /** A source as it was spoken. @throws `key-needed`. */
  'source.spoken': query(z.object({ ...i.onStudy, source: i.sourceId })).gives<SpokenTranscript>(),
  /**
   * Writes a copy of the study that holds no original words: no files as imported, no earlier texts, no way back.
   * `unchecked`: even while the key is closed, so that nobody can know whether words of the table are left over.
   * @throws `disclosure` where words of the table are left over, `key-needed` while the key is closed and words were replaced.
   */
  'study.copy': command(
    z.object({ ...i.onStudy, path: z.string().min(1), unchecked: z.boolean().optional(), job: i.job.optional() }),
  ).gives<CopyMade>(),
} as const;
