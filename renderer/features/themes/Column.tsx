import type { KeyboardEvent } from 'react';
import { DropIndicator, GridList, type ItemDropTarget, useDragAndDrop } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { announce } from '../../ui/announce.ts';
import { carried, codeDrag, dropped, themeDrag } from '../../ui/dragTypes.ts';
import { toastError } from '../../ui/toast.tsx';
import { askAbout, newThemeOf } from './asking.ts';
import css from './Board.module.css';
import { type Beside, type ColumnOfThemes, statusBeside, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { EmptyColumn } from './EmptyColumn.tsx';
import { rowKeyOf } from './keys.ts';
import card from './ThemeCard.module.css';
import { ThemeCard } from './ThemeCard.tsx';

/** One status of the board. Cards are dragged within it and into it; codes dropped on a card go into its theme, beside the cards they begin a new one. */
export function Column({ column: { status, themes: cards } }: { readonly column: ColumnOfThemes }) {
  const { themes, codes, sources, outcomes, open } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const { dragAndDropHooks } = useDragAndDrop<Theme>({
    getItems: keys => carried(themeDrag, keys, cards),
    acceptedDragTypes: [codeDrag, themeDrag],
    getDropOperation: (target, types) =>
      types.has(codeDrag) && target.type === 'item' && target.dropPosition !== 'on' ? 'cancel' : 'move',
    shouldAcceptItemDrop: (_target, types) => types.has(codeDrag),
    onItemDrop: async ({ target, items }) => {
      const theme = cards.find(one => one.id === target.key);
      const these = await dropped(items, codeDrag, codes);
      if (theme && these.length > 0) acts.addCodes(theme, these).catch(toastError);
    },
    onReorder: ({ keys, target }) => {
      const moved = cards.filter(theme => keys.has(theme.id));
      acts.place(moved, status, besideOf(target, cards)).catch(toastError);
    },
    onInsert: async ({ items, target }) => {
      const moved = await dropped(items, themeDrag, themes);
      if (moved.length > 0) acts.place(moved, status, besideOf(target, cards)).catch(toastError);
    },
    onRootDrop: async ({ items }) => {
      const moved = await dropped(items, themeDrag, themes);
      const these = await dropped(items, codeDrag, codes);
      if (moved.length > 0) acts.place(moved, status, null).catch(toastError);
      else if (these.length > 0) ask(newThemeOf(these, status));
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
    renderDragPreview: items => <div className={card.preview}>{items[0]?.['text/plain']}</div>,
  });

  const shift = (theme: Theme, by: -1 | 1) => {
    const next = statusBeside(status, by);
    if (!next) return announce(`${statusNames[status]} is the ${by < 0 ? 'first' : 'last'} status`);
    acts.setStatus(theme, next, true).catch(toastError);
  };
  const onKey = (event: KeyboardEvent) => {
    const pressed = rowKeyOf(event);
    if (!pressed) return;
    const theme = cards.find(one => one.id === pressed.row);
    if (pressed.key === 'new') ask(newThemeOf([], status));
    else if (!theme) return;
    else if (pressed.key === 'theme') ask(askAbout('codes of theme', theme));
    else if (pressed.key === 'outcome') ask(askAbout('outcomes of theme', theme));
    else if (pressed.key === 'status') ask(askAbout('status of theme', theme));
    else if (pressed.key === 'remove') acts.remove(theme).catch(toastError);
    else if (pressed.key === 'up' || pressed.key === 'down')
      acts.step(theme, pressed.key === 'up' ? -1 : 1).catch(toastError);
    else shift(theme, pressed.key === 'left' ? -1 : 1);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={css.column} aria-label={`${statusNames[status]} themes`}>
      <header className={css.head}>
        <h2>{statusNames[status]}</h2>
        <span className={css.count}>{cards.length}</span>
      </header>
      <div className={css.body} onKeyDownCapture={onKey}>
        <GridList
          aria-label={`${statusNames[status]} themes`}
          className={css.list ?? ''}
          items={cards}
          dependencies={[open, sources, outcomes]}
          disallowTypeAhead
          onAction={key => onOpen(String(key))}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <EmptyColumn status={status} />}
        >
          {theme => <ThemeCard theme={theme} open={theme.id === open} sources={sources} outcomes={outcomes} />}
        </GridList>
      </div>
    </section>
  );
}

function besideOf(target: ItemDropTarget, cards: readonly Theme[]): Beside {
  const theme = cards.find(one => one.id === target.key);
  return theme ? { id: theme.id, position: target.dropPosition === 'before' ? 'before' : 'after' } : null;
}
