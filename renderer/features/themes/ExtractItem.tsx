import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Extract } from '../../../shared/api/outputs.ts';
import type { Stance } from '../../../shared/model/themes.ts';
import { hrefOf } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/signs.tsx';
import css from './Extracts.module.css';
import { stanceKeys, stanceNames, stanceOf } from './stances.ts';

type Shown = Pick<Extract, 'key' | 'source' | 'start' | 'end' | 'text' | 'attribution' | 'turn'>;

/** A mark by its form: solid supports, half qualifies, hollow is contrary. */
export const StanceSign = ({ stance }: { readonly stance: Stance }) => (
  <i className={css.sign} data-stance={stance} aria-hidden="true" />
);

/** An extract on a page: its words, a way to its place, how it stands to the theme. S, Q and C on it mark it, O puts it under an outcome. */
export const ExtractItem = memo(function ExtractItem({
  extract,
  stance,
  onMark,
  onOutcome,
  children,
}: {
  readonly extract: Shown;
  readonly stance: Stance | null;
  /** Null takes the mark off. */
  readonly onMark: (extract: Shown, stance: Stance | null) => void;
  /** Asks under which outcome it stands straight. The same function each time, so that a long list is drawn once. */
  readonly onOutcome?: (key: string) => void;
  /** Further things to do with it. */
  readonly children?: ReactNode;
}) {
  return (
    <li className={css.extract} data-extract={extract.key}>
      <a href={hrefOf('code', extract.source, extract)} aria-keyshortcuts="S Q C O">
        <blockquote>{extract.text}</blockquote>
        <span>
          {stance && <StanceSign stance={stance} />}
          {stance && <b>{stanceNames[stance]}</b>}
          {extract.attribution}, turn {extract.turn}
        </span>
      </a>
      <div className={css.tools} role="toolbar" aria-label="How it stands to the theme">
        {stanceKeys.map(({ stance: one, key }) => (
          <ToggleButton
            key={one}
            excludeFromTabOrder
            isSelected={stance === one}
            className={css.tool ?? ''}
            aria-label={`${stanceNames[one]} (${key})`}
            onChange={on => onMark(extract, on ? one : null)}
          >
            <StanceSign stance={one} />
            <ToolWords words={stanceNames[one]} shortcut={key} />
          </ToggleButton>
        ))}
        {onOutcome && (
          <Button
            look="quiet"
            className={css.tool}
            label="Put it straight under an outcome (O)"
            onPress={() => onOutcome(extract.key)}
          >
            <i className={css.outcome} aria-hidden="true" />
            <ToolWords words="Outcome …" shortcut="O" />
          </Button>
        )}
        {children}
      </div>
    </li>
  );
});

/** What a tool does and its key; where there is no room for both, the key. */
export const ToolWords = ({ words, shortcut }: { readonly words: string; readonly shortcut: string }) => (
  <span className={css.tooled} title={words}>
    <span>{words}</span>
    <Kbd>{shortcut}</Kbd>
  </span>
);

/** The extract a key was pressed in, and the way to its neighbours; null where the key fell elsewhere. */
export function extractKeyOf(event: KeyboardEvent): string | null {
  const { target } = event;
  return target instanceof Element ? (target.closest<HTMLElement>('[data-extract]')?.dataset.extract ?? null) : null;
}

/** Moves the focus from extract to extract by the arrows; says whether the key was one of them. */
export function stepByArrows(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp'))
    return false;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-extract] > a')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The mark that a key asks for on an extract that stands so: the same key again takes it off. Undefined where it asks for none. */
export function nextStance(event: KeyboardEvent, now: Stance | null): Stance | null | undefined {
  const asked = stanceOf(event);
  if (asked === null) return undefined;
  return asked === now ? null : asked;
}
