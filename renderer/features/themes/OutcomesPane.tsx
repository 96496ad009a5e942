import { ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components';
import type { Outcome } from '../../../shared/model/entities.ts';
import { dropped, themeDrag } from '../../ui/dragTypes.ts';
import { OutcomeTab } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import { FrameworkHead, OtherFrameworks } from './FrameworkHead.tsx';
import css from './OutcomesPane.module.css';

/** The outcomes, each with how many themes answer it. A card dropped on one is placed under it; those of the open theme stand out. */
export function OutcomesPane() {
  const { outcomes, themes, open } = useDesk();
  const { onOpen, acts } = useDoing();
  const { dragAndDropHooks } = useDragAndDrop<Outcome>({
    acceptedDragTypes: [themeDrag],
    shouldAcceptItemDrop: (_target, types) => types.has(themeDrag),
    onItemDrop: async ({ target, items }) => {
      const outcome = outcomes.find(one => one.id === target.key);
      const moved = await dropped(items, themeDrag, themes);
      if (outcome && moved.length > 0) acts.addOutcome(moved, outcome).catch(toastError);
    },
  });
  const answered = new Set<string>(themes.find(theme => theme.id === open)?.links.map(link => link.outcome));
  return (
    <>
      <FrameworkHead />
      <div className={css.scroll}>
        <ListBox
          aria-label="Outcomes"
          className={css.list ?? ''}
          items={outcomes}
          dependencies={[open, themes]}
          onAction={key => onOpen(String(key))}
          dragAndDropHooks={dragAndDropHooks}
        >
          {outcome => (
            <ListBoxItem
              textValue={`${outcome.number} ${outcome.title}`}
              className={`${css.outcome} ${answered.has(outcome.id) ? css.answered : ''} ${open === outcome.id ? css.open : ''}`}
            >
              <OutcomeTab number={outcome.number} />
              <span className={css.words}>
                <b>{outcome.title}</b>
                <small>
                  {outcome.themes.length === 0 ? 'No theme' : counted(outcome.themes.length, 'theme')}
                  {outcome.quotes > 0 && `, ${counted(outcome.quotes, 'quote')}`}
                  {outcome.own && ', our own'}
                </small>
                {answered.has(outcome.id) && <span className="visually-hidden">Answered by the open theme</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      <OtherFrameworks />
    </>
  );
}
