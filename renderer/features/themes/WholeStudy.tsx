import { useFilterWords } from '../../app/filters.ts';

/** Says that figures here are those of the whole study although it is narrowed. Nothing where it is not. */
export function WholeStudy({ className, what }: { readonly className?: string | undefined; readonly what: string }) {
  const words = useFilterWords();
  if (words === null) return null;
  return (
    <p className={className}>
      {what} of the whole study, not only of {words}.
    </p>
  );
}
