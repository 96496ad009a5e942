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
  | 'journal';

/** What the core tells every window. Sent after the transaction has been committed. */
export type CoreEvent =
  | {
      readonly type: 'changed';
      readonly study: string;
      readonly tables: readonly ChangedTable[];
      readonly command: string;
    }
  | { readonly type: 'closed'; readonly study: string }
  | {
      readonly type: 'progress';
      readonly study: string;
      readonly label: string;
      readonly done: number;
      readonly total: number;
    };
