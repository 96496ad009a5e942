import { useEffect, useRef } from 'react';
import { go, hrefOf, useRoute } from '../../app/route.ts';
import { setFolded, setOver, useFolded, useOver, useWindowWidth } from '../../ui/folding.ts';

/** In a window narrower than this (pixels) the page of a theme comes over the board. */
export const pageFoldsBelow = 1280;
const pane = 'themes/page';

/** Whose page is open, by the address, so that a link or a reload opens it too. In a narrow window, to put the page away is to close it. */
export function useOpenPage(): {
  readonly open: string | null;
  /** Whether the page lies over the board, so that opening it hides the board. */
  readonly covers: boolean;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
} {
  const { id } = useRoute();
  const narrow = useWindowWidth() < pageFoldsBelow;
  const over = useOver() === pane;
  const folded = useFolded().has(pane);
  const wasOver = useRef(false);
  useEffect(() => {
    if (id === null) return;
    if (folded) setFolded(pane, false);
    if (narrow) setOver(pane);
  }, [id, narrow, folded]);
  useEffect(() => {
    if (wasOver.current && !over && narrow && id !== null) go('themes');
    if (over && id === null) setOver(null);
    wasOver.current = over && narrow;
  }, [id, narrow, over]);
  return { open: id, covers: narrow, onOpen, onClose };
}

/** The screen over the whole place: the review of a theme (level 1 or 2), or how well the outcomes are covered. */
export type FullScreen =
  | { readonly kind: 'review'; readonly theme: string; readonly level: 1 | 2 }
  | { readonly kind: 'coverage' };

/** What the address asks to see instead of the board; null for the board. */
export function useFullScreen(): FullScreen | null {
  const { id, query } = useRoute();
  const review = query.get('review');
  if (id !== null && review !== null) return { kind: 'review', theme: id, level: review === '2' ? 2 : 1 };
  return query.has('coverage') ? { kind: 'coverage' } : null;
}

export const goToReview = (theme: string, level: 1 | 2 = 1): void => {
  location.hash = `${hrefOf('themes', theme)}?review=${level}`;
};
export const goToCoverage = (): void => {
  location.hash = `${hrefOf('themes')}?coverage=1`;
};

const onOpen = (id: string): void => go('themes', id);
const onClose = (): void => go('themes');
