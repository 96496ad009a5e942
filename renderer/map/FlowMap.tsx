import { select, type ZoomBehavior, zoom, zoomIdentity } from 'd3';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flowWidths, layOutFlow } from '../../shared/analysis/map/flow.ts';
import type { ThemeMap } from '../../shared/model/themeMap.ts';
import css from './FlowMap.module.css';
import { MapInWords } from './MapInWords.tsx';
import { paintFlow } from './paint.ts';

type Props = {
  /** Changes the scale by a factor; null fits the whole picture again. */
  readonly zoomRef: Ref<Zoom>;
  readonly map: ThemeMap;
  readonly onOpenTheme: (id: string) => void;
  readonly onOpenOutcome: (id: string) => void;
};

export type Zoom = (factor: number | null) => void;

/** The flow view on the screen: drawn with d3 from the same layout as the exported picture. Zoom by Ctrl and wheel, or by `zoomRef`; Tab walks themes and outcomes, Enter opens. */
export function FlowMap({ zoomRef, map, onOpenTheme, onOpenOutcome }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const zooming = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const { box, width } = useRoom();
  const flow = useMemo(() => layOutFlow(map, width), [map, width]);
  const open = useRef({ onOpenTheme, onOpenOutcome });
  open.current = { onOpenTheme, onOpenOutcome };

  useEffect(() => {
    if (!svg.current) return;
    const picture = select(svg.current);
    const canvas = picture.select<SVGGElement>('g');
    paintFlow(canvas, flow, {
      classes: css,
      onLight: setLit,
      onOpen: (kind, id) => (kind === 'theme' ? open.current.onOpenTheme(id) : open.current.onOpenOutcome(id)),
    });
    const behaviour = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.3, 4])
      .filter(event => event.type !== 'wheel' || event.ctrlKey || event.metaKey)
      .on('zoom', event => canvas.attr('transform', String(event.transform)));
    picture.call(behaviour).on('dblclick.zoom', null);
    zooming.current = behaviour;
    return () => {
      picture.on('.zoom', null);
    };
  }, [flow]);

  useEffect(() => {
    if (!svg.current) return;
    const ends = new Set(
      flow.ribbons
        .filter(ribbon => ribbon.from === lit || ribbon.to === lit)
        .flatMap(ribbon => [ribbon.from, ribbon.to]),
    );
    const quiet = (ids: readonly string[]) => lit !== null && !ids.some(id => id === lit);
    select(svg.current)
      .selectAll<SVGElement, { from: string; to: string }>('[data-ribbon]')
      .classed(css.dim ?? 'dim', ribbon => quiet([ribbon.from, ribbon.to]));
    select(svg.current)
      .selectAll<SVGElement, { id: string }>('[data-node]')
      .classed(css.dim ?? 'dim', node => lit !== null && node.id !== lit && !ends.has(node.id));
  }, [flow, lit]);

  const scale = (factor: number | null) => {
    if (!svg.current || !zooming.current) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const target = still ? select(svg.current) : select(svg.current).transition().duration(180);
    if (factor === null) zooming.current.transform(target as never, zoomIdentity);
    else zooming.current.scaleBy(target as never, factor);
  };
  useImperativeHandle(zoomRef, () => scale);
  return (
    <div ref={box} className={css.box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with controls in it; SVG has no fieldset */}
      <svg
        ref={svg}
        className={css.picture}
        viewBox={`0 0 ${flow.width} ${flow.height}`}
        preserveAspectRatio="xMidYMin meet"
        role="group"
        aria-label={`Theme map of ${map.title}`}
      >
        <g />
      </svg>
      <MapInWords map={map} />
    </div>
  );
}

/** The width there is for the picture, so that in a narrow window it is laid out anew and its type keeps its size. */
function useRoom(): { readonly box: Ref<HTMLDivElement>; readonly width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>(flowWidths.widest);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
