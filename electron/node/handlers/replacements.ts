import { redactedSpans } from '../../../db/brackets.ts';
import { type Act, performPaced } from '../../../db/journal.ts';
import type { OpenKey } from '../../../db/key/keyFile.ts';
import type { KeyRecord } from '../../../db/key/records.ts';
import type { Term } from '../../../db/key/seal.ts';
import { termsInForce } from '../../../db/key/terms.ts';
import { keepNameCheck } from '../../../db/nameChecks.ts';
import { notePlaces } from '../../../db/noteColumns.ts';
import { each, type Paced, stretch } from '../../../db/paced.ts';
import type { Reader } from '../../../db/reader.ts';
import {
  doubtfulNotes,
  type Labelled,
  notesWith,
  redactNotes,
  redactSource,
  reviseSpliced,
} from '../../../db/redact.ts';
import {
  addReplacement,
  getReplacement,
  listReplacements,
  placesOfReplacement,
  redactionNamed,
  replacementLabelled,
} from '../../../db/replacements.ts';
import type { TableName } from '../../../db/rows.ts';
import { getSource, listSources, sourceText, textIdOf } from '../../../db/sources.ts';
import { keyOf } from '../../../db/spoken.ts';
import type { Writer } from '../../../db/writer.ts';
import type { FoundAll, FoundWords } from '../../../shared/api/outputs/anonymity.ts';
import type { LostCoding } from '../../../shared/api/outputs/source.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { BracketId, CodingId, ReplacementId, SourceId } from '../../../shared/model/ids.ts';
import { findOccurrences } from '../../../shared/text/occurrences.ts';
import { spliceLabels } from '../../../shared/text/views.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { count } from '../plain.ts';
import { refuseNamesInLabels, refuseTwoLabels } from './labelRules.ts';

type Part = Pick<
  Handlers<Ctx>,
  | 'replacement.list'
  | 'replacement.find'
  | 'replacement.apply'
  | 'replacement.update'
  | 'replacement.restore'
  | 'replacement.remove'
>;

const contextLength = 60;

