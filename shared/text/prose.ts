import type { ProseBlock, ProseRun } from '../model/prose.ts';

/** The words that the editor puts before a quote until somebody writes others; they are not printed. */
export const emptyLeadIn = 'Quote:';

const heading = /^(#{1,6})\s+(.*)$/;
const bullet = /^(\s*)[-*+]\s+(.*)$/;
const numbered = /^(\s*)(\d{1,9})[.)]\s+(.*)$/;
const quotation = /^>\s?(.*)$/;

/**
 * Reads the Markdown that memos, narratives and boxes are written in: headings, lists, quotations, bold, italic, links (of which the words stay).
 * A live quote, `[lead-in](ninefold:extract/KEY)`, ends its paragraph: the lead-in stays in it, the quote stands after it.
 */
export function proseOf(markdown: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let open: 'paragraph' | 'quotation' = 'paragraph';
  let lines: string[] = [];
  const close = () => {
    const kind = open;
    blocks.push(...withQuotes(lines.join('\n'), runs => ({ kind, runs })));
    lines = [];
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const head = heading.exec(line);
    const dot = bullet.exec(line);
    const count = numbered.exec(line);
    const said = quotation.exec(line);
    if (line.trim() === '') close();
    else if (head) {
      close();
      const level = head[1]?.length ?? 1;
      blocks.push(...withQuotes(head[2] ?? '', runs => ({ kind: 'heading', level, runs })));
    } else if (dot) {
      close();
      blocks.push(...withQuotes(dot[2] ?? '', runs => ({ kind: 'item', number: null, depth: depthOf(dot[1]), runs })));
    } else if (count) {
      close();
      const number = Number(count[2]);
      blocks.push(...withQuotes(count[3] ?? '', runs => ({ kind: 'item', number, depth: depthOf(count[1]), runs })));
    } else {
      const kind = said ? 'quotation' : 'paragraph';
      if (open !== kind) close();
      open = kind;
      lines.push(said ? (said[1] ?? '') : line);
    }
  }
  close();
  return blocks;
}

const depthOf = (indent: string | undefined): number =>
  Math.min(3, Math.floor((indent ?? '').replace(/\t/g, '    ').length / 2));

const live = /\[((?:[^\]\\]|\\.)*)\]\(ninefold:extract\/([0-9a-f-]{36}:\d{1,9}-\d{1,9})\)/g;

/** Words with live quotes among them, as one block after another. Nothing but white space makes no block. */
function withQuotes(words: string, block: (runs: readonly ProseRun[]) => ProseBlock): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const put = (text: string) => {
    const trimmed = text.trim();
    if (trimmed !== '' && !/^[.,;:]$/.test(trimmed)) blocks.push(block(runsOf(trimmed)));
  };
  let from = 0;
  for (const found of words.matchAll(live)) {
    const lead = plain(found[1] ?? '').trim();
    const leadIn = lead === emptyLeadIn ? '' : lead;
    const before = words.slice(from, found.index).trim();
    if (before !== '') put(leadIn === '' ? before : `${before} ${found[1]}`);
    blocks.push({ kind: 'quote', key: found[2] ?? '', leadIn: before === '' ? leadIn : '' });
    from = found.index + found[0].length;
  }
  put(words.slice(from));
  return blocks;
}

const marks =
  /(\*\*\*|\*\*|\*|___|__|_)(?=\S)((?:(?!\1)[\s\S])*?\S)\1(?!\*)|\[((?:[^\]\\]|\\.)*)\]\([^)\s]*\)|\\([!-/:-@[-`{-~])/g;

/** Words of one block in their hands. */
function runsOf(words: string, bold = false, italic = false): readonly ProseRun[] {
  const runs: ProseRun[] = [];
  const put = (run: ProseRun) => {
    const last = runs.at(-1);
    if (run.text === '') return;
    if (last && last.bold === run.bold && last.italic === run.italic)
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  };
  const say = (text: string) => put({ text, bold, italic });
  let from = 0;
  for (const found of words.matchAll(marks)) {
    const [whole, mark, inside, link, escaped] = found;
    if (mark?.startsWith('_') && isInWord(words, found.index, whole.length)) continue;
    say(words.slice(from, found.index));
    if (escaped !== undefined) say(escaped);
    else {
      const strong = bold || (mark !== undefined && mark.length >= 2);
      const slanted = italic || mark?.length === 1 || mark?.length === 3;
      for (const run of runsOf(inside ?? link ?? '', strong, slanted)) put(run);
    }
    from = found.index + whole.length;
  }
  say(words.slice(from));
  return runs;
}

const isInWord = (words: string, at: number, length: number): boolean =>
  /[\p{L}\p{N}]/u.test(words[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(words[at + length] ?? '');

const plain = (words: string): string =>
  runsOf(words)
    .map(run => run.text)
    .join('');
