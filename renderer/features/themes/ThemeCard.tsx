import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { Outcome, Source, Theme } from '../../../shared/model/entities.ts';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { awaitCard, isAwaited, useAwaited } from './awaited.ts';
import { useDesk } from './desk.tsx';
import { placesOf } from './places.ts';
import css from './ThemeCard.module.css';
import { useThemeMenu } from './useThemeMenu.ts';

type CardProps = {
  readonly theme: Theme;
  readonly sources: readonly Source[];
  readonly outcomes: readonly Outcome[];
  /** Name of the theme that it is part of. */
  readonly within: string | null;
  readonly subThemes: number;
  /** What there is to think about, in plain words. */
  readonly advice: string | null;
};

/** A theme on the board. The list draws it anew for a new theme alone; what it reads besides, it reads inside. */
export function ThemeCard({ theme }: { readonly theme: Theme }) {
  return (
    <GridListItem id={theme.id} textValue={theme.name} className={css.card ?? ''}>
      {({ state }) => (
        <>
          <TakesFocus theme={theme} list={state.selectionManager} />
          <Read theme={theme} />
          <div className={css.tools}>
            <AriaButton slot="drag" className={`${css.tool} ${css.grip}`} aria-label={`Drag ${theme.name}`}>
              <Icon name="drag" />
            </AriaButton>
            <Acts theme={theme} />
          </div>
        </>
      )}
    </GridListItem>
  );
}

const Read = memo(({ theme }: Pick<CardProps, 'theme'>) => {
  const { themes, sources, outcomes, advised, open } = useDesk();
  return (
    <>
      {theme.id === open && <InSight theme={theme} />}
      <Face
        theme={theme}
        sources={sources}
        outcomes={outcomes}
        within={themes.find(one => one.id === theme.parent)?.name ?? null}
        subThemes={themes.filter(one => one.parent === theme.id).length}
        advice={advised.get(theme.id) ?? null}
      />
    </>
  );
});

/** Stands in the card whose page is open, and brings the card into sight: the page beside the board has made all cards narrower and higher, and what is done on the page can make this one higher. */
function InSight({ theme }: Pick<CardProps, 'theme'>) {
  const inside = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has changed of the theme may show on its card
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      inside.current?.closest('[role="row"]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [theme]);
  return <span ref={inside} hidden data-open />;
}

/** Its name, its concept, which sources speak to it, and at the edge its outcomes in order of weight. Drawn anew only for new facts: a list draws its rows at every step of the focus and of a drag. */
const Face = memo(({ theme, sources, outcomes, within, subThemes, advice }: CardProps) => {
  const tabs = placesOf(theme, outcomes);
  return (
    <>
      {within !== null && <p className={css.within}>Part of {within}</p>}
      <h3 className={css.name} dir="auto">
        {theme.name}
      </h3>
      {theme.concept && (
        <p className={css.concept} dir="auto">
          {theme.concept}
        </p>
      )}
      {theme.codes.length === 0 ? (
        <p className={css.none}>No codes yet</p>
      ) : (
        <div className={css.evidence}>
          <EvidenceStrip
            sources={sources}
            speaking={new Set(theme.evidence.sources)}
            against={new Set(theme.evidence.against)}
          />
        </div>
      )}
      {(subThemes > 0 || advice !== null) && (
        <p className={css.foot}>
          {subThemes > 0 && <span>{counted(subThemes, 'sub-theme')}</span>}
          {advice !== null && (
            <span className={css.advice} title={advice}>
              <Icon name="info" size={12} />
              Advice<span className="visually-hidden">: {advice}</span>
            </span>
          )}
        </p>
      )}
      <div className={css.edge}>
        {tabs.map(outcome => (
          <OutcomeTab key={outcome.id} number={outcome.number} title={outcome.title} />
        ))}
      </div>
    </>
  );
});

const Acts = memo(({ theme }: Pick<CardProps, 'theme'>) => (
  <Menu label={`Acts on ${theme.name}`} entries={useThemeMenu(theme, true)}>
    <AriaButton className={css.tool ?? ''} aria-label={`Acts on ${theme.name}`}>
      <Icon name="more" />
    </AriaButton>
  </Menu>
));

/**
 * Brings the focus to its card where that is awaited. It stands inside the row, for only what does is drawn after the row is on the page.
 * A list whose focused row goes away gives the focus to the next one; it must not where the row has only gone to another column.
 */
function TakesFocus({ theme, list }: { readonly theme: Theme; readonly list: Focusing }) {
  const inside = useRef<HTMLSpanElement>(null);
  const { id } = theme;
  const mine = useAwaited(theme);
  useEffect(() => {
    const row = mine ? inside.current?.closest<HTMLElement>('[role="row"]') : null;
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
    awaitCard(null);
  }, [mine]);
  const latest = useRef(list);
  latest.current = list;
  useLayoutEffect(() => () => void (isAwaited(id) && latest.current.setFocused(false)), [id]);
  return <span ref={inside} hidden />;
}

type Focusing = { setFocused(focused: boolean): void };
