import type { Memo, MemoAbout, MemoKind } from '../../../shared/model/memos.ts';

/** What a memo of each kind is called in a heading. */
export const kindNames: Readonly<Record<MemoKind, string>> = {
  journal: 'Reflexive journal',
  study: 'The study as a whole',
  source: 'Sources',
  turn: 'Turns',
  extract: 'Extracts',
  code: 'Codes',
  theme: 'Themes',
  participant: 'Participants',
};

/** Headings in the order of the list: one's own thinking first, then from the whole to its parts. */
export const kindOrder: readonly MemoKind[] = [
  'journal',
  'study',
  'source',
  'turn',
  'extract',
  'code',
  'theme',
  'participant',
];

/** What is offered as the title of a new memo. */
export function titleFor(about: MemoAbout, name: string, now: Date = new Date()): string {
  if (about.kind === 'journal')
    return now.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return about.kind === 'study' ? '' : name;
}

/** What stands in the list: the title, else the beginning of the body. */
export function nameOfMemo({ title, body }: Pick<Memo, 'title' | 'body'>): string {
  const words = title === '' ? body.replace(/[#>*_`[\]]/g, '').trim() : title;
  return words === '' ? 'Without words yet' : words.slice(0, 120);
}

/** Whether two memos are about the very same thing. */
export const sameAbout = (a: MemoAbout, b: MemoAbout): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
