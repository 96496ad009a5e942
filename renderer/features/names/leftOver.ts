/** Words of the table that still stand in a source. */
export type LeftOver = {
  readonly source: string;
  readonly title: string;
  /** UTF-16 units into the source's text. */
  readonly start: number;
  readonly found: string;
  readonly label: string;
};

/** What a refusal for disclosure names, as far as it has the expected shape. */
export function leftOverIn(details: Readonly<Record<string, unknown>>): readonly LeftOver[] {
  const { left } = details;
  return Array.isArray(left) ? left.filter(isLeftOver) : [];
}

function isLeftOver(one: unknown): one is LeftOver {
  if (typeof one !== 'object' || one === null) return false;
  const { source, title, start, found, label } = one as Readonly<Record<string, unknown>>;
  return [source, title, found, label].every(part => typeof part === 'string') && typeof start === 'number';
}
