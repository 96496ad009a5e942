import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { ExtractGrouping } from '../../../shared/api/outputs/coding.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import type { Stance } from '../../../shared/model/themes.ts';
import { useCommands } from '../../app/commands.ts';
import { useFilter, useFilterWords } from '../../app/filters.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, figure, wordsOf } from '../../ui/words.ts';
import { useDoing } from './desk.tsx';
import { ExtractItem, extractKeyOf, nextStance, StanceSign, stepByArrows } from './ExtractItem.tsx';
import css from './Extracts.module.css';
import page from './Page.module.css';
import { useMarks, useThemeExtracts } from './readings.ts';
import { stanceKeys, stanceNames } from './stances.ts';

/** How many extracts stand on the page before the rest are asked for. */
const atFirst = 3;

type By = Exclude<ExtractGrouping, 'speaker' | 'none'>;
const groupings: readonly { readonly id: By; readonly name: string }[] = [
  { id: 'source', name: 'Source' },
  { id: 'group', name: 'Group' },
  { id: 'phase', name: 'Phase' },
];

/** The words a theme rests on: those that speak against it first and always, then all, collated. Each is a way to its place in the transcript, and can be marked for or against the theme. */
export function ThemeExtracts({ theme }: { readonly theme: Theme }) {
  const { acts, ask } = useDoing();
  const [by, setBy] = useState<By>('source');
  const [all, setAll] = useState(false);
  const { rows, groups, total, ready, error, more } = useThemeExtracts(theme.id, by, useFilter());
  const only = useFilterWords();
  const marks = useMarks(theme.id);
  const last = useRef<string | null>(null);
  const marked = marks.data ?? [];
  const stances = new Map<string, Stance>(marked.map(mark => [mark.key, mark.stance]));
  const words = new Map([...marked, ...rows].map(one => [one.key, one.text]));
  const latest = useRef(theme);
  latest.current = theme;
  const onMark = useCallback(
    (extract: { readonly key: string }, stance: Stance | null) =>
      void acts.mark(latest.current, extract.key, stance).catch(toastError),
    [acts],
  );
  const onLast = (act: (key: string) => void) => () =>
    last.current === null ? announce('Go to an extract of the theme first') : act(last.current);
  const known = useRef(words);
  known.current = words;
  const underOutcome = useCallback(
    (key: string) => ask({ kind: 'outcome of quote', extract: key, text: known.current.get(key) ?? '' }),
    [ask],
  );
  useCommands([
    ...stanceKeys.map(({ stance, key }) => ({
      id: `theme.mark.${stance}`,
      name: `Mark the extract: ${stanceNames[stance].toLowerCase()}`,
      group: 'Extracts of a theme',
      keys: [key],
      run: onLast(one => onMark({ key: one }, stances.get(one) === stance ? null : stance)),
    })),
    {
      id: 'theme.extract.outcome',
      name: 'Put the extract straight under an outcome',
      group: 'Extracts of a theme',
      run: onLast(underOutcome),
    },
  ]);
  const onKey = (event: KeyboardEvent) => {
    const key = extractKeyOf(event);
    if (key === null) return;
    const stance = nextStance(event, stances.get(key) ?? null);
    if (stance !== undefined) onMark({ key }, stance);
    else if (event.key.toLowerCase() === 'o' && !event.ctrlKey && !event.metaKey && !event.altKey) underOutcome(key);
    else if (!stepByArrows(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent) => {
    last.current = event.target.closest<HTMLElement>('[data-extract]')?.dataset.extract ?? last.current;
  };
  if (error) return <p className={page.quiet}>{wordsOf(error)}</p>;
  if (!ready) return null;
  const contrary = marked.filter(mark => mark.stance === 'contrary');
  const uncoded = marked.filter(mark => !mark.coded && mark.stance !== 'contrary');
  const shown = all ? rows : rows.slice(0, atFirst);
  const item = (one: (typeof rows)[number] | (typeof marked)[number]) => (
    <ExtractItem
      key={one.key}
      extract={one}
      stance={stances.get(one.key) ?? null}
      onMark={onMark}
      onOutcome={underOutcome}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links inside
    <div onKeyDown={onKey} onFocus={onFocus}>
      {contrary.length > 0 && (
        <section aria-label="Contrary extracts">
          <header className={page.head}>
            <StanceSign stance="contrary" />
            <h3>Contrary</h3>
            <span className={page.quiet}>{figure(contrary.length)}</span>
          </header>
          <ul>{contrary.map(item)}</ul>
        </section>
      )}
      <section aria-label="Extracts" data-theme={theme.id}>
        <header className={page.head}>
          <h3>Extracts</h3>
          <span className={page.quiet}>
            {total > atFirst && !all ? `${shown.length} of ${figure(total)}` : figure(total)}
          </span>
          {total > atFirst && (
            <Button look="quiet" className={page.all} onPress={() => setAll(!all)}>
              {all ? `First ${atFirst}` : `All ${figure(total)}`}
            </Button>
          )}
        </header>
        {only !== null && (
          <p className={page.quiet}>
            Only {only}: {figure(total)} of its {counted(theme.evidence.extracts, 'extract')}. What speaks against the
            theme stands here whatever the filter.
          </p>
        )}
        {total === 0 && only === null && (
          <p className={page.quiet}>No words yet. A theme takes the extracts of its codes.</p>
        )}
        {all && (
          <div className={css.by}>
            <span>By</span>
            <Segmented label="Collate extracts by" value={by} choices={groupings} onChange={setBy} />
          </div>
        )}
        {all ? (
          groups.map(group => {
            const these = shown.filter(row => row.group === group.key);
            return (
              these.length > 0 && (
                <section key={group.key} aria-label={group.label}>
                  <header className={css.group}>
                    <h4>{group.label}</h4>
                    <span>{figure(group.count)}</span>
                  </header>
                  <ul className={css.list}>{these.map(item)}</ul>
                </section>
              )
            );
          })
        ) : (
          <ul>{shown.map(item)}</ul>
        )}
        {all && more && <Button onPress={more}>{`Read more of ${figure(total)}`}</Button>}
      </section>
      {uncoded.length > 0 && (
        <section aria-label="Marked, but not coded">
          <header className={page.head}>
            <h3>Marked, but not coded</h3>
            <span className={page.quiet}>{figure(uncoded.length)}</span>
          </header>
          <ul>{uncoded.map(item)}</ul>
        </section>
      )}
    </div>
  );
}
