/**
 * Choices in the order in which typed letters mean them: those that begin with the letters, then those with a word that does, then the rest, each in their own order.
 * Whether a choice holds the letters at all is not judged here.
 */
export function ranked<T extends { readonly name: string; readonly find?: string }>(
  choices: readonly T[],
  typed: string,
): readonly T[] {
  const letters = typed.trim().toLocaleLowerCase();
  if (letters === '') return choices;
  const rank = ({ name, find }: T): number => {
    const words = (find ?? name).toLocaleLowerCase().replace(/^[“‘"'([]+/, '');
    if (words.startsWith(letters)) return 0;
    return words.split(/[\s“‘"'([/-]+/).some(word => word.startsWith(letters)) ? 1 : 2;
  };
  return choices
    .map(choice => ({ choice, rank: rank(choice) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}
