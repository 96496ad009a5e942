import { memo, type ReactNode } from 'react';
import type { BracketKind } from '../../../shared/model/anonymity.ts';
import { bracketsIn } from '../../../shared/text/brackets.ts';
import css from './Words.module.css';

/** Words as they are printed: what stands for somebody or something is told from what was added, and both from what was said. */
export const Words = memo(function Words({ text }: { readonly text: string }) {
  if (!text.includes('[')) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, words, kind } of bracketsIn(text)) {
    parts.push(
      text.slice(at, start),
      <span key={start} className={css[look[kind]]}>
        {words}
      </span>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
});

const look: Readonly<Record<BracketKind, 'label' | 'added'>> = {
  redaction: 'label',
  code: 'label',
  gloss: 'added',
  supplied: 'added',
  mark: 'added',
  cut: 'added',
};
