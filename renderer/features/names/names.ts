import type { FoundAll, FoundWords } from '../../../shared/api/outputs/anonymity.ts';
import type { BracketKind, NameSuggestion, ReplacementKind } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { counted } from '../../ui/words.ts';

/** A source as it is told apart here: its attribution, and its title where nobody knows what it is. */
export const sourceName = ({ kind, title, attribution }: Pick<Source, 'kind' | 'title' | 'attribution'>): string =>
  kind === 'unknown' ? title : attribution;

/** Kinds of things that are replaced, as people read them. */
export const kindNames: Readonly<Record<ReplacementKind, string>> = {
  person: 'Person',
  place: 'Place',
  school: 'School',
  organisation: 'Organisation',
  date: 'Date',
  contact: 'Contact detail',
  other: 'Other',
};

/** Labels that reports use for a kind, without their brackets. */
export const usualLabels: Readonly<Record<ReplacementKind, readonly string[]>> = {
  person: ['young person', 'mentor', 'friend', 'family member', 'teacher', 'professional'],
  place: ['city centre', 'neighbourhood', 'name of place', 'street'],
  school: ['school', 'college', 'name of school'],
  organisation: ['name of organisation', 'youth club', 'service'],
  date: ['date', 'month', 'year', 'age'],
  contact: ['telephone number', 'e-mail address', 'address', 'web address'],
  other: ['identifying detail', 'named programme'],
};

export const bracketNames: Readonly<Record<BracketKind, string>> = {
  redaction: 'Redaction',
  gloss: 'Gloss',
  supplied: 'Supplied word',
  mark: 'Transcription mark',
  code: 'Code',
  cut: 'Cut',
};

/** What each class of bracket is, with an example. */
export const bracketWords: Readonly<Record<BracketKind, string>> = {
  redaction: 'stands in the place of words that identify: [mentor]',
  gloss: 'explains the words before it: they [CYP]',
  supplied: 'a word that an editor put in: I [was] there',
  mark: 'what the transcriber heard: [pause]',
  code: 'a code for somebody or something: [CYP2]',
  cut: 'words were left out: […]',
};

/** A label that can be proposed without asking: what is replaced has a form of its own. '' where there is none. */
export function proposedLabel({ kind, words }: Pick<NameSuggestion, 'kind' | 'words'>): string {
  if (/@/.test(words)) return 'e-mail address';
  if (/^(?:https?:|www\.)/i.test(words)) return 'web address';
  if (/^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i.test(words)) return 'postcode';
  if (kind === 'contact' && /^[+\d()\s-]+$/.test(words)) return 'telephone number';
  if (kind === 'date') return 'date';
  return '';
}

/** How words were found to be those of the table, and why one should look first; '' for the very words. */
export function howFound({ how, sure }: Pick<FoundWords, 'how' | 'sure'>): string {
  if (how === 'near') return 'A near spelling: the same name, or another one?';
  if (sure) return how === 'exact' ? '' : how === 'possessive' ? 'With a possessive' : 'In other capitals';
  return how === 'case' ? 'An everyday word in small letters' : 'May be an everyday word, or a part of another name';
}

/** In what people wrote themselves: "2 memos and 1 code". */
export const notesInWords = (notes: FoundAll['notes']): readonly string[] =>
  notes.map(({ where, count }) => {
    const about = /^what is known of an? (.+)$/.exec(where)?.[1];
    if (about) return `what is known of ${counted(count, about)}`;
    const bare = where.replace(/^(?:an?|the) /, '');
    const [head = bare, rest = ''] = /^(.+?)( (?:of|on|between|made) .*)$/.exec(bare)?.slice(1) ?? [bare, ''];
    return counted(count, `${head}${rest}`, `${head.replace(/y$/, 'ie')}s${rest}`);
  });
