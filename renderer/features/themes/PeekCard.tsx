import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ThemeId } from '../../../shared/model/ids.ts';
import { announce } from '../../ui/announce.ts';
import { bestOf } from './best.ts';
import css from './Peek.module.css';
import { hidePeek, type Peek, showPeek, usePeek } from './peeking.ts';
import { useMarks, useThemeExtracts } from './readings.ts';

/** How long the pointer must rest on a card, ms. */
const rest = 600;

/** What a list of cards does with the pointer: resting on a card shows its best extracts. */
export function usePeekPointer() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useRef<Element | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = () => {
    clearTimeout(timer.current);
    hidePeek();
  };
  const leave = () => {
    over.current = null;
    stop();
  };
  return {
    // Only a pointer that has moved rests: when a drag ends or cards move under it, it comes over a card without having been led there.
    onPointerMove: (event: PointerEvent) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
      if (card === over.current || event.pointerType !== 'mouse') return;
      leave();
      over.current = card;
      const theme = card?.dataset.key;
      if (card && theme) timer.current = setTimeout(() => showPeek(theme, card, false), rest);
    },
    onPointerLeave: leave,
    // A card that was pressed stays quiet until the pointer has left it. The cards keep a press to themselves, so it is met on its way down.
    onPointerDownCapture: stop,
    onDragStartCapture: stop,
  };
}

/** The best extracts of a card, beside it. Escape, a click or scrolling puts it away. */
export function PeekCard() {
  const peek = usePeek();
  useEffect(() => {
    if (!peek) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'e') hidePeek();
    };
    addEventListener('keydown', onKey, true);
    addEventListener('wheel', hidePeek, { passive: true });
    addEventListener('hashchange', hidePeek);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('wheel', hidePeek);
      removeEventListener('hashchange', hidePeek);
    };
  }, [peek]);
  useEffect(() => hidePeek, []);
  return peek?.card.isConnected
    ? createPortal(<Beside key={peek.theme} peek={peek} />, peek.card.closest('main') ?? document.body)
    : null;
}

function Beside({ peek }: { readonly peek: Peek }) {
  const theme = peek.theme as ThemeId;
  const { rows, ready, total } = useThemeExtracts(theme, 'source');
  const marks = useMarks(theme);
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ left: 0, top: 0 });
  const stances = new Map((marks.data ?? []).map(mark => [mark.key, mark.stance]));
  const best = bestOf(rows, stances);
  const shown = ready && !marks.isLoading;
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !shown) return;
    const card = peek.card.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = own;
    const right = card.right + 8 + width <= innerWidth;
    setAt({
      left: right ? card.right + 8 : Math.max(8, card.left - width - 8),
      top: Math.max(8, Math.min(card.top, innerHeight - height - 8)),
    });
  }, [peek, shown]);
  const words = best.map(one => `${one.text} (${one.attribution})`).join('. ');
  useEffect(() => {
    if (shown && peek.pinned) announce(words === '' ? 'No extracts yet' : words);
  }, [shown, peek, words]);
  if (!shown) return null;
  return (
    <div ref={box} role="tooltip" className={css.peek} style={at}>
      {best.length === 0 ? (
        <p className={css.from}>No extracts yet. A theme takes those of its codes.</p>
      ) : (
        <>
          {best.map(one => (
            <figure key={one.key}>
              <blockquote>{one.text}</blockquote>
              <figcaption className={css.from}>{one.attribution}</figcaption>
            </figure>
          ))}
          {total > best.length && (
            <p className={css.from}>
              {best.length} of {total} extracts
            </p>
          )}
        </>
      )}
    </div>
  );
}
