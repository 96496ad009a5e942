import { trackCells } from '../common/cells.ts';
import { createParagraphs } from '../common/paragraphBuilder.ts';
import type { Paragraph } from '../common/paragraphs.ts';
import { decodePage, pageOfCharset } from './codePages.ts';
import { readTokens, type Token } from './tokens.ts';

/** Deepest nesting of groups that is followed: far above any document, far below what would fill the memory. */
const deepest = 10_000;

/** Groups whose words are not speech: tables of fonts and styles, pictures, running heads, notes, comments, codes of fields, printed list numbers. */
const unread: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info generator pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor fldinst datafield listtext pntext pntxta pntxtb themedata colorschememapping latentstyles datastore xmlnstbl mmathPr bkmkstart bkmkend filetbl private nonshppict userprops xe tc'.split(
    ' ',
  ),
);

/** Control words that stand for a character. */
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  zwj: '\u200D',
  zwnj: '\u200C',
  zwbo: '\u200B',
};
const symbols: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
};

type State = {
  bold: boolean;
  hidden: boolean;
  deleted: boolean;
  unread: boolean;
  /** Characters to jump over after a `\u`, for readers without Unicode. */
  fallback: number;
  page: number | null;
};

/** Reads an RTF file's paragraphs. @throws for groups nested deeper than any document has them. */
export function readParagraphs(bytes: Uint8Array): readonly Paragraph[] {
  const built = createParagraphs();
  const cells = trackCells();
  const fonts = new Map<number, number | null>();
  const stack: State[] = [];
  let state: State = { bold: false, hidden: false, deleted: false, unread: false, fallback: 1, page: null };
  let documentPage = 1252;
  let font: number | null = null;
  let inFonts = -1;
  let inTable = false;
  let tableOpen = false;
  let skip = 0;
  let starred = false;
  let afterOpen = false;
  let pending: number[] = [];
  let role: Paragraph['role'] = null;
  built.open();
  cells.nextRow();

  const flush = () => {
    if (pending.length === 0) return;
    const text = decodePage(pending, state.page ?? documentPage);
    pending = [];
    if (!state.unread && !state.hidden && !state.deleted) built.add(text, state.bold);
  };
  const add = (text: string) => {
    flush();
    if (!state.unread && !state.hidden && !state.deleted) built.add(text, state.bold);
  };
  const endParagraph = () => {
    flush();
    if (inTable !== tableOpen) {
      if (inTable) {
        cells.openTable();
        cells.nextRow();
        cells.nextCell();
      } else cells.closeTable();
      tableOpen = inTable;
    }
    built.setRole(role);
    built.close(cells.cell());
    built.open();
  };
  const word = (name: string, value: number | null) => {
    const on = value !== 0;
    switch (name) {
      case 'ansicpg':
        documentPage = value ?? documentPage;
        return;
      case 'mac':
        documentPage = 10000;
        return;
      case 'uc':
        state.fallback = Math.min(Math.max(value ?? 1, 0), 16);
        return;
      case 'u':
        add(String.fromCharCode((value ?? 0) & 0xffff));
        skip = state.fallback;
        return;
      case 'b':
        flush();
        state.bold = on;
        return;
      case 'v':
        flush();
        state.hidden = on;
        return;
      case 'deleted':
        flush();
        state.deleted = on;
        return;
      case 'plain':
        flush();
        state = { ...state, bold: false, hidden: false, deleted: false, page: null };
        return;
      case 'f':
        flush();
        if (inFonts >= 0) font = value;
        else state.page = fonts.get(value ?? -1) ?? null;
        return;
      case 'fcharset':
        if (inFonts >= 0 && font !== null) fonts.set(font, pageOfCharset(value ?? 0));
        return;
      case 'pard':
        inTable = false;
        role = null;
        return;
      case 'intbl':
        inTable = true;
        return;
      case 'outlinelevel':
        role = (value ?? 9) < 9 ? 'heading' : null;
        return;
      case 'par':
      case 'sect':
      case 'page':
        if (!state.unread) endParagraph();
        return;
      case 'cell':
        if (state.unread) return;
        inTable = true;
        endParagraph();
        cells.nextCell();
        return;
      case 'nestcell':
        if (!state.unread) add('\n');
        return;
      case 'row':
        if (state.unread) return;
        flush();
        cells.nextRow();
        cells.nextCell();
        return;
    }
    const character = characters[name];
    if (character !== undefined) add(character);
  };
  const take = (token: Token) => {
    const first = afterOpen;
    afterOpen = false;
    switch (token.kind) {
      case 'open':
        flush();
        skip = 0;
        if (stack.length >= deepest) throw new Error('Groups are nested too deep.');
        stack.push(state);
        state = { ...state };
        afterOpen = true;
        return;
      case 'close': {
        flush();
        skip = 0;
        const outer = stack.pop();
        if (outer) state = outer;
        if (stack.length <= inFonts) inFonts = -1;
        starred = false;
        return;
      }
      case 'symbol':
        if (skip > 0) {
          skip--;
          return;
        }
        if (token.char === '*') {
          starred = true;
          afterOpen = true;
        } else if (token.char === '\n' || token.char === '\r') {
          if (!state.unread) endParagraph();
        } else if (symbols[token.char] !== undefined) add(symbols[token.char] ?? '');
        return;
      case 'byte':
        if (skip > 0) skip--;
        else pending.push(token.value);
        return;
      case 'text': {
        const start = Math.min(token.end, token.start + skip);
        skip -= start - token.start;
        if (state.unread) return;
        const text = bytes.subarray(start, token.end);
        // The second byte of a character may be a plain letter.
        if (pending.length === 0 && text.every(byte => byte < 0x80)) add(decodePage(text, 1252));
        else for (const byte of text) pending.push(byte);
        return;
      }
      case 'word':
        if (skip > 0 && token.name !== 'u') {
          skip--;
          return;
        }
        skip = 0;
        if (first && ((starred && token.name !== 'shppict') || unread.has(token.name))) state.unread = true;
        if (first && token.name === 'fonttbl') inFonts = stack.length - 1;
        if (first) starred = false;
        word(token.name, token.value);
        return;
    }
  };
  for (const token of readTokens(bytes)) take(token);
  endParagraph();
  return built.paragraphs;
}
