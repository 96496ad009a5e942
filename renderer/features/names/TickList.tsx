import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { go, hrefOf } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { figure } from '../../ui/words.ts';
import { Around } from './Around.tsx';
import listsCss from './Lists.module.css';
import placesCss from './Places.module.css';

/** A place in a source that can be ticked. */
export type TickPlace = Span & {
  readonly key: string;
  readonly source: SourceId;
  readonly title: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** What is to be known of it before it is ticked; '' for nothing. */
  readonly note: string;
  readonly doubtful: boolean;
};

/**
 * Places under their sources. Space ticks, arrows, Home and End move, Enter opens the place in its transcript; a source is ticked as a whole.
 * Only as many rows are drawn at first as fit a screen.
 */
export function TickList({
  label,
  places,
  ticked,
  onTick,
}: {
  readonly label: string;
  readonly places: readonly TickPlace[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (keys: readonly string[], ticked: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const drawn = useProgressive(places.length);
  const groups = useMemo(() => bySource(places), [places]);
  const latest = useRef(onTick);
  latest.current = onTick;
  const turn = useCallback((key: string, next: boolean) => latest.current([key], next), []);
  const stop = places.some(place => place.key === current) ? current : places[0]?.key;
  let before = 0;
  return (
    <section
      ref={list}
      className={placesCss.places}
      aria-label={label}
      onKeyDown={event => moveAmong(list.current, event)}
    >
      {groups.map(({ source, title, its }) => {
        const from = before;
        before += its.length;
        if (from >= drawn) return null;
        const on = its.filter(place => ticked.has(place.key)).length;
        return (
          <section key={source} aria-label={title}>
            <div className={placesCss.of}>
              <h3>{title}</h3>
              <span>
                {figure(on)} of {figure(its.length)}
              </span>
              <Button
                look="quiet"
                label={`${on === its.length ? 'Tick none' : 'Tick all'} in ${title}`}
                onPress={() =>
                  onTick(
                    its.map(place => place.key),
                    on < its.length,
                  )
                }
              >
                {on === its.length ? 'Tick none' : 'Tick all'}
              </Button>
            </div>
            <ul>
              {its.slice(0, drawn - from).map(place => (
                <Row
                  key={place.key}
                  place={place}
                  ticked={ticked.has(place.key)}
                  stop={place.key === stop}
                  onTurn={turn}
                  onReach={setCurrent}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

const Row = memo(function Row({
  place,
  ticked,
  stop,
  onTurn,
  onReach,
}: {
  readonly place: TickPlace;
  readonly ticked: boolean;
  /** Whether Tab comes here. */
  readonly stop: boolean;
  readonly onTurn: (key: string, ticked: boolean) => void;
  readonly onReach: (key: string) => void;
}) {
  return (
    <li className={placesCss.place}>
      <label>
        <input
          type="checkbox"
          checked={ticked}
          tabIndex={stop ? 0 : -1}
          onFocus={() => onReach(place.key)}
          onChange={event => onTurn(place.key, event.target.checked)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            go('code', place.source, place);
          }}
        />
        <span className={placesCss.quote}>
          <span className="visually-hidden">“{place.words}”: </span>
          <Around before={place.before} after={place.after}>
            <mark>{place.words}</mark>
          </Around>
        </span>
        {place.note !== '' && (
          <small className={place.doubtful ? listsCss.doubtful : listsCss.quietly}>
            {place.doubtful && <Icon name="info" size={14} />}
            {place.note}
          </small>
        )}
      </label>
      <a
        className={placesCss.open}
        href={hrefOf('code', place.source, place)}
        tabIndex={-1}
        title="Open in the transcript (Enter)"
        aria-label="Open in the transcript"
      >
        <Icon name="right" />
      </a>
    </li>
  );
});

function bySource(places: readonly TickPlace[]) {
  const groups = new Map<SourceId, { source: SourceId; title: string; its: TickPlace[] }>();
  for (const place of places) {
    const group = groups.get(place.source);
    if (group) group.its.push(place);
    else groups.set(place.source, { source: place.source, title: place.title, its: [place] });
  }
  return [...groups.values()];
}

const page = 10;

/** Arrows, Page, Home and End move between what can be ticked or followed in a list. `what` is a selector of its rows. */
export function moveAmong(
  list: HTMLElement | null,
  event: KeyboardEvent<HTMLElement>,
  what = 'input[type="checkbox"]',
): void {
  if (!list || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows: readonly (Element | null)[] = [...list.querySelectorAll(what)];
  const at = rows.indexOf(document.activeElement);
  const last = rows.length - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(last, at + page),
    PageUp: Math.max(0, at - page),
    Home: 0,
    End: last,
  };
  const next = to[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  const row = rows[next];
  if (row instanceof HTMLElement) row.focus();
}
