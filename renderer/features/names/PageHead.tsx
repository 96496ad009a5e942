import type { ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { PaneToggle, usePaneFold } from '../../ui/Panes.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { useKeyState } from '../key/useKey.ts';
import css from './Lists.module.css';

/** Below these widths (pixels) the side panes come over the page when asked for. */
export const listFolds = 960;
export const keyFolds = 1400;

const keyWords = { none: 'No key yet', closed: 'Key closed', open: 'Key open' } as const;

/** The head of the middle pane: what is chosen, what can be done with it, and how the key is. */
export function PageHead({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}) {
  const key = useKeyState().data?.state;
  const panel = usePaneFold('names', 'key', keyFolds);
  const list = usePaneFold('names', 'list', listFolds);
  return (
    <PaneHead
      title={title}
      note={note}
      start={
        list.shown ? null : <PaneToggle id="names" pane="list" side="left" label="the lists" foldBelow={listFolds} />
      }
    >
      {children}
      <button
        type="button"
        className={css.keyButton}
        aria-expanded={panel.shown}
        title={panel.shown ? 'Hide the key and copies' : 'Show the key and copies'}
        onClick={panel.toggle}
      >
        <Icon name={key === 'open' ? 'keyOpen' : 'key'} />
        {keyWords[key ?? 'none']}
      </button>
    </PaneHead>
  );
}
