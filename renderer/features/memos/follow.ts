import type { MouseEvent } from 'react';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { go, showExtracts } from '../../app/route.ts';

/** Follows a link of a memo to what it points to, in this window. */
export function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  const [, kind, id] = /^#\/link\/([a-z]+)\/(.+)$/.exec(link.getAttribute('href') ?? '') ?? [];
  if (kind === 'code' && id) showExtracts('', id);
  else if (kind === 'theme' && id) go('themes', id);
  else if (kind === 'source' && id) go('code', id);
  else if (kind === 'extract' && id) {
    const place = placeOfKey(id);
    if (place) go('code', place.source, place);
  }
}
