import { useState } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { hrefOf } from '../../app/route.ts';
import { useExtracts } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { figure, wordsOf } from '../../ui/words.ts';
import css from './Page.module.css';

/** How many extracts stand on the page before the rest are asked for. */
const atFirst = 3;

/** The words a theme rests on, in source order, each a way to its place in the transcript. */
export function ThemeExtracts({ theme }: { readonly theme: Theme }) {
  const extracts = useExtracts({ theme: theme.id });
  const [all, setAll] = useState(false);
  if (extracts.error) return <p className={css.quiet}>{wordsOf(extracts.error)}</p>;
  if (!extracts.data) return null;
  const shown = all ? extracts.data : extracts.data.slice(0, atFirst);
  const more = extracts.data.length > atFirst;
  return (
    <section aria-label="Extracts">
      <header className={css.head}>
        <h3>Extracts</h3>
        <span className={css.quiet}>
          {more && !all ? `${shown.length} of ${figure(extracts.data.length)}` : figure(extracts.data.length)}
        </span>
        {more && (
          <Button look="quiet" className={css.all} onPress={() => setAll(!all)}>
            {all ? `First ${atFirst}` : `All ${figure(extracts.data.length)}`}
          </Button>
        )}
      </header>
      {extracts.data.length === 0 && (
        <p className={css.quiet}>No words yet. A theme takes the extracts of its codes.</p>
      )}
      <ul className={css.extracts}>
        {shown.map(extract => (
          <li key={extract.key}>
            <a href={hrefOf('code', extract.source, extract)}>
              <blockquote>{extract.text}</blockquote>
              <span>
                {extract.attribution}, turn {extract.turn}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
