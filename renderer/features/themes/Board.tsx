import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { PaneToggle } from '../../ui/Panes.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { ThemeBookButton } from '../report/ThemeBookButton.tsx';
import { newThemeOf } from './asking.ts';
import css from './Board.module.css';
import { columnsOf } from './board.ts';
import { Column } from './Column.tsx';
import { useDesk, useDoing } from './desk.tsx';
import { Legend } from './Legend.tsx';
import { PeekCard } from './PeekCard.tsx';
import { PickedBar } from './PickedBar.tsx';
import { setPicked, usePicked } from './picked.ts';
import { WholeStudy } from './WholeStudy.tsx';

/** In a window narrower than this (pixels) codes and outcomes come over the board. */
export const sidesFoldBelow = 880;

/** All themes as cards, in a column for each status. */
export function Board() {
  const { themes } = useDesk();
  const { ask } = useDoing();
  const picked = usePicked();
  useEffect(() => () => setPicked(new Set()), []);
  // A theme that goes, by a merger or an undo, is picked no more.
  useEffect(() => {
    const left = themes.map(theme => theme.id).filter(id => picked.has(id));
    if (left.length < picked.size) setPicked(new Set(left));
  }, [themes, picked]);
  return (
    <div className={css.board}>
      <PaneHead
        level={1}
        title="Theme board"
        note={picked.size === 0 ? counted(themes.length, 'theme') : `${picked.size} of ${themes.length} picked`}
        start={<PaneToggle id="themes" pane="codes" label="the codes" side="left" foldBelow={sidesFoldBelow} />}
      >
        <Button icon="plus" onPress={() => ask(newThemeOf())}>
          New theme
        </Button>
        <span className={css.book}>
          <ThemeBookButton />
        </span>
        <PaneToggle id="themes" pane="outcomes" label="the outcomes" foldBelow={sidesFoldBelow} />
      </PaneHead>
      <div className={css.columns}>
        {columnsOf(themes).map(column => (
          <Column key={column.status} column={column} />
        ))}
      </div>
      <WholeStudy className={css.legend} what="The board shows the themes and figures" />
      {picked.size > 0 ? <PickedBar /> : themes.length > 0 && <Legend />}
      <PeekCard />
    </div>
  );
}
