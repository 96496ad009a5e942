import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { rangesOf, rectsOf } from '../../lexical/places.ts';
import css from './Coding.module.css';

/** Distance from the selection, and from the left edge of the words, in pixels. */
const gap = 10;
const inset = 40;

/** What floats at a selection: below its last line, or above its first where there is no room below. It never covers the selection. */
export function Floating({
  root,
  scroller,
  transcript,
  span,
  children,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly transcript: Transcript;
  readonly span: Span;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = root.current;
    const window = scroller.current?.getBoundingClientRect();
    const floating = box.current;
    if (!page || !window || !floating) return;
    const rects = rangesOf(page, transcript, span).flatMap(rectsOf);
    const first = rects[0];
    const last = rects.at(-1);
    const words = page.querySelector('[data-turn]')?.getBoundingClientRect();
    if (!first || !last || !words) return;
    const origin = page.getBoundingClientRect();
    const place = () => {
      const height = floating.offsetHeight;
      const roomBelow = window.bottom - last.bottom - gap;
      const above = height > roomBelow && first.top - window.top - gap > roomBelow;
      const y = above ? first.top - gap - height : last.bottom + gap;
      floating.style.left = `${page.offsetLeft + words.left - origin.left + inset}px`;
      floating.style.top = `${page.offsetTop + y - origin.top}px`;
    };
    place();
    const resized = new ResizeObserver(place);
    resized.observe(floating);
    return () => resized.disconnect();
  }, [root, scroller, transcript, span]);
  return (
    <div ref={box} className={css.floating}>
      {children}
    </div>
  );
}
