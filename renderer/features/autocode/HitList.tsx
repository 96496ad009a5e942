import { Checkbox, GridList, GridListItem, type Key, ListLayout, Virtualizer } from 'react-aria-components';
import type { AutocodeHit } from '../../../shared/api/outputs/coding.ts';
import { InContext } from '../../ui/Context.tsx';
import css from './Autocode.module.css';
import { keyOf } from './look.ts';

const layout = { estimatedRowHeight: 84 };

/** Every stretch found, in its context; a tick says that it will be coded. `left` are those without one. */
export function HitList({
  hits,
  left,
  onLeave,
}: {
  readonly hits: readonly AutocodeHit[];
  readonly left: ReadonlySet<Key>;
  readonly onLeave: (left: ReadonlySet<Key>) => void;
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        aria-label="What was found"
        className={css.hits ?? ''}
        selectionMode="multiple"
        selectedKeys={hits.map(keyOf).filter(key => !left.has(key))}
        onSelectionChange={keys =>
          onLeave(keys === 'all' ? new Set() : new Set(hits.map(keyOf).filter(key => !keys.has(key))))
        }
        items={hits}
      >
        {hit => (
          <GridListItem id={keyOf(hit)} textValue={hit.text} className={css.hit ?? ''}>
            <Checkbox slot="selection" className={css.tick ?? ''} />
            <div>
              <p className={css.words}>
                <InContext before={hit.before} text={hit.text} after={hit.after} className={css.around} />
              </p>
              <p className={css.from}>
                {hit.attribution}, turn {hit.turn}
              </p>
            </div>
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}
