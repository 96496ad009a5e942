import type { TableName } from './rows.ts';

/** Columns of a table that are looked through for words that identify. */
export type NoteColumns = {
  /** Sentences. */
  readonly prose?: readonly string[];
  /** How files, sources, people and groups are called: words end there at underscores, digits and capitals, too. */
  readonly names?: readonly string[];
  /** JSON: the strings in it. */
  readonly json?: readonly string[];
  /** Looked at and told, never replaced. */
  readonly told?: readonly string[];
  /** Which rows, in SQL; all of them unless given. */
  readonly only?: string;
};

/** Columns that people write in, or that name people, besides the texts of sources. Words that identify are replaced in them too, and none may be left in a copy without the key. */
export const noteColumns: readonly (readonly [table: TableName, columns: NoteColumns])[] = [
  ['study', { names: ['title'] }],
  // By the name a coder is known again when the study is opened.
  ['coder', { told: ['name'] }],
  ['framework', { prose: ['title', 'citation'] }],
  ['outcome', { prose: ['title', 'statement', 'citation'] }],
  ['participant', { names: ['label', 'group_name'], prose: ['role', 'role_decision'] }],
  ['source', { names: ['title', 'file_name', 'group_name'], json: ['metadata'] }],
  ['speaker', { names: ['label', 'name'], prose: ['support_role'] }],
  ['code', { prose: ['name', 'definition', 'inclusion', 'exclusion', 'example'] }],
  ['coding', { names: ['ref'], prose: ['note'] }],
  [
    'theme',
    { prose: ['name', 'concept', 'definition', 'is_not', 'narrative', 'role', 'status_reason', 'discarded_reason'] },
  ],
  ['theme_outcome', { prose: ['reason'] }],
  ['attribute', { prose: ['name'], json: ['choices'] }],
  // As the choices are, which it is one of.
  ['participant_value', { names: ['value'] }],
  ['memo', { prose: ['title', 'body'] }],
  // The words that a memo was about, once they are gone from the text.
  ['memo', { prose: ['quoted'], only: 'start_at IS NULL' }],
  ['theme_verdict', { prose: ['note'] }],
  ['theme_relation', { prose: ['note'] }],
  ['outcome_quote', { prose: ['reason'] }],
  ['theme_advice', { prose: ['reason'] }],
  ['map_title', { prose: ['title'] }],
  ['replacement', { prose: ['note'] }],
  ['sensitive', { prose: ['kind', 'agreed_reason'] }],
  ['disclosure_accepted', { prose: ['reason'] }],
  ['quote', { prose: ['printed', 'lead_in'] }],
  ['print_style', { prose: ['name'], json: ['settings'] }],
  ['case_study', { prose: ['title', 'body', 'disclaimer'] }],
  ['recommendation', { prose: ['addressee', 'body'] }],
];

/** What a note belongs to, in words. */
export const notePlaces: Readonly<Partial<Record<TableName, string>>> = {
  study: 'the study',
  coder: 'the name of a coder',
  framework: 'a framework',
  outcome: 'an outcome',
  participant: 'a participant',
  source: 'what is known of a source',
  speaker: 'a speaker',
  code: 'a code',
  coding: 'a note on a coding',
  theme: 'a theme',
  theme_outcome: 'a reason',
  attribute: 'an attribute',
  participant_value: 'an attribute of a participant',
  memo: 'a memo',
  theme_verdict: 'a verdict',
  theme_relation: 'a relation between themes',
  outcome_quote: 'a reason',
  theme_advice: 'a reason',
  map_title: 'a title of the map',
  replacement: 'a note on a replacement',
  sensitive: 'a mark of something sensitive',
  disclosure_accepted: 'a reason',
  quote: 'a quote made ready',
  print_style: 'a style',
  case_study: 'a case study',
  recommendation: 'a recommendation',
};
