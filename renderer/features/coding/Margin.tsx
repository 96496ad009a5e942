import { memo } from 'react';
import css from './Margin.module.css';
import type { MarginLayout, Stripe } from './margin.ts';

type Props = {
  readonly layout: MarginLayout;
  /** The coding brought forward. */
  readonly forward: string | null;
  /** Codings just made: each has Undo under its name. */
  readonly fresh: ReadonlySet<string>;
  readonly onForward: (id: string | null) => void;
  readonly onChoose: (id: string) => void;
  readonly onUndo: () => void;
};

/** The coding stripes beside the text, each with the name of its code where there is room. */
export const Margin = memo(function Margin({ layout, forward, fresh, onForward, onChoose, onUndo }: Props) {
  const { stripes, namesX, width, more } = layout;
  const brought = stripes.find(stripe => stripe.id === forward);
  return (
    <section className={css.margin} aria-label="Codings in view">
      <svg className={css.lines} width="10" height="10" aria-hidden="true">
        {stripes.map(stripe => (
          <Bar key={stripe.id} stripe={stripe} width={stripe.id === forward ? width + 2 : width} />
        ))}
        {stripes.map(stripe =>
          stripe.nameY === null ? null : <Leader key={stripe.id} stripe={stripe} namesX={namesX} />,
        )}
      </svg>
      {stripes.map(stripe => (
        <Handle
          key={stripe.id}
          stripe={stripe}
          namesX={namesX}
          forward={stripe.id === forward}
          undo={fresh.has(stripe.id) ? onUndo : null}
          onForward={onForward}
          onChoose={onChoose}
        />
      ))}
      {brought && brought.nameY === null && (
        <span className={css.label} style={{ left: namesX, top: brought.y0 - 2 }}>
          {brought.name}
        </span>
      )}
      {more.map(({ y, count }) => (
        <span key={y} className={css.more} style={{ left: namesX, top: y + 15 }}>
          +{count}
        </span>
      ))}
    </section>
  );
});

const Bar = memo(function Bar({ stripe, width }: { readonly stripe: Stripe; readonly width: number }) {
  return (
    <g data-c={stripe.hue}>
      <rect
        x={stripe.x - width / 2}
        y={stripe.y0 + 1}
        width={width}
        height={Math.max(6, stripe.y1 - stripe.y0 - 2)}
        rx="1.5"
        className={css.stripe}
      />
    </g>
  );
});

type HandleProps = Pick<Props, 'onForward' | 'onChoose'> & {
  readonly stripe: Stripe;
  readonly namesX: number;
  readonly forward: boolean;
  readonly undo: (() => void) | null;
};

/** What of a stripe can be pressed: its name, or the stripe itself where the name has no room. */
const Handle = memo(function Handle({ stripe, namesX, forward, undo, onForward, onChoose }: HandleProps) {
  const { id, name, nameY } = stripe;
  const bring = {
    title: name,
    'data-coding': id,
    onPointerEnter: () => onForward(id),
    onPointerLeave: () => onForward(null),
    onClick: () => onChoose(id),
  };
  const grip = { left: stripe.x - 5, top: stripe.y0, height: Math.max(8, stripe.y1 - stripe.y0) };
  if (nameY === null) {
    return (
      <button
        type="button"
        {...bring}
        className={css.grip}
        style={grip}
        aria-label={`Coding: ${name}`}
        onFocus={() => onForward(id)}
        onBlur={() => onForward(null)}
      />
    );
  }
  return (
    <>
      <div className={css.name} style={{ left: namesX, top: nameY }} data-forward={forward || undefined}>
        <button
          type="button"
          {...bring}
          className={stripe.lines === 2 ? css.twoLines : css.oneLine}
          onFocus={() => onForward(id)}
          onBlur={() => onForward(null)}
        >
          {name}
        </button>
        {undo && stripe.lines === 2 && (
          <button type="button" className={css.undo} onClick={undo}>
            Undo
          </button>
        )}
      </div>
      <div {...bring} className={css.grip} style={grip} />
    </>
  );
});

/** From a dot on its own stripe to the name, cutting a gap of paper into stripes it crosses. */
const Leader = memo(function Leader({ stripe, namesX }: { readonly stripe: Stripe; readonly namesX: number }) {
  const line = (stripe.nameY ?? 0) + 8;
  const level = line <= stripe.y1 - 2;
  const y = level ? line : Math.max(stripe.y0 + 3, stripe.y1 - 4);
  const path = (x: number) => `M${x} ${y}${level ? `H${namesX - 5}` : `L${namesX - 12} ${y} L${namesX - 5} ${line}`}`;
  return (
    <g data-c={stripe.hue}>
      <path d={path(stripe.x + 4)} className={css.cut} />
      <path d={path(stripe.x)} className={css.leader} />
      <circle cx={stripe.x} cy={y} r="3.4" className={css.stripe} />
    </g>
  );
});
