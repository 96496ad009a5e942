import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import css from './Panes.module.css';

type Pane = {
  readonly id: string;
  readonly children: ReactNode;
  /** Pixels at first, and at least; the main pane has neither and takes what is left. */
  readonly width?: number;
  readonly least?: number;
  readonly surface?: 'desk' | 'paper' | 'sunk';
  readonly label: string;
};

/** Panes side by side; their edges can be dragged, or moved by arrows when focused. Widths are remembered for each `id`. */
export function Panes({ id, panes }: { readonly id: string; readonly panes: readonly Pane[] }) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `panes-${id}`,
    panelIds: panes.map(pane => pane.id),
    storage: localStorage,
  });
  return (
    <Group
      orientation="horizontal"
      className={css.group ?? ''}
      {...(defaultLayout && { defaultLayout })}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.map((pane, index) => (
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
            <section className={`${css.pane} ${css[pane.surface ?? 'desk']}`} aria-label={pane.label}>
              {pane.children}
            </section>
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
