import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProseBlock } from '../../../shared/model/prose.ts';
import { proseOf } from '../../../shared/text/prose.ts';
import { quotesIn } from '../../../shared/text/quoteLinks.ts';

const key = '01890000-0000-7000-8000-000000000001:3-14';
const other = '01890000-0000-7000-8000-000000000002:0-5';
const link = (words: string, to = key) => `[${words}](ninefold:extract/${to})`;
/** A block in short: kind, then its words with their hands as * and **. */
const short = (block: ProseBlock): string =>
  block.kind === 'quote'
    ? `quote ${block.leadIn}|${block.key === key ? 1 : 2}`
    : `${block.kind}${block.kind === 'item' ? ` ${block.number ?? '-'} ${block.depth}` : block.kind === 'heading' ? ` ${block.level}` : ''}: ${block.runs
        .map(({ text, bold, italic }) => `${bold ? '**' : ''}${italic ? '_' : ''}${text}`)
        .join('|')}`;
const shown = (markdown: string) => proseOf(markdown).map(short);

describe('prose', () => {
  it('reads paragraphs, headings, lists and quotations', () => {
    expect(shown('One\ntwo\n\n### Head\n- a\n- b\n  - c\n\n1. x\n2. y\n\n> said\n> so\nnot said')).toEqual([
      'paragraph: One\ntwo',
      'heading 3: Head',
      'item - 0: a',
      'item - 0: b',
      'item - 1: c',
      'item 1 0: x',
      'item 2 0: y',
      'quotation: said\nso',
      'paragraph: not said',
    ]);
  });

  it.each([
    ['a **b** c *d*', 'paragraph: a |**b| c |_d'],
    ['***both***', 'paragraph: **_both'],
    ['**bold with *both* in it**', 'paragraph: **bold with |**_both|** in it'],
    ['2 * 3 * 4', 'paragraph: 2 * 3 * 4'],
    ['snake_case_name and _so_', 'paragraph: snake_case_name and |_so'],
    ['\\*not\\* bold \\[x]', 'paragraph: *not* bold [x]'],
    ['see [Trust](ninefold:theme/1) now', 'paragraph: see Trust now'],
  ])('reads the hands of %s', (markdown, block) => expect(shown(markdown)).toEqual([block]));

  it('puts a live quote after its paragraph, with its lead-in in it', () => {
    expect(shown(`Some said much. ${link('One said:')}\n\nAfter.`)).toEqual([
      'paragraph: Some said much. One said:',
      'quote |1',
      'paragraph: After.',
    ]);
    expect(shown(link('As *she* said:'))).toEqual(['quote As she said:|1']);
    expect(shown(`${link('Quote:')} and ${link('Quote:', other)}.`)).toEqual([
      'quote |1',
      'paragraph: and',
      'quote |2',
    ]);
    expect(shown(`- point ${link('so:')}`)).toEqual(['item - 0: point so:', 'quote |1']);
  });

  it('never loses a quote, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('\n', '\n\n', '- ', '1. ', '# ', '> ', '**', '*', '_', '\\', '[', '](', ')'),
      fc.constantFrom(link('Quote:'), link('x', other), link('')),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
        const markdown = pieces.join('');
        const keys = proseOf(markdown).flatMap(block => (block.kind === 'quote' ? block.key : []));
        expect(new Set(keys)).toEqual(new Set(quotesIn(markdown)));
      }),
      { numRuns: 500 },
    );
  });
});
