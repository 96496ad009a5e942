import { GridList, GridListItem, GridListLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';
import { InContext } from '../../ui/Context.tsx';
import css from './Explore.module.css';
import { type FoundItem, pieces } from './found.ts';

const layout = { estimatedRowHeight: 64 };

/** What was found, under headings, as many rows as are in view. Enter opens a place. */
export function FoundList({
  items,
  loading,
  onMore,
  onOpen,
}: {
  readonly items: readonly FoundItem[];
  readonly loading: boolean;
  readonly onMore: () => void;
  readonly onOpen: (item: FoundItem) => void;
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        aria-label="What was found"
        className={css.list ?? ''}
        onAction={key => {
          const item = items.find(one => one.id === key);
          if (item) onOpen(item);
        }}
        disabledKeys={items.flatMap(item => (item.kind === 'heading' ? [item.id] : []))}
        items={items}
      >
        {items.map(item => (
          <Row key={item.id} item={item} />
        ))}
        <GridListLoadMoreItem isLoading={loading} onLoadMore={onMore} className={css.quiet ?? ''}>
          Reading more …
        </GridListLoadMoreItem>
      </GridList>
    </Virtualizer>
  );
}

function Row({ item }: { readonly item: FoundItem }) {
  if (item.kind === 'heading') {
    return (
      <GridListItem id={item.id} textValue={item.name} className={css.heading ?? ''}>
        <h2>{item.name}</h2>
        <span>{item.count}</span>
      </GridListItem>
    );
  }
  if (item.kind === 'note') {
    const { title, before, text, after } = item.note;
    return (
      <GridListItem id={item.id} textValue={title} className={css.row ?? ''}>
        <p className={css.from}>
          <b>{title}</b>
        </p>
        <p className={css.words}>
          <InContext before={before} text={<b>{text}</b>} after={after} className={css.around} />
        </p>
      </GridListItem>
    );
  }
  const { hit } = item;
  return (
    <GridListItem id={item.id} textValue={hit.text} className={css.row ?? ''}>
      <p className={css.from}>
        {hit.speaker && <b>{hit.speaker}</b>}
        {hit.turn > 0 && <span>turn {hit.turn}</span>}
        {hit.asks && !/^interviewer/i.test(hit.speaker) && <span>interviewer</span>}
      </p>
      <p className={css.words}>
        <InContext
          before={hit.before}
          text={pieces(hit).map(piece => (piece.marked ? <b key={piece.at}>{piece.text}</b> : piece.text))}
          after={hit.after}
          className={css.around}
        />
      </p>
    </GridListItem>
  );
}
