import { Fragment, type ReactNode } from 'react';
import type { DraftBlock } from '../../../shared/model/findings.ts';
import type { ProseRun } from '../../../shared/model/prose.ts';
import type { PrintedQuote } from '../../../shared/model/report.ts';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { hrefOf } from '../../app/route.ts';
import css from './Draft.module.css';

/** Prose as it will be printed, its quotes in their places. */
export function Blocks({ blocks }: { readonly blocks: readonly DraftBlock[] }) {
  return grouped(blocks).map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block of prose has no other identity
    <Fragment key={index}>{groupOf(group)}</Fragment>
  ));
}

type Item = Extract<DraftBlock, { readonly kind: 'item' }>;
type Group = DraftBlock | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Item[] };

/** Items that follow one another make one list. */
function grouped(blocks: readonly DraftBlock[]): readonly Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const numbered = block.kind === 'item' && block.number !== null;
    if (block.kind !== 'item') groups.push(block);
    else if (last?.kind === 'list' && last.numbered === numbered)
      groups[groups.length - 1] = { ...last, items: [...last.items, block] };
    else groups.push({ kind: 'list', numbered, items: [block] });
  }
  return groups;
}

function groupOf(group: Group): ReactNode {
  switch (group.kind) {
    case 'list': {
      const items = group.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item of prose has no other identity
        <li key={index} style={{ marginLeft: item.depth * 18 }}>
          {inked(item.runs)}
        </li>
      ));
      return group.numbered ? <ol className={css.points}>{items}</ol> : <ul className={css.points}>{items}</ul>;
    }
    case 'heading':
      return <p className={css.subheading}>{inked(group.runs)}</p>;
    case 'quotation':
      return <blockquote className={css.quotation}>{inked(group.runs)}</blockquote>;
    case 'paragraph':
      return <p>{inked(group.runs)}</p>;
    case 'quote':
      return <Quoted quote={group.quote} />;
    case 'missing':
      return (
        <p className={css.remark}>
          {group.why === 'held'
            ? 'A quote stands here that is held back: it is not printed.'
            : 'A quote stood here whose words are no longer in the study.'}
        </p>
      );
    case 'item':
      return null;
  }
}

/** A quote with its lead-in before it and its attribution under it, which leads to the passage. */
export function Quoted({ quote }: { readonly quote: PrintedQuote }) {
  const place = placeOfKey(quote.key);
  return (
    <figure className={css.quote}>
      {quote.leadIn && <p className={css.leadIn}>{quote.leadIn}</p>}
      <div>
        <blockquote>{quote.words}</blockquote>
        <p className={css.attribution}>
          {place ? <a href={hrefOf('code', place.source, place)}>{quote.attribution}</a> : quote.attribution}
        </p>
      </div>
    </figure>
  );
}

function inked(runs: readonly ProseRun[]): ReactNode {
  return runs.map(({ text, bold, italic }, index) => {
    const Hand = bold ? 'strong' : Fragment;
    const Slant = italic ? 'em' : Fragment;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run of words has no other identity
      <Hand key={index}>
        <Slant>{text}</Slant>
      </Hand>
    );
  });
}
