import { type KeyboardEvent, memo } from 'react';
import type { Box, Part, Shape } from '../../shared/analysis/map/picture.ts';
import { rightToLeft } from '../../shared/text/rightToLeft.ts';
import { hueOf, tokenOf } from './inks.ts';
import css from './Picture.module.css';

export type PartActs = {
  readonly onLight: (id: string | null) => void;
  /** A press or Space, on a theme, a code or an outcome. */
  readonly onChoose: (part: Part) => void;
  /** Enter on a theme or an outcome. */
  readonly onOpen: (part: Part) => void;
  /** Any other key on a theme; true if it was taken. */
  readonly onKey: (part: Part, event: KeyboardEvent) => boolean;
  readonly onKeyUp: (part: Part) => void;
};

/** A part of the picture; its title is its name. Themes and outcomes can be reached by Tab; codes by the pointer alone, and in words below. */
export const PicturePart = memo(function PicturePart({
  part,
  dim,
  lifted,
  acts,
}: {
  readonly part: Part;
  readonly dim: boolean;
  readonly lifted: boolean;
  readonly acts: PartActs;
}) {
  const shapes = part.shapes.map((shape, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity but their place in the part
    <PictureShape key={index} shape={shape} quiet={part.role === 'theme'} />
  ));
  if (part.role === 'plain') return <>{shapes}</>;
  const looks = [css.part, dim ? css.dim : '', lifted ? css.lifted : ''].filter(Boolean).join(' ');
  if (part.role === 'ribbon' || part.role === 'relation')
    return (
      <g className={looks} data-role={part.role}>
        {part.title && <title>{part.title}</title>}
        {shapes}
      </g>
    );
  const light = { onPointerEnter: () => acts.onLight(part.id), onPointerLeave: () => acts.onLight(null) };
  const area = part.box && (
    <rect className={css.area} x={part.box.x} y={part.box.y} width={part.box.w} height={part.box.h} rx={4} />
  );
  if (part.role === 'code')
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: codes are reached by keyboard from their theme, and in words
      <g className={looks} data-role="code" {...light} onClick={() => acts.onChoose(part)}>
        <title>{part.title}</title>
        {area}
        {shapes}
      </g>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={`${looks} ${css.node}`}
      data-role={part.role}
      data-id={part.id}
      tabIndex={0}
      role="button"
      {...light}
      onFocus={() => acts.onLight(part.id)}
      onBlur={() => acts.onLight(null)}
      onClick={() => acts.onChoose(part)}
      onKeyUp={() => acts.onKeyUp(part)}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter') acts.onOpen(part);
        else if (event.key === ' ') acts.onChoose(part);
        else if (!acts.onKey(part, event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <title>{part.title}</title>
      {area}
      {shapes}
      {part.box && <FocusRing box={part.box} />}
    </g>
  );
});

/** Over everything of the part, so that nothing of it is covered. */
function FocusRing({ box: { x, y, w, h } }: { readonly box: Box }) {
  return <rect className={css.ring} x={x - 3} y={y - 3} width={w + 6} height={h + 6} rx={5} />;
}

/** `quiet`: figures beside a name, which its group's own name tells in full, are not read out one by one. */
function PictureShape({ shape, quiet }: { readonly shape: Shape; readonly quiet: boolean }) {
  if (shape.kind === 'text') {
    const { x, y, words, face, size, ink, anchor } = shape;
    // Each line ends in a space, so that a name set in two lines is read as two words.
    return (
      <text
        x={x}
        y={y}
        className={css[face]}
        fontSize={size}
        fill={tokenOf(ink)}
        textAnchor={anchor}
        {...(rightToLeft(words) && { unicodeBidi: 'plaintext' })}
        data-o={hueOf(ink)}
        {...(quiet && face !== 'serifBold' && { 'aria-hidden': true })}
      >
        {`${words} `}
      </text>
    );
  }
  const { d, fill, stroke, width, dash, opacity } = shape;
  // The token of a plain ribbon is translucent by itself.
  const own = fill === 'ribbon' || opacity === undefined ? undefined : `var(--out-ribbon, ${opacity})`;
  return (
    <path
      d={d}
      data-o={hueOf(fill) ?? hueOf(stroke)}
      fill={fill ? tokenOf(fill) : 'none'}
      {...(own && { fillOpacity: own })}
      {...(stroke && { stroke: tokenOf(stroke), strokeWidth: width ?? 1 })}
      {...(dash && { strokeDasharray: dash.join(' ') })}
    />
  );
}
