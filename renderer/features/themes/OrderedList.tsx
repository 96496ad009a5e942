import type { KeyboardEvent, ReactNode } from 'react';
import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { announce } from '../../ui/announce.ts';
import { carried } from '../../ui/dragTypes.ts';
import { Icon } from '../../ui/icons.tsx';
import { rowKeyOf } from './keys.ts';
import css from './OrderedList.module.css';
import { movedBy, movedTo } from './order.ts';

type Row = { readonly id: string; readonly name: string };

/** A short list whose order counts. Rows are moved by their handle or with Alt and the arrows, and taken out with their button or Delete. */
export function OrderedList<T extends Row>({
  label,
  items,
  removal,
  onOrder,
  onRemove,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly items: readonly T[];
  /** What a row's button does, for a screen reader: "Take Trust out of the theme". */
  readonly removal: (item: T) => string;
  readonly onOrder: (ids: readonly T['id'][]) => void;
  readonly onRemove: (item: T) => void;
  readonly onOpen?: (item: T) => void;
  readonly children: (item: T) => ReactNode;
}) {
  const ids: readonly T['id'][] = items.map(item => item.id);
  const { dragAndDropHooks } = useDragAndDrop<T>({
    getItems: keys => carried('application/x-ninefold-row', keys, items),
    onReorder: ({ keys, target }) => {
      const beside = ids.find(id => id === target.key);
      const moved = new Set(ids.filter(id => keys.has(id)));
      if (beside !== undefined)
        onOrder(movedTo(ids, moved, beside, target.dropPosition === 'before' ? 'before' : 'after'));
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
    renderDragPreview: dragged => <div className={css.preview}>{dragged[0]?.['text/plain']}</div>,
  });
  const onKey = (event: KeyboardEvent) => {
    const pressed = rowKeyOf(event);
    const item = items.find(one => one.id === pressed?.row);
    if (!pressed || !item) return;
    if (pressed.key === 'up' || pressed.key === 'down') {
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
    </div>
  );
}
