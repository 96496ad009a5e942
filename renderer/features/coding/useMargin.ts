import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Transcript } from '../../../shared/model/entities.ts';
import { clearHighlight } from '../../lexical/highlights.ts';
import { layOutMargin, type MarginLayout, type MarginLook } from './margin.ts';
import { type Codes, codingsNear, describeTurns, measureStripes, paintWashes } from './paintTurns.ts';

const nothing: MarginLayout = { stripes: [], namesX: 0, width: 4, more: [] };

/**
 * Paints washes and lays out stripes for the turns shown; measuring all of a long transcript would take seconds.
 * Painted before the browser draws, so that a coding and its stripe appear in one frame.
 */
export function useMargin(
  root: RefObject<HTMLElement | null>,
  transcript: Transcript,
  codes: Codes,
  shown: ReadonlySet<number>,
  look: MarginLook,
): MarginLayout {
  const [layout, setLayout] = useState<MarginLayout>(nothing);
  useLayoutEffect(() => {
    const page = root.current;
    if (!page) return;
    const near = codingsNear(transcript, shown);
    paintWashes(page, transcript, near, shown);
    describeTurns(page, transcript, near, shown, codes);
    setLayout(layOutMargin(measureStripes(page, transcript, near, shown, codes), look));
  }, [root, transcript, codes, shown, look]);
  useEffect(
    () => () => {
      clearHighlight('w1');
      clearHighlight('w2');
    },
    [],
  );
  return layout;
}
