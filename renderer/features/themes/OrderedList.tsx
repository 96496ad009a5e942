import { type KeyboardEvent, type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  type Key,
  useDragAndDrop,
} from 'react-aria-components';
import { announce } from '../../ui/announce.ts';
import { carried } from '../../ui/dragTypes.ts';
import { Icon } from '../../ui/icons.tsx';
import { counted } from '../../ui/words.ts';
import { type RowKey, rowKeyOf } from './keys.ts';
import css from './OrderedList.module.css';
import { movedBy, movedTo } from './order.ts';

type Row = { readonly id: string; readonly name: string };

/** What can be done with several rows at once: they are picked by a click (with Shift a stretch of them), by Space or Shift and the arrows. */
export type Several<T> = {
  /** What one row is called: "code". */
  readonly what: string;
  /** What is done with the rows picked; stands below the list while there are any. */
  readonly acts: (picked: readonly T[]) => ReactNode;
  /** A key on a row: for all picked rows where it is one of them, else for it alone. False: the key does nothing here. */
  readonly onKey: (key: RowKey, rows: readonly T[]) => boolean;
  /** What a row carries in a drag beyond its own list, by type. */
  readonly carries: (row: T) => Readonly<Record<string, string>>;
};

/** A short list whose order counts. Rows are moved by their handle or with Alt and the arrows, and taken out with their button or Delete. */
export function OrderedList<T extends Row>({
  label,
  items,
  removal,
  onOrder,
  onRemove,
  onOpen,
  several,
  children,
}: {
  readonly label: string;
  readonly items: readonly T[];
  /** What a row's button does, for a screen reader: "Take Trust out of the theme". */
  readonly removal: (item: T) => string;
  readonly onOrder: (ids: readonly T['id'][]) => void;
  readonly onRemove: (item: T) => void;
  readonly onOpen?: (item: T) => void;
  /** Where rows can be picked. A list that opens its rows has none. */
  readonly several?: Several<T>;
  readonly children: (item: T) => ReactNode;
}) {
  const ids: readonly T['id'][] = items.map(item => item.id);
  const [chosen, setChosen] = useState<ReadonlySet<Key>>(new Set());
  const picked = several ? items.filter(item => chosen.has(item.id)) : [];
  // A row that leaves and comes back, by undo, comes back as any other.
  if (picked.length < chosen.size) setChosen(new Set(picked.map(item => item.id)));
  const { dragAndDropHooks } = useDragAndDrop<T>({
    getItems: keys => {
      const these = items.filter(item => keys.has(item.id));
      const rows = carried('application/x-ninefold-row', keys, these);
      return several ? rows.map((row, at) => ({ ...row, ...(these[at] && several.carries(these[at])) })) : rows;
    },
    onReorder: ({ keys, target }) => {
      const beside = ids.find(id => id === target.key);
      const moved = new Set(ids.filter(id => keys.has(id)));
      if (beside !== undefined)
        onOrder(movedTo(ids, moved, beside, target.dropPosition === 'before' ? 'before' : 'after'));
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
    renderDragPreview: dragged => (
      <div className={css.preview}>
        {several && dragged.length > 1 ? counted(dragged.length, several.what) : dragged[0]?.['text/plain']}
      </div>
    ),
  });
  const onKey = (event: KeyboardEvent) => {
    const pressed = rowKeyOf(event);
    const item = items.find(one => one.id === pressed?.row);
    if (!pressed || !item) return;
    if (several?.onKey(pressed.key, picked.includes(item) ? picked : [item])) {
      // The key has been taken.
    } else if (pressed.key === 'up' || pressed.key === 'down') {
      const by = pressed.key === 'up' ? -1 : 1;
      const order = movedBy(ids, item.id, by);
      const place = ids.indexOf(item.id) + (order ? by : 0) + 1;
      announce(`${item.name}, ${place} of ${ids.length}`);
      if (order) onOrder(order);
    } else if (pressed.key === 'remove') onRemove(item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const rows = new Map<unknown, T>(items.map(item => [item.id, item]));
  return (
    <div onKeyDownCapture={onKey}>
      <GridList
        aria-label={label}
        className={css.list ?? ''}
        items={items}
        dependencies={[children]}
        disallowTypeAhead
        dragAndDropHooks={dragAndDropHooks}
        {...(several && {
          selectionMode: 'multiple' as const,
          renderEmptyState: () => <p className={css.none}>No {several.what}s yet</p>,
          selectedKeys: picked.map(item => item.id),
          onSelectionChange: keys => setChosen(keys === 'all' ? new Set(ids) : keys),
        })}
        {...(onOpen && {
          onAction: key => {
            const item = rows.get(key);
            if (item) onOpen(item);
          },
        })}
      >
        {item => (
          <GridListItem id={item.id} textValue={item.name} className={css.row ?? ''}>
            <AriaButton slot="drag" className={`${css.tool} ${css.grip}`} aria-label={`Move ${item.name}`}>
              <Icon name="drag" size={14} />
            </AriaButton>
            {children(item)}
            <AriaButton className={css.tool ?? ''} aria-label={removal(item)} onPress={() => onRemove(item)}>
              <Icon name="close" size={14} />
            </AriaButton>
          </GridListItem>
        )}
      </GridList>
      {several && picked.length > 0 && (
        <div
          className={css.acts}
          role="toolbar"
          aria-label={`With ${counted(picked.length, `picked ${several.what}`)}`}
        >
          <p>{counted(picked.length, several.what)}</p>
          {several.acts(picked)}
        </div>
      )}
    </div>
  );
}
