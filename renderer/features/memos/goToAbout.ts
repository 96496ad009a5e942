import type { MemoAbout } from '../../../shared/model/memos.ts';
import { go, showExtracts } from '../../app/route.ts';

/** Goes to what a memo is about. The study, the journal and people have no place of their own. */
export function goToAbout(about: MemoAbout): void {
  if (about.kind === 'source' || about.kind === 'turn') go('code', about.source);
  else if (about.kind === 'extract') go('code', about.source, about);
  else if (about.kind === 'code') showExtracts('', about.code);
  else if (about.kind === 'theme') go('themes', about.theme);
  else if (about.kind === 'participant') go('sources', 'people');
}
