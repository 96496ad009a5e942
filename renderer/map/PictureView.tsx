import { drag, select, type ZoomBehavior, zoom, zoomIdentity } from 'd3';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Picture } from '../../shared/analysis/map/picture.ts';
import css from './Picture.module.css';
import { type PartActs, PicturePart } from './PicturePart.tsx';

/** Changes the scale by a factor; null fits the whole picture again. */
export type Zoom = (factor: number | null) => void;

/** Moving themes by hand. Points are in the picture's pixels. */
export type Moving = {
  readonly onDrag: (id: string, x: number, y: number) => void;
  readonly onDrop: (id: string) => void;
  /** The theme that is being moved. */
  readonly moved: string | null;
  /** Where the middle of its ring is now. */
  readonly from: (id: string) => { readonly x: number; readonly y: number } | null;
};

type Props = {
  readonly zoomRef: Ref<Zoom>;
  readonly picture: Picture;
  readonly label: string;
  /** Pixels on the screen for each of the picture. */
  readonly scale: number;
  readonly acts: Omit<PartActs, 'onLight'>;
  readonly moving: Moving | null;
};

/** A picture on the screen, from the same layout as every export. Zoom by Ctrl and wheel, or by `zoomRef`; drag the paper to move it. */
export function PictureView({ zoomRef, picture, label, scale, acts, moving }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const canvas = useRef<SVGGElement>(null);
  const zooming = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const latest = useRef({ acts, moving });
  latest.current = { acts, moving };
  const steady = useMemo(
    (): PartActs => ({
      onLight: setLit,
      onChoose: part => latest.current.acts.onChoose(part),
      onOpen: part => latest.current.acts.onOpen(part),
      onKey: (part, event) => latest.current.acts.onKey(part, event),
      onKeyUp: part => latest.current.acts.onKeyUp(part),
    }),
    [],
  );
  useEffect(() => {
    if (!svg.current) return;
    const whole = select(svg.current);
    const behaviour = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.3, 6])
      .filter(event => event.type !== 'wheel' || event.ctrlKey || event.metaKey)
      .on('zoom', event => canvas.current?.setAttribute('transform', String(event.transform)));
    whole.call(behaviour).on('dblclick.zoom', null);
    zooming.current = behaviour;
    return () => {
      whole.on('.zoom', null);
    };
  }, []);
  useDragging(canvas, latest, moving !== null, picture);

  const near = useMemo(() => nearOf(picture, lit), [picture, lit]);
  const scaleBy = (factor: number | null) => {
    if (!svg.current || !zooming.current) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const target = still ? select(svg.current) : select(svg.current).transition().duration(180);
    if (factor === null) zooming.current.transform(target as never, zoomIdentity);
    else zooming.current.scaleBy(target as never, factor);
  };
  useImperativeHandle(zoomRef, () => scaleBy);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with controls in it; SVG has no fieldset
    <svg
      ref={svg}
      className={`${css.picture} ${moving ? css.movable : ''}`}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      width={picture.width * scale}
      height={picture.height * scale}
      role="group"
      aria-label={label}
    >
      <g ref={canvas}>
        {picture.parts.map((part, index) => (
          <PicturePart
            key={part.id === '' ? `plain ${index}` : `${part.role} ${part.id}`}
            part={part}
            dim={near !== null && part.role !== 'plain' && !near(part.id, part.ends)}
            lifted={moving?.moved === part.id}
            acts={steady}
          />
        ))}
      </g>
    </svg>
  );
}

/** Which parts stay lit while one of them is pointed at: itself, what is tied to it, and the other ends of those ties. */
function nearOf(picture: Picture, lit: string | null): ((id: string, ends: readonly string[]) => boolean) | null {
  if (lit === null) return null;
  const ties = picture.parts.filter(part => part.ends.includes(lit));
  if (!ties.some(part => part.role === 'ribbon' || part.role === 'relation')) return null;
  const ids = new Set([lit, ...ties.flatMap(part => [...part.ends])]);
  return (id, ends) => (ends.length > 0 ? ends.includes(lit) : ids.has(id));
}

function useDragging(
  canvas: { readonly current: SVGGElement | null },
  latest: { readonly current: { readonly moving: Moving | null } },
  on: boolean,
  picture: Picture,
): void {
  const ids = picture.parts.filter(part => part.role === 'theme').map(part => part.id);
  const signature = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the listeners belong to the elements of these themes
  useEffect(() => {
    const node = canvas.current;
    if (!node || !on) return;
    let start: { x: number; y: number } | null = null;
    const themes = select(node).selectAll<SVGGElement, unknown>('[data-role="theme"]');
    const idOf = (element: SVGGElement) => element.dataset.id ?? '';
    themes.call(
      drag<SVGGElement, unknown>()
        .container(() => node)
        .clickDistance(3)
        .subject(function (event) {
          const at = latest.current.moving?.from(idOf(this)) ?? { x: event.x, y: event.y };
          start = { ...at };
          return { ...at };
        })
        .on('drag', function (event) {
          if (start && Math.abs(event.x - start.x) + Math.abs(event.y - start.y) < 3) return;
          start = null;
          latest.current.moving?.onDrag(idOf(this), event.x, event.y);
        })
        .on('end', function () {
          if (start === null) latest.current.moving?.onDrop(idOf(this));
        }),
    );
    return () => {
      themes.on('.drag', null);
    };
  }, [on, signature]);
}
