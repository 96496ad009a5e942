import type { ReactNode } from 'react';

/** Words in what stands around them, as one flowing line; the surroundings begin and end at whole words. */
export function InContext({
  before,
  text,
  after,
  className,
}: {
  readonly before: string;
  readonly text: ReactNode;
  readonly after: string;
  readonly className: string | undefined;
}) {
  return (
    <>
      <span className={className}>{fromWord(before)}</span>
      {text}
      <span className={className}>{toWord(after)}</span>
    </>
  );
}

/** Cut at its first white space, so that it begins with a whole word. */
const fromWord = (words: string) => {
  const rest = words.replace(/^\S*\s+/, '');
  return rest === '' ? '' : `… ${rest}`;
};
const toWord = (words: string) => {
  const rest = words.replace(/\s+\S*$/, '');
  return rest === '' ? '' : `${rest} …`;
};