export const replacementHandlers: Part = {
  'replacement.list': ({ study }, { sessions }) => {
    const { read, keyring } = sessions.get(study).file;
    return listReplacements(read, keyring.open);
  },
  'replacement.find': ({ study, terms, near }, { sessions }) => findAll(sessions.get(study).file.read, terms, near),
  'replacement.apply': async (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { file, coder } = session;
    const { read } = file;
    const key = input.keep === 'key' ? keyOf(file) : null;
    const fresh = termsOf(input.entries);
    const known = termsInForce(file);
    refuseNamesInLabels(input.entries, [...known, ...fresh]);
    refuseTwoLabels(input.entries, fresh, known);
    const labels = new Set(input.entries.map(entry => entry.label));
    const ids = new Map<string, ReplacementId>();
    const words: (readonly [BracketId, string])[] = [];
    const changed: CodingId[] = [];
    const merged: LostCoding[] = [];
    const act: Act = {
      coder: coder.id,
      command: 'replacement.apply',
      input: { labels: [...labels], keep: input.keep },
      reason: input.reason,
      seals: {
        terms: () => [...fresh, ...termsInForce(file)],
        key,
        records: () => (key ? keyRecords(key, ids, fresh, words) : []),
      },
    };
    const work = performPaced(file, act, function* (write) {
      const places = yield* stretch(0, 0.3, placesToReplace(read, input.entries));
      for (const { label, kind = 'other', note = '' } of input.entries) {
        const id = replacementLabelled(read, label) ?? addReplacement(write, { label, kind, note, coder: coder.id });
        ids.set(label, id);
      }
      const inSource = function* ([source, spans]: readonly [SourceId, readonly Place[]]): Paced<void> {
        const before = textIdOf(read, source);
        const labelled = spans.flatMap(({ label, start, end }): readonly Labelled[] => {
          const replacement = ids.get(label);
          return replacement ? [{ start, end, label, replacement }] : [];
        });
        const done = yield* redactSource(read, write, source, labelled, coder.id);
        words.push(...done.words);
        changed.push(...done.changed);
        merged.push(...done.merged);
        keepNameCheck(read, write, source, before);
      };
      yield* stretch(0.3, 0.9, each([...places], inSource));
      const notes = input.notes === false ? 0 : redactNotes(read, write, fresh);
      const total = words.length;
      const summary = `Replaced ${count(total, 'place')} in ${count(places.size, 'source')}${
        labels.size === 1 ? ` by ${[...labels][0]}` : ` by ${count(labels.size, 'label')}`
      }${key ? '' : ', for good'}`;
      return {
        result: { replacements: [...ids.values()], places: total, sources: places.size, notes, changed, merged },
        summary,
      };
    });
    return sessions.paced(session, 'replacement.apply', input.job, work);
  },
  'replacement.update': async (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { file } = session;
    const { read } = file;
    const before = getReplacement(read, file.keyring.open, input.replacement);
    const { label = before.label, kind = before.kind, note = before.note } = input;
    const other = replacementLabelled(read, label);
    if (other !== null && other !== before.id) {
      throw new NinefoldError(
        'name-taken',
        `There is a replacement ${label} already. Nothing was changed. One thing has one label, and one label stands for one thing.`,
        { label },
      );
    }
    if (label !== before.label) refuseNamesInLabels([{ label }], termsInForce(file));
    return sessions.inSteps(session, 'replacement.update', input, function* (write) {
      write.update('replacement', before.id, { label, kind, note });
      if (label !== before.label) yield* relabel(read, write, before.id, label);
      return {
        result: null,
        summary:
          label === before.label ? `Changed the replacement ${label}` : `Changed the label ${before.label} to ${label}`,
      };
    });
  },
  'replacement.restore': async (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read } = session.file;
    const key = keyOf(session.file);
    const rows = input.brackets.map(id => {
      const row = redactionNamed(read, id);
      const words = key.wordsOf(id);
      if (row && words !== null) return { row, words };
      throw new NinefoldError(
        'not-found',
        'The original words of this place are not in the key: it was mended away, or redacted for good. Nothing was changed.',
        { bracket: id },
      );
    });
    return sessions.inSteps(session, 'replacement.restore', input, function* (write) {
      const inSource = function* ([source, its]: readonly [SourceId, typeof rows]): Paced<void> {
        for (const { row } of its) write.remove('bracket', row.id);
        const spans = its
          .map(({ row, words }) => ({ start: row.start, end: row.end, label: words }))
          .toSorted((a, b) => a.start - b.start);
        const { text, map } = spliceLabels(sourceText(read, source), spans);
        yield* reviseSpliced(read, write, source, text, map);
      };
      yield* each([...grouped(rows, one => one.row.source)], inSource);
      return { result: null, summary: `Put the original words back at ${count(rows.length, 'place')}` };
    });
  },
  'replacement.remove': (input, { sessions }) => {
    const session = sessions.get(input.study);
    const { read, keyring } = session.file;
    const { label, uses } = getReplacement(read, keyring.open, input.replacement);
    if (uses > 0) {
      throw new NinefoldError(
        'refused',
        `${label} stands at ${count(uses, 'place')}. Nothing was changed. Put the original words back there first.`,
        { uses },
      );
    }
    return sessions.command(session, 'replacement.remove', input, write => {
      write.remove('replacement', input.replacement);
      return { result: null, summary: `Took ${label} out of the table of replacements` };
    });
  },
};

function findAll(read: Reader, terms: readonly string[], near = false): FoundAll {
  const places = listSources(read).flatMap(({ id, title }): readonly FoundWords[] => {
    const text = sourceText(read, id);
    return findOccurrences(text, terms, { near, skip: redactedSpans(read, id) }).map(one => ({
      ...one,
      source: id,
      title,
      before: text.slice(Math.max(0, one.start - contextLength), one.start),
      after: text.slice(one.end, one.end + contextLength),
    }));
  });
  const hidden = terms.map(words => ({ words, label: '[…]' }));
  const notes = [...grouped(notesWith(read, hidden), row => placeInWords(row.table))].map(([where, its]) => ({
    where,
    count: its.length,
  }));
  const doubtful = doubtfulNotes(read, hidden, { near }).map(({ table, text, start, end, term, found, how }) => ({
    where: placeInWords(table),
    term,
    found,
    how,
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  }));
  return { places, notes, doubtful };
}

