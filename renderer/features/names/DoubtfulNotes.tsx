import { useMemo } from 'react';
import type { DoubtfulWords } from '../../../shared/api/outputs/anonymity.ts';
import { Icon } from '../../ui/icons.tsx';
import { counted, figure } from '../../ui/words.ts';
import { Around } from './Around.tsx';
import listsCss from './Lists.module.css';
import { howFound } from './names.ts';
import css from './Places.module.css';

/** Rows that are shown at most: whoever has more gives other words. */
const most = 100;

/** Words in notes that may be meant, too. No act replaces them there, so they are shown for people to mend. */
export function DoubtfulNotes({ doubtful }: { readonly doubtful: readonly DoubtfulWords[] }) {
  const groups = useMemo(
    () => [
      ...Map.groupBy(
        doubtful.slice(0, most).map((one, index) => ({ ...one, index })),
        one => one.where,
      ),
    ],
    [doubtful],
  );
  if (doubtful.length === 0) return null;
  return (
    <section aria-label="In notes, not sure" className={css.inNotes}>
      <div className={css.sum}>
        <span role="status">
          In notes, not sure: {counted(doubtful.length, 'place')}. They are left as they are; mend them where they
          stand.
        </span>
      </div>
      <div className={css.places}>
        {groups.map(([where, its]) => (
          <div key={where}>
            <div className={css.of}>
              <h3>{where.charAt(0).toUpperCase() + where.slice(1)}</h3>
              <span>{figure(its.length)}</span>
            </div>
            <ul>
              {its.map(one => (
                <li key={one.index} className={css.left}>
                  <span className={css.quote}>
                    <Around before={one.before} after={one.after}>
                      <mark>{one.found}</mark>
                    </Around>
                  </span>
                  <small className={listsCss.doubtful}>
                    <Icon name="info" size={14} />
                    {howFound({ ...one, sure: false })}
                  </small>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {doubtful.length > most && <p className={css.left}>And {figure(doubtful.length - most)} more.</p>}
      </div>
    </section>
  );
}
