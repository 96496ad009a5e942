import { useRef, useState } from 'react';
import type { ReviewItem } from '../../../shared/api/outputs/theme.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import type { CoderId, ThemeId } from '../../../shared/model/ids.ts';
import { type Verdict, verdicts } from '../../../shared/model/themes.ts';
import { useCommands } from '../../app/commands.ts';
import { hrefOf } from '../../app/route.ts';
import { useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { InContext } from '../../ui/Context.tsx';
import { TextField } from '../../ui/Field.tsx';
import { EmptyState, Kbd, Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, listed, said, wordsOf } from '../../ui/words.ts';
import { statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Review.module.css';
import { useReview } from './readings.ts';
import { firstOpen, tallyOf } from './review.ts';
import { verdictKeys, verdictNames } from './stances.ts';
import { goToReview } from './useOpenPage.ts';
import { useStep } from './useStep.ts';

/** Level 1: the theme's extracts one after the other. A key gives the verdict and goes on. */
export function ReviewOne({ theme }: { readonly theme: Theme }) {
  const { coder } = useStudy();
  const { data, error } = useReview(theme.id);
  if (error) return <Note block>{wordsOf(error)}</Note>;
  if (!data) return null;
  if (data.total === 0) {
    return (
      <EmptyState title="No extracts to review">
        A theme takes the extracts of its codes. Put codes in it first; then they stand here one after the other.
      </EmptyState>
    );
  }
  return <Run theme={theme} items={data.items} done={data.done} coder={coder.id} />;
}

function Run({
  theme,
  items,
  done,
  coder,
}: {
  readonly theme: Theme;
  readonly items: readonly ReviewItem[];
  readonly done: number;
  readonly coder: CoderId;
}) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const put = useStep();
  const [at, setAt] = useState(() => firstOpen(items, coder));
  const [note, setNote] = useState('');
  const [moving, setMoving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const item = items[at];
  const open = items.length - done;
  const go = (by: number) => setAt(Math.max(0, Math.min(items.length, at + by)));
  const judge = (verdict: Verdict, toTheme?: ThemeId) => {
    if (!item) return;
    const written = note.trim();
    acts
      .judge(theme, {
        extract: item.key,
        verdict,
        ...(toTheme && { toTheme }),
        ...(written !== '' && { note: written }),
      })
      .catch(thrown => {
        setAt(at);
        setNote(written);
        toastError(thrown);
      });
    setNote('');
    setMoving(false);
    go(1);
  };
  const ask = (verdict: Verdict) => (verdict === 'move' ? item && setMoving(true) : judge(verdict));
  useCommands([
    ...verdictKeys.map(({ verdict, key }) => ({
      id: `review.${verdict}`,
      name: verdict === 'move' ? 'Belongs elsewhere …' : verdictNames[verdict],
      group: 'Review of a theme',
      keys: [key],
      run: () => ask(verdict),
    })),
    { id: 'review.next', name: 'Next extract', group: 'Review of a theme', keys: ['ArrowRight'], run: () => go(1) },
    {
      id: 'review.previous',
      name: 'Previous extract',
      group: 'Review of a theme',
      keys: ['ArrowLeft'],
      run: () => go(-1),
    },
    {
      id: 'review.note',
      name: 'Write a note on the extract',
      group: 'Review of a theme',
      keys: ['W'],
      run: () => field.current?.focus(),
    },
  ]);
  return (
    <div className={css.run}>
      <div className={css.progress}>
        <progress value={done} max={items.length} aria-label="Extracts with a verdict" />
        <span role="status">
          {done} of {counted(items.length, 'extract')} with a verdict
        </span>
        <Button look="quiet" disabled={at === 0} onPress={() => go(-1)}>
          Previous <Kbd>←</Kbd>
        </Button>
        <Button look="quiet" disabled={!item} onPress={() => go(1)}>
          Next <Kbd>→</Kbd>
        </Button>
      </div>
      {item ? (
        <>
          <article
            className={`${css.paper} ${css.still}`}
            aria-live="polite"
            aria-label={`Extract ${at + 1} of ${items.length}`}
          >
            <p className={css.words}>
              <InContext
                before={item.before}
                text={<mark>{item.text}</mark>}
                after={item.after}
                className={css.around}
              />
            </p>
            <p className={css.from}>
              <a href={hrefOf('code', item.source, item)}>
                {item.attribution}, turn {item.turn}
              </a>
              <span>
                {at + 1} of {items.length}
              </span>
            </p>
            {item.verdicts.length > 0 && (
              <ul className={css.verdicts} aria-label="Verdicts so far">
                {item.verdicts.map(one => (
                  <li key={one.id}>
                    <b>{verdictNames[one.verdict]}</b>
                    {one.toTheme &&
                      `: ${themes.find(other => other.id === one.toTheme)?.name ?? 'a theme that is gone'}`}
                    {one.note && `, ${one.note}`}
                    <small>
                      {one.coderName}, {said(one.at)}
                    </small>
                  </li>
                ))}
              </ul>
            )}
          </article>
          <div className={css.acts} role="toolbar" aria-label="Verdict">
            {verdictKeys.map(({ verdict, key }) => (
              <Button key={verdict} large onPress={() => ask(verdict)}>
                {verdictNames[verdict]} <Kbd>{key}</Kbd>
              </Button>
            ))}
          </div>
          <TextField
            label="Note"
            value={note}
            onChange={setNote}
            inputRef={field}
            hint="Kept with the verdict. W comes here, Enter goes back to the verdict keys."
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              field.current?.blur();
            }}
          />
        </>
      ) : (
        <article className={css.paper}>
          <h2>{done === items.length ? 'Every extract has a verdict' : 'The end of the extracts'}</h2>
          <p>{listed(verdicts.flatMap(verdict => tallyOf(items, verdict)))}.</p>
          <div className={css.acts}>
            {open > 0 && (
              <Button large look="primary" onPress={() => setAt(items.findIndex(one => one.verdicts.length === 0))}>
                {open === 1 ? 'Go to the one without a verdict' : `Go to the ${open} without a verdict`}
              </Button>
            )}
            <Button large look={open > 0 ? 'normal' : 'primary'} onPress={() => goToReview(theme.id, 2)}>
              Go on to the whole data set
            </Button>
            {theme.status === 'candidate' && (
              <Button large onPress={() => put([theme], { status: 'reviewed' })}>
                Mark as {statusNames.reviewed.toLowerCase()}
              </Button>
            )}
            <Button large look="quiet" onPress={() => setAt(0)}>
              Back to the first
            </Button>
          </div>
        </article>
      )}
      {moving && item && (
        <Chooser
          title="Where it belongs"
          field="Find a theme"
          none="No theme has these letters."
          choices={themes
            .filter(one => one.id !== theme.id)
            .map(one => ({ id: one.id, name: one.name, note: statusNames[one.status] }))}
          onPick={id => {
            const target = themes.find(one => one.id === id);
            if (target) judge('move', target.id);
          }}
          onClose={() => setMoving(false)}
        />
      )}
    </div>
  );
}
