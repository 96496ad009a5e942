import { useInfiniteQuery } from '@tanstack/react-query';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import { useFilter } from '../../app/filters.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useCodes } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './Explore.module.css';
import { Passage } from './Passage.tsx';
import type { MatrixAsked } from './settings.ts';

const pageSize = 100;

/** The extracts of one cell of the matrix, each with the way to its place. */
export function CellPane({
  asked,
  row,
  column,
  onClose,
}: {
  readonly asked: MatrixAsked;
  readonly row: { readonly key: string; readonly name: string };
  readonly column: { readonly key: string; readonly label: string };
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const filter = useFilter();
  const codes = useCodes().data;
  const { rows, columns } = asked;
  const input = { rows, columns, row: row.key as CodeId | ThemeId, column: column.key, filter };
  const cell = useInfiniteQuery({
    queryKey: keys.matrix(study, { cell: input }),
    queryFn: ({ pageParam }) => client.call('analysis.cell', { study, ...input, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, page) => sum + page.extracts.length, 0);
      return last.extracts.length > 0 && read < last.total ? read : undefined;
    },
    gcTime: 60_000,
  });
  const extracts = cell.data?.pages.flatMap(page => page.extracts) ?? [];
  const total = cell.data?.pages[0]?.total;
  return (
    <>
      <PaneHead title={`${row.name}, ${column.label}`} note={total === undefined ? '' : counted(total, 'extract')}>
        <IconButton icon="close" label="Close the extracts" shortcut="Escape" onPress={onClose} />
      </PaneHead>
      {cell.error && <Note block>{cell.error.message}</Note>}
      <ol className={css.passages} aria-label={`Extracts of ${row.name}, ${column.label}`}>
        {extracts.map(extract => (
          <Passage key={extract.key} place={extract} words={[{ extract, code: undefined }]} codes={codes} />
        ))}
      </ol>
      {cell.hasNextPage && (
        <div className={css.more}>
          <Button disabled={cell.isFetchingNextPage} onPress={() => void cell.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
