import { type RefObject, useLayoutEffect, useState } from 'react';

/** How far outside the window turns are measured and painted, so that scrolling finds them ready. */
const ahead = '800px 0px';
/** While turns come and go quickly, the set is given no more often than this, ms. */
const pace = 100;

/** The turns in or near the window, by index. A new set comes whenever they, or their sizes, may have changed. `words` is another object when other turns are laid out. */
export function useVisibleTurns(
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  words: object,
): ReadonlySet<number> {
  const [visible, setVisible] = useState<ReadonlySet<number>>(() => new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `words` says that other turns stand on the page
  useLayoutEffect(() => {
    const page = root.current;
    if (!page) return;
    const now = new Set<number>();
    const indices = new Map<Element, number>([...page.children].map((turn, index) => [turn, index]));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told = Number.NEGATIVE_INFINITY;
    const give = () => {
      timer = undefined;
      told = performance.now();
      setVisible(new Set(now));
    };
    const tell = () => {
      const wait = told + pace - performance.now();
      if (wait <= 0) give();
      else timer ??= setTimeout(give, wait);
    };
    const watcher = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) {
          const index = indices.get(target);
          if (index === undefined) continue;
          if (isIntersecting) now.add(index);
          else now.delete(index);
        }
        tell();
      },
      { root: scroller.current, rootMargin: ahead },
    );
    for (const turn of page.children) watcher.observe(turn);
    const resized = new ResizeObserver(tell);
    resized.observe(page);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      resized.disconnect();
    };
  }, [root, scroller, words]);
  return visible;
}
