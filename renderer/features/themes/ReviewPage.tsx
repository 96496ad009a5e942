import type { Theme } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Kbd, PaneHead } from '../../ui/signs.tsx';
import { useDoing } from './desk.tsx';
import css from './Review.module.css';
import { ReviewOne } from './ReviewOne.tsx';
import { ReviewTwo } from './ReviewTwo.tsx';
import { goToReview } from './useOpenPage.ts';
import { useStep } from './useStep.ts';
import { WholeStudy } from './WholeStudy.tsx';

/** The review of a theme: level 1 against its own extracts, level 2 against the whole data set. */
export function ReviewPage({ theme, level }: { readonly theme: Theme; readonly level: 1 | 2 }) {
  const { onOpen } = useDoing();
  const put = useStep();
  const back = () => onOpen(theme.id);
  useCommands([
    { id: 'review.back', name: 'Back to the theme', group: 'Review of a theme', keys: ['Escape'], run: back },
    {
      id: 'review.level',
      name: level === 1 ? 'Go to level 2: the whole data set' : 'Go to level 1: its own extracts',
      group: 'Review of a theme',
      keys: ['L'],
      run: () => goToReview(theme.id, level === 1 ? 2 : 1),
    },
  ]);
  return (
    <section className={css.screen} aria-label={`Review of ${theme.name}`}>
      <PaneHead level={1} title="Review" note={theme.name}>
        <Segmented
          label="Level of the review"
          value={String(level)}
          choices={[
            { id: '1', name: '1 Its own extracts' },
            { id: '2', name: '2 The whole data set' },
          ]}
          onChange={to => goToReview(theme.id, to === '2' ? 2 : 1)}
        />
        {level === 2 && theme.status === 'candidate' && (
          <Button onPress={() => put([theme], { status: 'reviewed' })}>Mark as reviewed</Button>
        )}
        <Button onPress={back}>
          Back to the theme <Kbd>Esc</Kbd>
        </Button>
      </PaneHead>
      <WholeStudy className={css.whole} what="A review goes through the extracts" />
      <div className={css.body}>
        {level === 1 ? <ReviewOne theme={theme} /> : <ReviewTwo theme={theme} />}
        <aside className={css.against} aria-label="What the theme says">
          <h2>{theme.name}</h2>
          {theme.concept && <p className={css.concept}>{theme.concept}</p>}
          {theme.definition && (
            <>
              <h3>Scope</h3>
              <p>{theme.definition}</p>
            </>
          )}
          {theme.isNot && (
            <>
              <h3>Is not</h3>
              <p>{theme.isNot}</p>
            </>
          )}
        </aside>
      </div>
    </section>
  );
}
