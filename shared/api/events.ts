import type { Coding } from '../model/entities.ts';
import type { CodingId, SourceId } from '../model/ids.ts';

/** Tables whose rows a command may have changed; what is shown from them is read again. */
export type ChangedTable =
  | 'study'
  | 'framework'
  | 'source'
  | 'speaker'
  | 'participant'
  | 'code'
  | 'coding'
  | 'theme'
  | 'memo'
  | 'reading'
  | 'map'
  | 'anonymity'
  | 'quote'
  | 'report'
  | 'journal';

/** Codings changed by one act: those that stand after it, and those that are gone. */
export type CodingDelta = {
  readonly standing: readonly Coding[];
  readonly gone: readonly { readonly id: CodingId; readonly source: SourceId }[];
};

/** What the core tells every window. Sent after the transaction has been committed. */
export type CoreEvent =
  | {
      readonly type: 'changed';
      readonly study: string;
      readonly tables: readonly ChangedTable[];
      readonly command: string;
      /** The codings it touched; absent where there are none or very many, which are then read again. */
      readonly codings?: CodingDelta;
    }
  | { readonly type: 'closed'; readonly study: string }
  | {
      readonly type: 'progress';
      readonly study: string;
      readonly label: string;
      readonly done: number;
      readonly total: number;
    };