const placeInWords = (table: TableName): string => notePlaces[table] ?? table;

type Entry = {
  readonly label: string;
  readonly terms: readonly string[];
  readonly places?: readonly (Span & { readonly source: SourceId; readonly words: string })[] | undefined;
};
type Place = Span & { readonly label: string };

/** The words of the entries, and those of given places: a near spelling that was ticked is a word of the table from then on. */
function termsOf(entries: readonly Entry[]): readonly Term[] {
  return entries.flatMap(({ label, terms, places = [] }) =>
    [...new Set([...terms, ...places.map(place => place.words)])]
      .filter(words => words.trim() !== '')
      .map(words => ({ words, label })),
  );
}

/** Where each label goes, by source. Entries without places of their own take all that is sure; where the words of two entries meet, the longer stand. */
function* placesToReplace(read: Reader, entries: readonly Entry[]): Paced<ReadonlyMap<SourceId, readonly Place[]>> {
  const open = entries.filter(entry => entry.places === undefined);
  const terms = open.flatMap(({ label, terms: all }) => all.map(words => ({ words, label })));
  const words = terms.map(term => term.words);
  const given = entries.flatMap(({ label, places = [] }) => places.map(place => ({ ...place, label })));
  const found: (Place & { readonly source: SourceId })[] = [];
  if (terms.length > 0) {
    yield* each(listSources(read), ({ id }) => {
      for (const { start, end, term, sure } of findOccurrences(sourceText(read, id), words, {
        skip: redactedSpans(read, id),
      })) {
        if (sure) found.push({ source: id, start, end, label: terms[term]?.label ?? '' });
      }
    });
  }
  for (const [source, its] of grouped(given, one => one.source)) refuseOtherWords(read, source, its);
  return grouped([...given, ...found], one => one.source);
}

/** @throws `superseded` where the source was changed after the places were found in it. */
function refuseOtherWords(
  read: Reader,
  source: SourceId,
  places: readonly (Span & { readonly words: string })[],
): void {
  const { title } = getSource(read, source);
  const text = sourceText(read, source);
  const other = places.find(({ start, end, words }) => text.slice(start, end) !== words);
  if (!other) return;
  throw new NinefoldError(
    'superseded',
    `“${title}” was changed after “${other.words}” was found in it. Nothing was replaced. Look for the words again.`,
    { source, start: other.start, end: other.end },
  );
}

function grouped<Item, Key>(items: readonly Item[], keyed: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyed(item));
    if (group) group.push(item);
    else groups.set(keyed(item), [item]);
  }
  return groups;
}

/** What the key learns from an act: all terms of each replacement, and the words of each place. */
function keyRecords(
  key: OpenKey,
  ids: ReadonlyMap<string, ReplacementId>,
  fresh: readonly Term[],
  words: readonly (readonly [BracketId, string])[],
): readonly KeyRecord[] {
  return [
    ...[...ids].map(([label, replacement]) => {
      const own = fresh.filter(term => term.label === label).map(term => term.words);
      return {
        kind: 'terms' as const,
        replacement,
        terms: [...new Set([...(key.termsOf(replacement) ?? []), ...own])],
      };
    }),
    { kind: 'words', words },
  ];
}

/** Writes another label at every place of a replacement. */
function* relabel(read: Reader, write: Writer, id: ReplacementId, label: string): Paced<void> {
  const rows = placesOfReplacement(read, id);
  yield* each([...grouped(rows, row => row.source)], function* ([source, spans]) {
    const before = textIdOf(read, source);
    const { text, map } = spliceLabels(
      sourceText(read, source),
      spans.map(({ start, end }) => ({ start, end, label })),
    );
    yield* reviseSpliced(read, write, source, text, map);
    keepNameCheck(read, write, source, before);
  });
}
