import { counted } from '../../ui/words.ts';
import css from './Board.module.css';
import { useDesk } from './desk.tsx';

/** From this many sources on, the marks of a strip stand for several each. */
const ownMarks = 40;

/** What the marks on the cards mean. */
export function Legend() {
  const { sources } = useDesk();
  const each = Math.max(1, Math.ceil(sources.length / ownMarks));
  if (sources.length === 0) return null;
  return (
    <p className={css.legend}>
      {each === 1 ? 'One mark is one source' : `One mark is up to ${counted(each, 'source')}`}, phase 1 above, later
      phases below: <i data-mark="speaks" /> speaks to the theme, <i data-mark="silent" /> is silent on it,{' '}
      <i data-mark="against" /> speaks against it.
    </p>
  );
}
