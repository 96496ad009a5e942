import { useEffect } from 'react';
import { go, useRoute } from '../../app/route.ts';
import { setFolded, setOver, useFolded, useOver, useWindowWidth } from '../../ui/folding.ts';

/** In a window narrower than this (pixels) the page of a theme comes over the board. */
export const pageFoldsBelow = 1280;
const pane = 'themes/page';

/** Whose page is open, by the address, so that a link or a reload opens it too. In a narrow window, to put the page away is to close it. */
export function useOpenPage(): {
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
} {
  const { id } = useRoute();
  const narrow = useWindowWidth() < pageFoldsBelow;
  const over = useOver() === pane;
  const folded = useFolded().has(pane);
  useEffect(() => {
    if (id === null) return;
    if (folded) setFolded(pane, false);
    if (narrow) setOver(pane);
    return () => setOver(null);
  }, [id, narrow, folded]);
  useEffect(() => {
    if (!narrow || !over) return;
    return () => go('themes');
  }, [narrow, over]);
  return { open: id, onOpen: one => go('themes', one), onClose: () => go('themes') };
}
