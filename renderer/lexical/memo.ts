import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createLinkNode, LinkNode } from '@lexical/link';
import { INSERT_UNORDERED_LIST_COMMAND, ListItemNode, ListNode, registerList } from '@lexical/list';
import {
  $convertFromMarkdownString,
  $convertToMarkdownString,
  BOLD_STAR,
  HEADING,
  ITALIC_STAR,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createHeadingNode, $createQuoteNode, HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  createEditor,
  FORMAT_TEXT_COMMAND,
} from 'lexical';

/** What the buttons above a memo do to its words. */
export type MemoFormat = 'bold' | 'italic' | 'heading' | 'quote' | 'list';

export type MemoEditor = {
  /** The memo as Markdown. */
  read(): string;
  format(format: MemoFormat): void;
  /** Puts a link to something of the study at the caret; `to` is "code/id" and the like. */
  link(words: string, to: string): void;
  /** Moves the paragraph with the caret one place up or down; says whether it could. */
  move(by: -1 | 1): boolean;
  focus(): void;
  destroy(): void;
};

/** A link inside the study. Anything that leads outside it has no address: the app opens no other pages. */
class StudyLink extends LinkNode {
  static override getType(): string {
    return 'study-link';
  }

  static override clone(node: StudyLink): StudyLink {
    return new StudyLink(node.__url, {}, node.__key);
  }

  override sanitizeUrl(url: string): string {
    const to = /^ninefold:([a-z]+)\/([0-9a-f:-]+)$/.exec(url);
    return to ? `#/link/${to[1]}/${to[2]}` : '#';
  }
}

const marks: readonly Transformer[] = [HEADING, QUOTE, UNORDERED_LIST, ORDERED_LIST, BOLD_STAR, ITALIC_STAR, LINK];

/** Lays a memo's Markdown into an element to be written in. Markdown typed at a line's start takes its form at once. */
export function mountMemo(root: HTMLElement, markdown: string, onChange: () => void): MemoEditor {
  const editor = createEditor({
    namespace: 'memo',
    nodes: [
      HeadingNode,
      QuoteNode,
      ListNode,
      ListItemNode,
      StudyLink,
      { replace: LinkNode, with: node => new StudyLink(node.getURL()), withKlass: StudyLink },
    ],
    onError: error => {
      throw error;
    },
  });
  editor.setRootElement(root);
  const transformers = [...marks];
  editor.update(() => $convertFromMarkdownString(markdown, transformers), { discrete: true });
  const clean = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 600),
    registerMarkdownShortcuts(editor, transformers),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size > 0) onChange();
    }),
  );
  return {
    read: () => editor.read(() => $convertToMarkdownString(transformers)),
    format: format => {
      if (format === 'bold' || format === 'italic') editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
      else if (format === 'list') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
      else editor.update(() => $setBlock(format));
    },
    link: (words, to) =>
      editor.update(() => {
        const link = $createLinkNode(`ninefold:${to}`).append($createTextNode(words));
        $insertNodes([link, $createTextNode(' ')]);
      }),
    move: by => {
      let moved = false;
      editor.update(
        () => {
          moved = $moveBlock(by);
        },
        { discrete: true },
      );
      return moved;
    },
    focus: () => editor.focus(),
    destroy: () => {
      clean();
      editor.setRootElement(null);
    },
  };
}

/** Makes the paragraph with the caret a heading or a quotation, or a plain paragraph again. */
function $setBlock(format: 'heading' | 'quote'): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!block) return;
  const already = format === 'heading' ? block instanceof HeadingNode : block instanceof QuoteNode;
  const made = already ? $createParagraphNode() : format === 'heading' ? $createHeadingNode('h3') : $createQuoteNode();
  if ('getChildren' in block) made.append(...block.getChildren());
  block.replace(made);
}

function $moveBlock(by: -1 | 1): boolean {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
  const beside = by < 0 ? block?.getPreviousSibling() : block?.getNextSibling();
  if (!block || !beside) return false;
  if (by < 0) beside.insertBefore(block);
  else beside.insertAfter(block);
  return true;
}
