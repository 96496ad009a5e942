import { Button as AriaButton, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { carried, codeDrag, dropped, leftBehind, themeDrag } from '../../ui/dragTypes.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Parked.module.css';
import { together } from './picked.ts';
import card from './ThemeCard.module.css';
import { useCardKeys } from './useCardKeys.ts';
import { useStep } from './useStep.ts';
import { useThemeMenu } from './useThemeMenu.ts';

/** The parking place: themes that fit nowhere for now. Cards are dropped on it and dragged from it; codes dropped on it become a parked theme. */
export function Parked() {
  const { themes, codes, open } = useDesk();
  const { acts, onOpen } = useDoing();
  const put = useStep();
  const parked = themes.filter(theme => theme.parked);
  const onKey = useCardKeys(parked, 'candidate');
  const { dragAndDropHooks } = useDragAndDrop<Theme>({
    getItems: keys => carried(themeDrag, new Set(together(themes, keys).map(theme => theme.id)), themes),
    acceptedDragTypes: [themeDrag, codeDrag],
    getDropOperation: target => (target.type === 'root' ? 'move' : 'cancel'),
    onRootDrop: async ({ items }) => {
      const moved = await dropped(items, themeDrag, themes);
      const these = await dropped(items, codeDrag, codes);
      if (moved.length > 0) put(moved, { parked: true });
      else if (these.length > 0) acts.parkCodes(these, await leftBehind(items, themes)).catch(toastError);
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
    renderDragPreview: items => (
      <div className={card.preview}>
        {items.length === 1 ? items[0]?.['text/plain'] : counted(items.length, 'theme')}
      </div>
    ),
  });
  return (
    <section className={css.part} aria-label="Parked themes" onKeyDownCapture={onKey}>
      <header className={css.head}>
        <h2>Parked</h2>
        <span>{parked.length}</span>
      </header>
      <GridList
        aria-label="Parked themes"
        className={css.list ?? ''}
        items={parked}
        dependencies={[open]}
        disallowTypeAhead
        onAction={key => onOpen(String(key))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <p className={css.none}>Themes and codes that fit nowhere for now. Drop them here, or press P.</p>
        )}
      >
        {theme => <ParkedTheme theme={theme} open={theme.id === open} />}
      </GridList>
    </section>
  );
}

function ParkedTheme({ theme, open }: { readonly theme: Theme; readonly open: boolean }) {
  const { extracts } = theme.evidence;
  return (
    <GridListItem id={theme.id} textValue={theme.name} className={`${css.row} ${open ? css.open : ''}`}>
      <AriaButton slot="drag" className={`${css.tool} ${css.grip}`} aria-label={`Drag ${theme.name}`}>
        <Icon name="drag" size={14} />
      </AriaButton>
      <span className={css.name}>{theme.name}</span>
      <span className={css.count} title={counted(extracts, 'extract')}>
        {extracts}
      </span>
      <Menu label={`Acts on ${theme.name}`} entries={useThemeMenu(theme, true)}>
        <AriaButton className={css.tool ?? ''} aria-label={`Acts on ${theme.name}`}>
          <Icon name="more" size={14} />
        </AriaButton>
      </Menu>
    </GridListItem>
  );
}
