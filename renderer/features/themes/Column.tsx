import { DropIndicator, GridList, type ItemDropTarget, useDragAndDrop } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { carried, codeDrag, dropped, leftBehind, themeDrag } from '../../ui/dragTypes.ts';
import { toastError } from '../../ui/toast.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted } from '../../ui/words.ts';
import { newThemeOf } from './asking.ts';
import css from './Board.module.css';
import { type Beside, type ColumnOfThemes, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { EmptyColumn } from './EmptyColumn.tsx';
import { usePeekPointer } from './PeekCard.tsx';
import { isPicking, pickAmong, pickPointer, together, usePicked } from './picked.ts';
import card from './ThemeCard.module.css';
import { ThemeCard } from './ThemeCard.tsx';
import { useCardKeys } from './useCardKeys.ts';
import { useStep } from './useStep.ts';

/** Cards of a column that are drawn at once; the rest follows as soon as the window is idle. */
const screenful = { first: 8, step: 30 };

/** One status of the board. Cards are dragged within it and into it; codes dropped on a card go into its theme, beside the cards they begin a new one. */
export function Column({ column: { status, themes: cards } }: { readonly column: ColumnOfThemes }) {
  const { themes, codes } = useDesk();
  const picked = usePicked();
  const { acts, ask, onOpen } = useDoing();
  const put = useStep();
  const { dragAndDropHooks } = useDragAndDrop<Theme>({
    getItems: keys => carried(themeDrag, new Set(together(themes, keys).map(theme => theme.id)), themes),
    acceptedDragTypes: [codeDrag, themeDrag],
    getDropOperation: (target, types) =>
      types.has(codeDrag) && target.type === 'item' && target.dropPosition !== 'on' ? 'cancel' : 'move',
    shouldAcceptItemDrop: (_target, types) => types.has(codeDrag),
    onItemDrop: async ({ target, items }) => {
      const theme = cards.find(one => one.id === target.key);
      const these = await dropped(items, codeDrag, codes);
      const from = await leftBehind(items, themes);
      if (!theme || these.length === 0 || from?.id === theme.id) return;
      (from ? acts.moveCodes(from, theme, these) : acts.addCodes(theme, these)).catch(toastError);
    },
    onReorder: ({ keys, target }) => {
      put(together(themes, keys), { status, parked: false, beside: besideOf(target, cards) });
    },
    onInsert: async ({ items, target }) => {
      const moved = await dropped(items, themeDrag, themes);
      if (moved.length > 0) put(moved, { status, parked: false, beside: besideOf(target, cards) });
    },
    onRootDrop: async ({ items }) => {
      const moved = await dropped(items, themeDrag, themes);
      const these = await dropped(items, codeDrag, codes);
      if (moved.length > 0) put(moved, { status, parked: false, beside: null });
      else if (these.length > 0) ask(newThemeOf(these, status, (await leftBehind(items, themes))?.id));
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
    renderDragPreview: items => (
      <div className={card.preview}>
        {items.length === 1 ? items[0]?.['text/plain'] : counted(items.length, 'theme')}
      </div>
    ),
  });

  const drawn = useProgressive(cards.length, screenful);
  const onKey = useCardKeys(cards, status);
  const pointer = usePeekPointer();
  const picking = pickPointer(cards);
  return (
    <section className={css.column} aria-label={`${statusNames[status]} themes`}>
      <header className={css.head}>
        <h2>{statusNames[status]}</h2>
        <span className={css.count}>{cards.length}</span>
      </header>
      <div
        className={css.body}
        onKeyDownCapture={onKey}
        {...pointer}
        {...picking}
        onPointerDownCapture={event => {
          pointer.onPointerDownCapture();
          picking.onPointerDownCapture(event);
        }}
      >
        <GridList
          aria-label={`${statusNames[status]} themes`}
          className={css.list ?? ''}
          items={drawn < cards.length ? cards.slice(0, drawn) : cards}
          selectionMode="multiple"
          selectedKeys={cards.filter(one => picked.has(one.id)).map(one => one.id)}
          onSelectionChange={keys => pickAmong(cards, keys)}
          disallowTypeAhead
          onAction={key => !isPicking() && onOpen(String(key))}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <EmptyColumn status={status} />}
        >
          {theme => <ThemeCard theme={theme} />}
        </GridList>
      </div>
    </section>
  );
}

function besideOf(target: ItemDropTarget, cards: readonly Theme[]): Beside {
  const theme = cards.find(one => one.id === target.key);
  return theme ? { id: theme.id, position: target.dropPosition === 'before' ? 'before' : 'after' } : null;
}
