import { type RefObject, useEffect } from 'react';
import type { Transcript } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { useReading } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { toastError } from '../../ui/toast.tsx';
import css from './Coding.module.css';

/** How long a place must stay in view before it counts as read, ms. */
const dwell = 2500;

/** At the foot of a transcript shown for reading: how far it has been read, which is noted as it goes, and the mark that it is finished. */
export function ReadingFoot({
  page,
  scroller,
  transcript,
}: {
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly transcript: Transcript;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const reading = useReading();
  const { source, turns } = transcript;
  const state = reading.data?.find(one => one.source === source.id);
  const known = reading.isSuccess;
  const furthest = state?.furthest ?? 0;
  const finished = state?.finishedAt != null;
  useEffect(() => {
    const box = scroller.current;
    const root = page.current;
    if (!box || !root || !known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      const last = lastInView(root, box);
      if (last > furthest) client.call('reading.mark', { study, source: source.id, furthest: last }).catch(toastError);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(note, dwell);
    };
    wait();
    box.addEventListener('scroll', wait, { passive: true });
    return () => {
      clearTimeout(timer);
      box.removeEventListener('scroll', wait);
    };
  }, [client, study, source.id, furthest, known, page, scroller]);
  const mark = () =>
    void client
      .call('reading.mark', {
        study,
        source: source.id,
        finished: !finished,
        ...(!finished && { furthest: turns.length }),
      })
      .catch(toastError);
  return (
    <div className={css.readingFoot}>
      <span>{finished ? 'Marked as read.' : `Read to turn ${furthest} of ${turns.length}.`}</span>
      <Button onPress={mark}>{finished ? 'Mark as not read' : 'Mark as read'}</Button>
    </div>
  );
}

/** Number of turns that end above the lower edge of the window. */
function lastInView(root: HTMLElement, box: HTMLElement): number {
  const edge = box.getBoundingClientRect().bottom;
  let low = 0;
  let high = root.children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((root.children[middle]?.getBoundingClientRect().bottom ?? 0) <= edge + 1) low = middle + 1;
    else high = middle;
  }
  return low;
}
