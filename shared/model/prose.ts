/** Words in one hand. */
export type ProseRun = { readonly text: string; readonly bold: boolean; readonly italic: boolean };

/** A paragraph of Markdown, or the place of a live quote. `number` counts the items of a numbered list from 1; null for a bullet. */
export type ProseBlock =
  | { readonly kind: 'paragraph' | 'quotation'; readonly runs: readonly ProseRun[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly ProseRun[] }
  | {
      readonly kind: 'item';
      readonly number: number | null;
      readonly depth: number;
      readonly runs: readonly ProseRun[];
    }
  | { readonly kind: 'quote'; readonly key: string; readonly leadIn: string };
