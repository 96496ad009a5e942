import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import { useDesk } from './desk.tsx';
import css from './ThemeCard.module.css';
import { useThemeMenu } from './useThemeMenu.ts';

/** A theme on the board: its name, its concept, which sources speak to it, and at the edge its outcomes in order of weight. */
export function ThemeCard({ theme }: { readonly theme: Theme }) {
  const { sources, outcomes, open } = useDesk();
  const entries = useThemeMenu(theme);
  const tabs = theme.outcomes.flatMap(id => outcomes.filter(outcome => outcome.id === id));
  return (
    <GridListItem id={theme.id} textValue={theme.name} className={`${css.card} ${open === theme.id ? css.open : ''}`}>
      {({ state }) => (
        <>
          <TakesFocus theme={theme} list={state.selectionManager} />
          <h3 className={css.name}>{theme.name}</h3>
          {theme.concept && <p className={css.concept}>{theme.concept}</p>}
          {theme.codes.length === 0 ? (
            <p className={css.none}>No codes yet</p>
          ) : (
            <div className={css.evidence}>
              <EvidenceStrip sources={sources} speaking={new Set(theme.evidence.sources)} />
            </div>
          )}
          <div className={css.edge}>
            {tabs.map(outcome => (
              <OutcomeTab key={outcome.id} number={outcome.number} title={outcome.title} />
            ))}
          </div>
          <div className={css.tools}>
            <AriaButton slot="drag" className={`${css.tool} ${css.grip}`} aria-label={`Drag ${theme.name}`}>
              <Icon name="drag" />
            </AriaButton>
            <Menu label={`Acts on ${theme.name}`} entries={entries}>
              <AriaButton className={css.tool ?? ''} aria-label={`Acts on ${theme.name}`}>
                <Icon name="more" />
              </AriaButton>
            </Menu>
          </div>
        </>
      )}
    </GridListItem>
  );
}

/**
 * Brings the focus to its card where that is awaited. It stands inside the row, for only what does is drawn after the row is on the page.
 * A list whose focused row goes away gives the focus to the next one; it must not where the row has only gone to another column.
 */
function TakesFocus({ theme, list }: { readonly theme: Theme; readonly list: Focusing }) {
  const { awaited, onAwait, isAwaited } = useDesk();
  const inside = useRef<HTMLSpanElement>(null);
  const { id, status } = theme;
  const mine = awaited?.id === id && awaited.status === status;
  useEffect(() => {
    const row = mine ? inside.current?.closest<HTMLElement>('[role="row"]') : null;
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
    onAwait(null);
  }, [mine, onAwait]);
  const latest = useRef(list);
  latest.current = list;
  useLayoutEffect(() => () => void (isAwaited(id) && latest.current.setFocused(false)), [id, isAwaited]);
  return <span ref={inside} hidden />;
}

type Focusing = { setFocused(focused: boolean): void };
