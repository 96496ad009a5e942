import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { rangesOf, rectsOf } from '../../lexical/places.ts';
import css from './Coding.module.css';

/** A line around an extract, following its lines of text: the coding brought forward. */
export function Outline({
  root,
  transcript,
  span,
  hue,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly transcript: Transcript;
  readonly span: Span;
  readonly hue: number;
}) {
  const [paths, setPaths] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const page = root.current;
    if (!page) return;
    const box = page.getBoundingClientRect();
    const origin = { left: box.left - page.offsetLeft, top: box.top - page.offsetTop };
    setPaths(rangesOf(page, transcript, span).map(range => around(linesOf(range), origin)));
  }, [root, transcript, span]);
  return (
    <svg className={css.outlines} width="10" height="10" aria-hidden="true" data-c={hue}>
      {paths.map(path => (
        <path key={path} d={path} className={css.outline} />
      ))}
    </svg>
  );
}

type Line = { l: number; r: number; t: number; b: number };

function linesOf(range: StaticRange): Line[] {
  const lines: Line[] = [];
  for (const rect of rectsOf(range)) {
    if (rect.width < 1) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.t - rect.top) < 6) {
      last.r = Math.max(last.r, rect.right);
      last.l = Math.min(last.l, rect.left);
    } else lines.push({ l: rect.left, r: rect.right, t: rect.top, b: rect.bottom });
  }
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next) continue;
    const middle = (line.b + next.t) / 2;
    line.b = middle;
    next.t = middle;
  }
  return lines;
}

function around(lines: readonly Line[], { left, top }: { readonly left: number; readonly top: number }): string {
  const gap = 2;
  const point = (x: number, y: number) => `${Math.round(x - left)} ${Math.round(y - top)}`;
  const edge = (line: Line, index: number, side: 't' | 'b') =>
    side === 't' ? line.t - (index === 0 ? gap : 0) : line.b + (index === lines.length - 1 ? gap : 0);
  const right = lines.flatMap((line, index) => [
    point(line.r + gap, edge(line, index, 't')),
    point(line.r + gap, edge(line, index, 'b')),
  ]);
  const back = lines
    .flatMap((line, index) => [
      point(line.l - gap, edge(line, index, 't')),
      point(line.l - gap, edge(line, index, 'b')),
    ])
    .reverse();
  return lines.length === 0 ? '' : `M${[...right, ...back].join('L')}Z`;
}
