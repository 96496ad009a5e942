import { type DragEvent, useState } from 'react';
import type { Row } from './report.ts';

type Side = 'before' | 'after';

/** The row that is dragged: what is carried can't be read while it is over another row. */
let dragged: { readonly section: string; readonly key: string } | null = null;

/** Dragging a quote to another place of its own section. `grip` goes on the handle, `place` on the row, `over` says where it would be put. */
export function useRowDrag(row: Row, drop: (row: Row, moved: string, side: Side) => void) {
  const [over, setOver] = useState<Side | undefined>(undefined);
  const fits = () => dragged !== null && dragged.section === row.section.key && dragged.key !== row.quote.key;
  const sideOf = (event: DragEvent<HTMLElement>): Side => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY < top + height / 2 ? 'before' : 'after';
  };
  return {
    over,
    grip: {
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        dragged = { section: row.section.key, key: row.quote.key };
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.quote.printed ?? row.quote.text);
        const whole = event.currentTarget.closest('li');
        if (whole) event.dataTransfer.setDragImage(whole, 24, 24);
      },
      onDragEnd: () => {
        dragged = null;
      },
    },
    place: {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!fits()) return;
        event.preventDefault();
        setOver(sideOf(event));
      },
      onDragLeave: () => setOver(undefined),
      onDrop: (event: DragEvent<HTMLElement>) => {
        const moved = dragged?.key;
        setOver(undefined);
        if (!fits() || moved === undefined) return;
        event.preventDefault();
        drop(row, moved, sideOf(event));
      },
    },
  };
}
