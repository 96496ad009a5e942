import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { askAbout, type ThemeQuestion } from './asking.ts';
import css from './Board.module.css';
import { useDesk, useDoing } from './desk.tsx';
import { setPicked, usePicked } from './picked.ts';
import { useStep } from './useStep.ts';

/** What can be done with the picked cards at once, each with the key that does it on one of them. */
export function PickedBar() {
  const { themes } = useDesk();
  const { ask } = useDoing();
  const put = useStep();
  const picked = usePicked();
  const these = themes.filter(theme => picked.has(theme.id));
  const [first] = these;
  if (!first) return null;
  const asking = (kind: ThemeQuestion) => () => ask(askAbout(kind, first, these));
  return (
    <div className={css.picked} role="toolbar" aria-label="With the picked themes">
      <p>{counted(these.length, 'theme')}</p>
      <Button onPress={asking('outcomes of theme')}>
        Outcomes … <Kbd>O</Kbd>
      </Button>
      <Button onPress={asking('status of theme')}>
        Status … <Kbd>M</Kbd>
      </Button>
      <Button onPress={asking('merge')}>
        Merge … <Kbd>J</Kbd>
      </Button>
      <Button onPress={() => put(these, { parked: true })}>
        Park <Kbd>P</Kbd>
      </Button>
      <Button look="quiet" onPress={() => setPicked(new Set())}>
        Let go <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}
