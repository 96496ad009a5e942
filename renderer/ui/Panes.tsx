import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { IconButton } from './Button.tsx';
import { setFolded, setOver, useFolded, useOver, useWindowWidth } from './folding.ts';
import { kept } from './kept.ts';
import css from './Panes.module.css';

export type Pane = {
  readonly id: string;
  readonly children: ReactNode;
  /** Pixels at first, and at least; the main pane has neither and takes what is left. */
  readonly width?: number;
  readonly least?: number;
  /** In a window narrower than this (pixels) the pane comes over the page when asked for. Only with `width`. */
  readonly foldBelow?: number;
  readonly surface?: 'desk' | 'paper' | 'sunk';
  readonly label: string;
};

/**
 * Panes side by side; their edges can be dragged, or moved by arrows when focused. Widths and folds are remembered for each `id`.
 * A side pane can be folded with a `PaneToggle`; in a window too narrow for it, it comes over the page.
 */
export function Panes({ id, panes }: { readonly id: string; readonly panes: readonly Pane[] }) {
  const folded = useFolded();
  const over = useOver();
  const width = useWindowWidth();
  const tooNarrow = (pane: Pane) => pane.width !== undefined && width < (pane.foldBelow ?? 0);
  const beside = panes.filter(pane => !tooNarrow(pane) && !folded.has(`${id}/${pane.id}`));
  const main = panes.findIndex(pane => pane.width === undefined);
  const floating = panes.find(pane => tooNarrow(pane) && over === `${id}/${pane.id}`);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `panes-${id}`,
    panelIds: beside.map(pane => pane.id),
    storage: kept,
  });
  useEffect(() => () => setOver(null), []);
  return (
    <div className={css.box}>
      <Group
        orientation="horizontal"
        className={css.group ?? ''}
        {...(defaultLayout && { defaultLayout })}
        onLayoutChanged={onLayoutChanged}
      >
        {beside.map((pane, index) => (
          <Fragment key={pane.id}>
            {index > 0 && <Separator className={css.edge ?? ''} aria-label={`Width of ${pane.label}`} />}
            <Panel
              id={pane.id}
              className={css.panel ?? ''}
              {...(pane.width !== undefined && {
                defaultSize: `${pane.width}px`,
                groupResizeBehavior: 'preserve-pixel-size' as const,
              })}
              minSize={`${pane.least ?? (pane.width ? Math.min(pane.width, 180) : 320)}px`}
            >
              <Surface pane={pane} />
            </Panel>
          </Fragment>
        ))}
      </Group>
      {floating && <Over key={floating.id} pane={floating} side={panes.indexOf(floating) < main ? 'left' : 'right'} />}
    </div>
  );
}

function Surface({ pane }: { readonly pane: Pane }) {
  return (
    <section className={`${css.pane} ${css[pane.surface ?? 'desk']}`} aria-label={pane.label}>
      {pane.children}
    </section>
  );
}

/** A pane over the page: it takes the focus, and Escape or a press beside it puts it away. */
function Over({ pane, side }: { readonly pane: Pane; readonly side: 'left' | 'right' }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className={css.behind}
        tabIndex={-1}
        aria-label={`Put ${pane.label} away`}
        onClick={() => setOver(null)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape here only puts the pane away, as its button does */}
      <div
        ref={box}
        tabIndex={-1}
        className={`${css.over} ${css[side]}`}
        style={{ width: pane.width }}
        onKeyDown={event => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          setOver(null);
        }}
      >
        <Surface pane={pane} />
      </div>
    </>
  );
}

/** Whether a side pane shows, and the act that shows or hides it: beside the page, or over it in a narrow window. */
export function usePaneFold(
  id: string,
  pane: string,
  foldBelow = 0,
): { readonly shown: boolean; readonly toggle: () => void } {
  const name = `${id}/${pane}`;
  const folded = useFolded();
  const over = useOver();
  const narrow = useWindowWidth() < foldBelow;
  const shown = narrow ? over === name : !folded.has(name);
  return { shown, toggle: () => (narrow ? setOver(shown ? null : name) : setFolded(name, shown)) };
}

/** The button that shows or hides a side pane; `label` names the pane: "the list of sources". */
export function PaneToggle({
  id,
  pane,
  label,
  side = 'right',
  foldBelow,
}: {
  readonly id: string;
  readonly pane: string;
  readonly label: string;
  readonly side?: 'left' | 'right';
  readonly foldBelow?: number;
}) {
  const { shown, toggle } = usePaneFold(id, pane, foldBelow);
  return (
    <IconButton
      icon={side === 'left' ? 'panelLeft' : 'panel'}
      label={`${shown ? 'Hide' : 'Show'} ${label}`}
      pressed={shown}
      onPress={toggle}
    />
  );
}
