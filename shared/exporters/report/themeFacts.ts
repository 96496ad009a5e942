import type { ThemeEntry } from '../../analysis/themeBook.ts';
import { counted } from './counts.ts';

/** What a theme book says of a theme besides its words and quotes, label by label; what is not known is left out, except that nothing speaks against it. */
export function factsOf(entry: ThemeEntry): readonly { readonly label: string; readonly words: string }[] {
  const { theme, parent, subThemes, relations, outcomes, contrary, qualifies } = entry;
  const { extracts, sources, participants } = theme.evidence;
  const relation = relations.map(({ words, note }) => (note === '' ? words : `${words} (${note})`));
  const facts: readonly (readonly [string, string | null])[] = [
    ['Is not', theme.isNot || null],
    ['Status', `${theme.status}${theme.parked ? ', parked' : ''}`],
    ['Role', theme.role],
    ['Part of', parent],
    ['Sub-themes', subThemes.join('; ') || null],
    ['Relations', relation.join('; ') || null],
    ['Outcomes', outcomes.join('; ') || 'none'],
    ['Codes', theme.codes.join('; ') || 'none'],
    [
      'Evidence',
      `${counted(extracts, 'extract')} in ${counted(sources, 'source')} from ${participants === 1 ? '1 person' : `${participants.toLocaleString('en-GB')} people`}`,
    ],
    [
      'Against it',
      contrary.length + qualifies.length === 0
        ? 'no extract is marked as contrary'
        : [
            ...(contrary.length > 0
              ? [`${counted(contrary.length, 'extract')} speak${contrary.length === 1 ? 's' : ''} against it`]
              : []),
            ...(qualifies.length > 0
              ? [`it holds only under conditions in ${counted(qualifies.length, 'extract')}`]
              : []),
          ].join('; '),
    ],
  ];
  return facts.flatMap(([label, words]) => (words === null ? [] : [{ label, words }]));
}

/** What is left out, so that nobody takes the quotes printed for all there are. Null where all are printed. */
export function moreInWords({ quotes, more }: ThemeEntry): string | null {
  if (more === 0) return null;
  return quotes.length === 0
    ? `${counted(more, 'quote')} of this theme ${more === 1 ? 'is' : 'are'} not printed here.`
    : `${more.toLocaleString('en-GB')} more of this theme ${more === 1 ? 'is' : 'are'} not printed here.`;
}
