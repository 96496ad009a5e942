import css from './Coding.module.css';
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

/** The coding stripes beside the text, each with the name of its code. */
export function Margin({ layout, forward, fresh, onForward, onChoose, onUndo }: Props) {
  const { stripes, namesX, more } = layout;
  return (
    <div className={css['margin']} role="list" aria-label="Codings in view">
      <svg className={css['lines']} width="10" height="10" aria-hidden="true">
        {stripes.map(stripe => (
          <g key={stripe.id} data-c={stripe.hue}>
            <rect
              x={stripe.x - (stripe.id === forward ? 3 : 2)}
              y={stripe.y0 + 1}
              width={stripe.id === forward ? 6 : 4}
              height={Math.max(6, stripe.y1 - stripe.y0 - 2)}
              rx="1.5"
              className={css['stripe']}
            />
          </g>
        ))}
        {stripes.map(stripe =>
          stripe.nameY === null ? null : <Leader key={stripe.id} stripe={stripe} namesX={namesX} />,
        )}
      </svg>
      {stripes.map(stripe => (
        <div key={stripe.id} role="listitem">
          {stripe.nameY === null ? null : (
            <div
              className={css['name']}
              style={{ left: namesX, top: stripe.nameY }}
              data-forward={stripe.id === forward || undefined}
            >
              <button
                type="button"
                data-coding={stripe.id}
                className={stripe.lines === 2 ? css['twoLines'] : css['oneLine']}
                title={stripe.name}
                onPointerEnter={() => onForward(stripe.id)}
                onPointerLeave={() => onForward(null)}
                onFocus={() => onForward(stripe.id)}
                onClick={() => onChoose(stripe.id)}
              >
                {stripe.name}
              </button>
              {fresh.has(stripe.id) && stripe.lines === 2 && (
                <button type="button" className={css['undo']} onClick={onUndo}>
                  Undo
                </button>
              )}
            </div>
          )}
          <button
            type="button"
            tabIndex={stripe.nameY === null ? 0 : -1}
            className={css['grip']}
            style={{ left: stripe.x - 5, top: stripe.y0, height: Math.max(8, stripe.y1 - stripe.y0) }}
            aria-label={`${stripe.name}, coding`}
            aria-hidden={stripe.nameY !== null}
            title={stripe.name}
            onPointerEnter={() => onForward(stripe.id)}
            onPointerLeave={() => onForward(null)}
            onClick={() => onChoose(stripe.id)}
          />
        </div>
      ))}
      {more.map(({ y, count }) => (
        <span key={y} className={css['more']} style={{ left: namesX, top: y + 15 }}>
          +{count}
        </span>
      ))}
    </div>
  );
}

/** From a dot on its own stripe to the name, cutting a gap of paper into stripes it crosses. */
function Leader({ stripe, namesX }: { readonly stripe: Stripe; readonly namesX: number }) {
  const line = (stripe.nameY ?? 0) + 8;
  const level = line <= stripe.y1 - 2;
  const y = level ? line : Math.max(stripe.y0 + 3, stripe.y1 - 4);
  const path = (x: number) => `M${x} ${y}${level ? `H${namesX - 5}` : `L${namesX - 12} ${y} L${namesX - 5} ${line}`}`;
  return (
    <g data-c={stripe.hue}>
      <path d={path(stripe.x + 4)} className={css['cut']} />
      <path d={path(stripe.x)} className={css['leader']} />
      <circle cx={stripe.x} cy={y} r="3.4" className={css['stripe']} />
    </g>
  );
}
