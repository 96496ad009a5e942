import { useRef } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import { Button } from '../../ui/Button.tsx';
import { setOver } from '../../ui/folding.ts';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted, figure } from '../../ui/words.ts';
import { addressOf, ofNew } from './address.ts';
import css from './Lists.module.css';
import { kindNames } from './names.ts';
import { moveAmong } from './TickList.tsx';

/** What must not be printed: each label with its kind, how often it stands, and its words while the key is open. */
export function TableList({
  table,
  chosen,
  onAdd,
}: {
  readonly table: readonly Replacement[];
  readonly chosen: string | null;
  readonly onAdd: () => void;
}) {
  const list = useRef<HTMLElement>(null);
  const drawn = useProgressive(table.length);
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <Button icon="plus" onPress={onAdd}>
          Add a name …
        </Button>
      </div>
      {table.length === 0 ? (
        <p className={css.nothing}>
          Nothing is replaced yet. Add a name that you know of, or look through the suggestions.
        </p>
      ) : (
        <nav
          ref={list}
          className={css.list}
          aria-label="Replacements"
          onKeyDown={event => moveAmong(list.current, event, 'a')}
        >
          {table.slice(0, drawn).map(one => (
            <a
              key={one.id}
              href={addressOf('table', one.id)}
              className={css.row}
              onClick={() => setOver(null)}
              {...(one.id === chosen && { 'aria-current': 'true' as const })}
            >
              <span className={css.rowHead}>
                <b className={css.labelWords}>{one.label}</b>
                <span className={css.count} aria-hidden="true">
                  {one.uses === 0 ? '–' : figure(one.uses)}
                </span>
              </span>
              <small>
                {kindNames[one.kind]}
                <span className="visually-hidden">, {counted(one.uses, 'place')}</span>
                {' · '}
                {one.terms === null
                  ? 'words are in the key'
                  : one.terms.length === 0
                    ? 'its words were not kept'
                    : one.terms.join(', ')}
              </small>
            </a>
          ))}
        </nav>
      )}
      {chosen === ofNew && <span className="visually-hidden">A new name is being added</span>}
    </div>
  );
}
