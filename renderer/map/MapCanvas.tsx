import { type KeyboardEvent, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { arrange } from '../../shared/analysis/map/arrange.ts';
import { layOutMap, movedOn } from '../../shared/analysis/map/mapPicture.ts';
import type { Part, Room } from '../../shared/analysis/map/picture.ts';
import { pictureOf } from '../../shared/analysis/map/views.ts';
import type { MapPlace, MapView, ThemeMap } from '../../shared/model/themeMap.ts';
import { MapInWords } from './MapInWords.tsx';
import css from './Picture.module.css';
import { type Moving, PictureView, type Zoom } from './PictureView.tsx';
import { useRoom } from './useRoom.ts';

type Props = {
  readonly zoomRef: Ref<Zoom>;
  readonly map: ThemeMap;
  readonly view: MapView;
  /** Themes around which their codes are shown. */
  readonly codes: ReadonlySet<string>;
  /** How much larger the type is than on the desk. */
  readonly type: number;
  readonly onChoose: (part: Part) => void;
  readonly onOpen: (part: Part) => void;
  readonly onPlace: (theme: string, place: MapPlace) => void;
};

type Override = { readonly id: string; readonly place: MapPlace };

/** Steps of the arrow keys, in thousandths of the drawing area; with Shift the larger one. */
const steps = { small: 10, large: 50 } as const;

/** The chosen view of the map, laid out for the room there is. In the map view themes are moved by dragging, or by the arrows on the focused one. */
export function MapCanvas(props: Props) {
  const { box, room } = useRoom();
  return (
    <div ref={box} className={css.box}>
      {room && <Canvas {...props} room={room} />}
      <MapInWords map={props.map} view={props.view} />
    </div>
  );
}

function Canvas({ zoomRef, map, view, codes, type, onChoose, onOpen, onPlace, room }: Props & { readonly room: Room }) {
  const [override, setOverride] = useState<Override | null>(null);
  const arrangement = useMemo(() => (view === 'map' ? arrange(map) : undefined), [map, view]);
  // What was dropped stays where it is until the core's answer is read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map ends the move
  useEffect(() => setOverride(null), [map]);
  const wide = useMemo(
    () => ({ width: Math.floor(room.width / type), height: Math.floor((room.height - 2) / type) }),
    [room, type],
  );
  const still = useMemo(
    () => (arrangement ? layOutMap(map, wide, { codes, arrangement }) : null),
    [map, wide, codes, arrangement],
  );
  const layout = useMemo(() => {
    if (!still || override === null) return still;
    const { id, place } = override;
    const { x, y, w, h } = still.area;
    return movedOn(still, map, id, x + (place.x / 1000) * w, y + (place.y / 1000) * h);
  }, [still, map, override]);
  const picture = useMemo(() => layout?.picture ?? pictureOf(map, view, wide), [layout, map, view, wide]);
  const latest = useRef({ layout, override });
  latest.current = { layout, override };

  const placeAt = (x: number, y: number): MapPlace => {
    const area = latest.current.layout?.area ?? { x: 0, y: 0, w: 1, h: 1 };
    return { x: thousandths((x - area.x) / area.w), y: thousandths((y - area.y) / area.h) };
  };
  const from = (id: string) => latest.current.layout?.settled.find(one => one.block.theme.id === id) ?? null;
  const drop = (id: string) => {
    const moved = latest.current.override;
    if (moved?.id === id) onPlace(id, moved.place);
  };
  const moving: Moving | null = layout && {
    from,
    moved: override?.id ?? null,
    onDrag: (id, x, y) => setOverride({ id, place: placeAt(x, y) }),
    onDrop: drop,
  };
  const onKey = (part: Part, event: KeyboardEvent): boolean => {
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    const now = from(part.id);
    if (part.role !== 'theme' || !now || (dx === 0 && dy === 0)) return false;
    const step = event.shiftKey ? steps.large : steps.small;
    const at = override?.id === part.id ? override.place : (now.block.theme.place ?? placeAt(now.x, now.y));
    setOverride({ id: part.id, place: { x: clamp(at.x + dx * step), y: clamp(at.y + dy * step) } });
    return true;
  };
  return (
    <PictureView
      zoomRef={zoomRef}
      picture={picture}
      label={`Theme map of ${map.title}: ${viewNames[view]}`}
      scale={type}
      moving={moving}
      acts={{ onChoose, onOpen, onKey, onKeyUp: part => drop(part.id) }}
    />
  );
}

export const viewNames: Readonly<Record<MapView, string>> = {
  map: 'themes and their relations',
  flow: 'codes, themes and outcomes',
  grid: 'themes by group and phase',
};

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const clamp = (value: number) => Math.min(1000, Math.max(0, value));
const thousandths = (share: number) => clamp(Math.round(share * 1000));
