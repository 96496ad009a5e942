import { type KeyboardEvent, useMemo } from 'react';
import { GridList, GridListItem, GridListLoadMoreItem, type Key, ListLayout, Virtualizer } from 'react-aria-components';
import type { ExtractRow } from '../../../shared/api/outputs/coding.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { InContext } from '../../ui/Context.tsx';
import { CodeSign } from '../../ui/signs.tsx';
import css from './Extracts.module.css';
import type { ListItem } from './useExtractPages.ts';

type Props = {
  readonly items: readonly ListItem[];
  readonly code: CodeId;
  readonly codes: ReadonlyMap<string, Code>;
  readonly loading: boolean;
  readonly picked: ReadonlySet<Key>;
  readonly onPick: (keys: ReadonlySet<Key>) => void;
  readonly onMore: () => void;
  readonly onOpen: (row: ExtractRow) => void;
  /** A key pressed on an extract; true says that it was one of the list's own. */
  readonly onKey: (row: ExtractRow, event: KeyboardEvent) => boolean;
};

const layout = { estimatedRowHeight: 112, gap: 0 };

/** Extracts in their context, as many as are in view. Space picks one, Enter opens its place. */
export function ExtractList({ items, code, codes, loading, picked, onPick, onMore, onOpen, onKey }: Props) {
  const rows = useMemo(
    () => new Map(items.flatMap(item => (item.kind === 'extract' ? [[item.id, item.row] as const] : []))),
    [items],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]')?.dataset.key : null;
    const row = key ? rows.get(key) : undefined;
    if (!row || !onKey(row, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.box} onKeyDownCapture={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <GridList
          aria-label="Extracts"
          className={css.list ?? ''}
          selectionMode="multiple"
          selectedKeys={picked}
          onSelectionChange={keys => onPick(keys === 'all' ? new Set(rows.keys()) : keys)}
          onAction={key => {
            const row = rows.get(String(key));
            if (row) onOpen(row);
          }}
          disabledKeys={items.flatMap(item => (item.kind === 'group' ? [item.id] : []))}
          dependencies={[codes]}
          items={items}
        >
          {items.map(item =>
            item.kind === 'group' ? (
              <GridListItem key={item.id} id={item.id} textValue={item.group.label} className={css.group ?? ''}>
                <h2>{item.group.label}</h2>
                <span>{item.group.count}</span>
              </GridListItem>
            ) : (
              <ExtractItem key={item.id} row={item.row} code={code} codes={codes} />
            ),
          )}
          <GridListLoadMoreItem isLoading={loading} onLoadMore={onMore} className={css.more ?? ''}>
            Reading more …
          </GridListLoadMoreItem>
        </GridList>
      </Virtualizer>
    </div>
  );
}

function ExtractItem({
  row,
  code,
  codes,
}: {
  readonly row: ExtractRow;
  readonly code: CodeId;
  readonly codes: ReadonlyMap<string, Code>;
}) {
  const others = row.codings.flatMap(one => (one.code === code ? [] : (codes.get(one.code) ?? [])));
  return (
    <GridListItem id={row.key} textValue={row.text} className={css.item ?? ''} data-key={row.key}>
      <p className={css.words}>
        <InContext before={row.before} text={row.text} after={row.after} className={css.around} />
      </p>
      <p className={css.foot}>
        <span>
          {row.attribution}, turn {row.turn}
        </span>
        {others.map(other => (
          <span key={other.id} className={css.other} title={other.name}>
            <CodeSign sigil={other.sigil} hue={other.hue} />
            {other.name}
          </span>
        ))}
      </p>
    </GridListItem>
  );
}
