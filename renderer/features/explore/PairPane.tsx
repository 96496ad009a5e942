import { useInfiniteQuery } from '@tanstack/react-query';
import type { PairRelation } from '../../../shared/analysis/pairPlaces.ts';
import { useFilter } from '../../app/filters.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useCodes } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CodeSign, Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './Explore.module.css';
import { Passage } from './Passage.tsx';
import type { Pair } from './TogetherTab.tsx';

const pageSize = 100;
const names: Readonly<Record<PairRelation, string>> = {
  overlap: 'Overlap',
  inside: 'Inside',
  around: 'Around',
  near: 'Near',
};
const said: Readonly<Record<PairRelation, string>> = {
  overlap: 'overlaps',
  inside: 'lies inside',
  around: 'lies around',
  near: 'stands near',
};

/** The places where two codes occur together in one way: the words of either, and the way to the transcript. */
export function PairPane({
  pair,
  relation,
  near,
  onClose,
}: {
  readonly pair: Pair;
  readonly relation: PairRelation;
  readonly near: number;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  const codes = useCodes().data;
  const input = { a: pair.a, b: pair.b, relation, near, filter };
  const found = useInfiniteQuery({
    queryKey: keys.together(study, { places: input }),
    queryFn: ({ pageParam }) => client.call('analysis.places', { study, ...input, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.places.length, 0);
      return last.places.length > 0 && read < last.total ? read : undefined;
    },
    gcTime: 60_000,
  });
  const places = found.data?.pages.flatMap(page => page.places) ?? [];
  const total = found.data?.pages[0]?.total;
  const title = `${pair.first} ${said[relation]} ${pair.second}`;
  return (
    <>
      <PaneHead title={names[relation]} note={total === undefined ? '' : counted(total, 'place')}>
        <IconButton icon="close" label="Close the places" shortcut="Escape" onPress={onClose} />
      </PaneHead>
      <ul className={css.two}>
        {[
          { id: pair.a, name: pair.first },
          { id: pair.b, name: pair.second },
        ].map(({ id, name }) => {
          const code = codes?.find(one => one.id === id);
          return (
            <li key={id}>
              {code && <CodeSign sigil={code.sigil} hue={code.hue} />}
              {name}
            </li>
          );
        })}
      </ul>
      {found.error && <Note block>{found.error.message}</Note>}
      <ol className={css.passages} aria-label={`Places where ${title}`}>
        {places.map(({ a, b }) => (
          <Passage
            key={`${a.key} ${b.key}`}
            place={{ source: a.source, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }}
            words={[
              { extract: a, code: pair.a },
              { extract: b, code: pair.b },
            ]}
            codes={codes}
          />
        ))}
      </ol>
      {found.hasNextPage && (
        <div className={css.more}>
          <Button disabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
