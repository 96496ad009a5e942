import type { SearchHit } from '../../../shared/api/outputs/search.ts';
import type { Span } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { hrefOf, hrefOfHit, hrefOfSearch, type Sought } from '../../app/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { counted, figure } from '../../ui/words.ts';
import css from './Coding.module.css';

/** Words found in the transcript: which place this is, the way to the next and to those in other sources, and the way out. */
export function FoundStrip({
  source,
  sought,
  hits,
  at,
}: {
  readonly source: string;
  readonly sought: Sought;
  readonly hits: readonly SearchHit[];
  readonly at: Span | null;
}) {
  const place = hits.findIndex(hit => hit.start === at?.start && hit.end === at.end);
  const step = (by: number) => {
    const from = place < 0 ? (by > 0 ? -1 : 0) : place;
    const next = hits[(from + by + hits.length) % hits.length];
    if (next) location.replace(hrefOfHit(next, sought));
  };
  const away = () => location.replace(hrefOf('code', source));
  const group = 'Code';
  useCommands([
    { id: 'code.nextHit', name: 'Next place found', group, keys: ['F3'], inFields: true, run: () => step(1) },
    {
      id: 'code.previousHit',
      name: 'Previous place found',
      group,
      keys: ['Shift+F3'],
      inFields: true,
      run: () => step(-1),
    },
    { id: 'code.noHits', name: 'Take the highlights of the search away', group, run: away },
  ]);
  return (
    <section className={css.found} aria-label="Places found">
      <span role="status">
        {place < 0 ? counted(hits.length, 'place') : `Place ${figure(place + 1)} of ${figure(hits.length)}`} with “
        {sought.text}” here
      </span>
      <Button look="quiet" disabled={hits.length < 2} onPress={() => step(-1)}>
        Previous
      </Button>
      <Button look="quiet" disabled={hits.length < 2} onPress={() => step(1)}>
        Next
      </Button>
      <a href={hrefOfSearch(sought)}>In all sources</a>
      <IconButton icon="close" label="Take the highlights away" onPress={away} />
    </section>
  );
}
