import { assertNever } from '../../../shared/model/errors.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { newThemeOf } from './asking.ts';
import css from './Board.module.css';
import { useDesk, useDoing } from './desk.tsx';

/** What stands in a column without cards: what it is for, and on an empty board the first step. */
export function EmptyColumn({ status }: { readonly status: ThemeStatus }) {
  const { themes, codes } = useDesk();
  const { ask } = useDoing();
  switch (status) {
    case 'candidate':
      if (themes.length > 0)
        return <p className={css.empty}>A first idea that gathers codes. Drop codes here to begin one.</p>;
      return (
        <div className={css.first}>
          <h3>No themes yet</h3>
          <p>
            A theme is an idea that several codes share.{' '}
            {codes.length > 0
              ? 'Drag codes here to begin one, or press '
              : 'Codes come first, but an idea can be noted now: press '}
            <Kbd>N</Kbd>.
          </p>
          <Button onPress={() => ask(newThemeOf())}>Make a theme</Button>
        </div>
      );
    case 'reviewed':
      return (
        <p className={css.empty}>
          Read against its own extracts and the whole data set. Drop a theme here once it holds.
        </p>
      );
    case 'defined':
      return (
        <p className={css.empty}>
          Named, bounded and ready to be written up. Drop a theme here when its scope is settled.
        </p>
      );
    default:
      return assertNever(status);
  }
}
