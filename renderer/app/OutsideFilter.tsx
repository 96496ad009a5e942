import { useStudy } from '../client/context.tsx';
import { Button } from '../ui/Button.tsx';
import { counted } from '../ui/words.ts';
import { clearFilter } from './filters.ts';
import css from './OutsideFilter.module.css';

/** Says what a list leaves out because of the filter, and takes the filter off. Nothing where it leaves out none. */
export function OutsideFilter({ hidden }: { readonly hidden: number }) {
  const { handle } = useStudy();
  if (hidden <= 0) return null;
  return (
    <p className={css.outside}>
      {counted(hidden, 'source')} hidden by the filter
      <Button look="quiet" onPress={() => clearFilter(handle)}>
        Clear the filter
      </Button>
    </p>
  );
}
