import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { NameSuggestion } from '../../../shared/model/anonymity.ts';
import { replacementKinds } from '../../../shared/model/anonymity.ts';
import { Button } from '../../ui/Button.tsx';
import { setOver } from '../../ui/folding.ts';
import { Icon } from '../../ui/icons.tsx';
import { Several } from '../../ui/Several.tsx';
import { Note } from '../../ui/signs.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted, figure } from '../../ui/words.ts';
import type { Progress } from '../explore/useJob.ts';
import { ofBasket, show } from './address.ts';
import { bracketed, draftOf, likeOf } from './draft.ts';
import css from './Lists.module.css';
import { kindNames } from './names.ts';
import { useNames } from './store.ts';
import { moveAmong } from './TickList.tsx';

const kindChoices = replacementKinds.map(id => ({ id, name: kindNames[id] }));

/** Words that may identify somebody, best guesses first: chosen to look at, taken into the table, or dismissed until the app is closed. */
export function SuggestionList({
  shown,
  all,
  basket,
  looking,
  error,
}: {
  /** Those that pass the filter and are not dismissed. */
  readonly shown: readonly NameSuggestion[];
  readonly all: readonly NameSuggestion[] | undefined;
  readonly basket: boolean;
  readonly looking: { readonly progress: Progress | null; readonly stop: () => void } | null;
  readonly error: Error | null;
}) {
  const { names, change, take, leave } = useNames();
  const list = useRef<HTMLDivElement>(null);
  const drawn = useProgressive(shown.length);
  const labels = useMemo(
    () => new Map(names.taken.map(subject => [subject, names.drafts.get(subject)?.label ?? ''])),
    [names.taken, names.drafts],
  );
  const chosen = basket ? null : names.chosen;
  const acts = useRef({ names, change, take, leave });
  acts.current = { names, change, take, leave };
  const choose = useCallback((one: NameSuggestion) => {
    acts.current.change({ chosen: likeOf(one), onward: false });
    show('suggestions');
    setOver(null);
  }, []);
  const turn = useCallback((one: NameSuggestion) => {
    const subject = likeOf(one);
    const { names: now } = acts.current;
    if (now.taken.includes(subject)) acts.current.leave(subject);
    else acts.current.take(subject, now.drafts.get(subject) ?? draftOf(one));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when another one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const dismissed = names.dismissed.size;
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <Several
          label="Kinds"
          all="All kinds"
          choices={kindChoices}
          chosen={names.kinds}
          onChange={next => change({ kinds: new Set(replacementKinds.filter(kind => next.has(kind))) })}
        />
        <span className={css.quietly} role="status">
          {looking
            ? looking.progress
              ? `Source ${figure(looking.progress.done)} of ${figure(looking.progress.total)} …`
              : 'Looking …'
            : all && counted(shown.length, 'suggestion')}
        </span>
      </div>
      {error && !looking && <Note block>{error.message}</Note>}
      {all && shown.length === 0 && !looking && (
        <p className={css.nothing}>
          {all.length === 0
            ? 'Nothing is suggested. That is no promise: rules find likely names, and only reading finds them all. Mark each source as checked under Sources.'
            : 'Nothing else is suggested. Take the filter off, or show those that were dismissed.'}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between the buttons in it */}
      <div ref={list} className={css.list} onKeyDown={event => moveAmong(list.current, event, '[data-row]')}>
        <ul aria-label="Suggestions">
          {shown.slice(0, drawn).map(one => {
            const subject = likeOf(one);
            return (
              <Row
                key={subject}
                one={one}
                chosen={subject === chosen}
                label={labels.get(subject)}
                onChoose={choose}
                onTurn={turn}
              />
            );
          })}
        </ul>
        {dismissed > 0 && (
          <div className={css.more}>
            {figure(dismissed)} dismissed
            <Button look="quiet" onPress={() => change({ dismissed: new Set() })}>
              Show {dismissed === 1 ? 'it' : 'them'} again
            </Button>
          </div>
        )}
      </div>
      {names.taken.length > 0 && (
        <div className={css.basket}>
          <span role="status">{counted(names.taken.length, 'name')} taken</span>
          <Button look={basket ? 'normal' : 'primary'} onPress={() => show('suggestions', ofBasket)}>
            Label and replace …
          </Button>
        </div>
      )}
    </div>
  );
}

const Row = memo(function Row({
  one,
  chosen,
  label,
  onChoose,
  onTurn,
}: {
  readonly one: NameSuggestion;
  readonly chosen: boolean;
  /** Its label in the basket; undefined while it is not in it. */
  readonly label: string | undefined;
  readonly onChoose: (one: NameSuggestion) => void;
  readonly onTurn: (one: NameSuggestion) => void;
}) {
  const taken = label !== undefined;
  return (
    <li className={css.suggestion}>
      <button
        type="button"
        data-row
        className={css.row}
        onClick={() => onChoose(one)}
        {...(chosen && { 'aria-current': 'true' as const })}
      >
        <span className={css.rowHead}>
          <b className={css.words}>{one.words}</b>
          <span className={css.count} aria-hidden="true">
            {figure(one.places.length)}
          </span>
        </span>
        <small>
          {kindNames[one.kind]}
          <span className="visually-hidden">, {counted(one.places.length, 'place')}</span>
          {' · '}
          {one.reason}
        </small>
        {taken && (
          <small className={css.taken}>
            <Icon name="check" size={12} />
            taken {label === '' ? 'without a label yet' : `as ${bracketed(label)}`}
          </small>
        )}
      </button>
      <button
        type="button"
        className={css.take}
        tabIndex={-1}
        aria-pressed={taken}
        aria-label={`Take “${one.words}” into the table`}
        title={taken ? 'Leave it out again' : 'Take it into the table, to be replaced with others (T)'}
        onClick={() => onTurn(one)}
      >
        <Icon name={taken ? 'check' : 'plus'} />
      </button>
    </li>
  );
});
