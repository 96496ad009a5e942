/** Rows as they stand in the tables that the journal covers; column names are those of the schema. A column that a later schema added may be absent, which is NULL. */
export type Tables = {
  readonly study: { readonly id: string; readonly title: string; readonly created_at: string };
  readonly coder: { readonly id: string; readonly name: string; readonly created_at: string };
  readonly framework: {
    readonly id: string;
    readonly title: string;
    readonly position: number;
    readonly kind?: string | null;
    readonly citation?: string | null;
  };
  readonly outcome: {
    readonly id: string;
    readonly framework_id: string;
    readonly number: number;
    readonly title: string;
    readonly statement: string;
    readonly position: number;
    readonly citation?: string | null;
    readonly own?: number | null;
  };
  readonly participant: {
    readonly id: string;
    readonly label: string;
    readonly group_name: string | null;
    readonly role?: string | null;
    readonly phase?: number | null;
    readonly role_kind?: string | null;
    readonly role_decision?: string | null;
    readonly role_decided_by?: string | null;
    readonly role_decided_at?: string | null;
  };
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly file_name: string;
    readonly format: string;
    readonly encoding: string | null;
    readonly kind: string;
    readonly group_name: string | null;
    readonly phase: number | null;
    readonly participant_id: string | null;
    readonly original_sha256: string;
    readonly text_id: string;
    readonly words: number;
    readonly characters: number;
    readonly metadata: string;
    readonly position: number;
    readonly imported_at: string;
    readonly imported_by: string;
  };
  readonly speaker: {
    readonly id: string;
    readonly source_id: string;
    readonly participant_id: string | null;
    readonly label: string;
    readonly name: string;
    readonly role: string;
    readonly support_role: string | null;
    readonly position: number;
  };
  readonly turn: {
    readonly id: string;
    readonly source_id: string;
    readonly ordinal: number;
    readonly start_at: number;
    readonly end_at: number;
    readonly speaker_id: string | null;
    readonly from_ms: number | null;
    readonly to_ms: number | null;
  };
  readonly code: {
    readonly id: string;
    readonly name: string;
    readonly definition: string;
    readonly kind: string | null;
    readonly hue: number;
    readonly sigil: string;
    readonly position: number;
    readonly created_at: string;
    readonly created_by: string;
    readonly parent_id?: string | null;
    readonly inclusion?: string | null;
    readonly exclusion?: string | null;
    readonly example?: string | null;
    readonly retired_at?: string | null;
    readonly favourite?: number | null;
  };
  readonly coding: {
    readonly id: string;
    readonly source_id: string;
    readonly start_at: number;
    readonly end_at: number;
    readonly code_id: string;
    readonly coder_id: string;
    readonly quoted: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly ref: string | null;
    readonly rank: number | null;
    readonly note: string | null;
    readonly created_at: string;
    readonly review?: string | null;
  };
  readonly theme: {
    readonly id: string;
    readonly name: string;
    readonly concept: string;
    readonly definition: string;
    readonly status: string;
    readonly position: number;
    readonly created_at: string;
    readonly created_by: string;
    readonly parent_id?: string | null;
    readonly is_not?: string | null;
    readonly narrative?: string | null;
    readonly role?: string | null;
    readonly parked?: number | null;
    readonly status_reason?: string | null;
    readonly discarded_at?: string | null;
    readonly discarded_reason?: string | null;
    readonly merged_into?: string | null;
  };
  readonly theme_code: {
    readonly id: string;
    readonly theme_id: string;
    readonly code_id: string;
    readonly position: number;
  };
  readonly theme_outcome: {
    readonly id: string;
    readonly theme_id: string;
    readonly outcome_id: string;
    readonly weight: number;
    readonly position: number;
    readonly reason: string | null;
  };
  readonly attribute: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly choices: string;
    readonly position: number;
  };
  readonly participant_value: {
    readonly id: string;
    readonly participant_id: string;
    readonly attribute_id: string;
    readonly value: string;
  };
  readonly memo: {
    readonly id: string;
    readonly about: string;
    readonly about_id: string | null;
    readonly source_id: string | null;
    readonly start_at: number | null;
    readonly end_at: number | null;
    readonly quoted: string | null;
    readonly title: string;
    readonly body: string;
    readonly coder_id: string;
    readonly created_at: string;
    readonly changed_at: string;
  };
  readonly reading: {
    readonly id: string;
    readonly source_id: string;
    readonly coder_id: string;
    readonly furthest: number;
    readonly finished_at: string | null;
  };
  readonly theme_mark: OnWords & {
    readonly id: string;
    readonly theme_id: string;
    readonly stance: string;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly theme_verdict: OnWords & {
    readonly id: string;
    readonly theme_id: string;
    readonly verdict: string;
    readonly to_theme_id: string | null;
    readonly note: string;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly theme_relation: {
    readonly id: string;
    readonly from_id: string;
    readonly to_id: string;
    readonly kind: string;
    readonly note: string;
    readonly created_at: string;
  };
  readonly outcome_quote: OnWords & {
    readonly id: string;
    readonly outcome_id: string;
    readonly position: number;
    readonly reason: string | null;
  };
  readonly theme_advice: {
    readonly id: string;
    readonly theme_id: string;
    readonly kind: string;
    readonly reason: string;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly map_place: { readonly id: string; readonly x: number; readonly y: number };
  readonly map_title: { readonly id: string; readonly title: string };
  readonly replacement: {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly note: string;
    readonly created_at: string;
    readonly created_by: string;
  };
  readonly bracket: OnWords & {
    readonly id: string;
    readonly kind: string;
    readonly replacement_id: string | null;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly name_check: {
    readonly id: string;
    readonly source_id: string;
    readonly text_id: string;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly sensitive: OnWords & {
    readonly id: string;
    readonly kind: string;
    readonly coder_id: string;
    readonly at: string;
    readonly agreed_by: string | null;
    readonly agreed_at: string | null;
    readonly agreed_reason: string | null;
  };
  readonly disclosure_accepted: {
    readonly id: string;
    readonly finding: string;
    readonly reason: string;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly quote: OnWords & {
    readonly id: string;
    readonly printed: string | null;
    readonly lead_in: string;
    readonly state: string;
    readonly vivid: number;
    readonly passage_start: number | null;
    readonly passage_end: number | null;
    readonly coder_id: string;
    readonly at: string;
  };
  readonly theme_quote: OnWords & {
    readonly id: string;
    readonly theme_id: string | null;
    readonly position: number;
  };
  readonly print_style: {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly settings: string;
    readonly position: number;
  };
  readonly case_study: {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly disclaimer: string;
    readonly outcome_id: string | null;
    readonly theme_id: string | null;
    readonly position: number;
  };
  readonly recommendation: {
    readonly id: string;
    readonly addressee: string;
    readonly body: string;
    readonly position: number;
  };
  readonly recommendation_theme: {
    readonly id: string;
    readonly recommendation_id: string;
    readonly theme_id: string;
  };
};

/** Words of a source that a row is about. */
type OnWords = {
  readonly source_id: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly quoted: string;
};

export type TableName = keyof Tables;

/** Every journalled table, parents before the tables that refer to them. */
export const tableNames: readonly TableName[] = [
  'study',
  'coder',
  'framework',
  'outcome',
  'participant',
  'source',
  'speaker',
  'turn',
  'code',
  'coding',
  'theme',
  'theme_code',
  'theme_outcome',
  'attribute',
  'participant_value',
  'memo',
  'reading',
  'theme_mark',
  'theme_verdict',
  'theme_relation',
  'outcome_quote',
  'theme_advice',
  'map_place',
  'map_title',
  'replacement',
  'bracket',
  'name_check',
  'sensitive',
  'disclosure_accepted',
  'quote',
  'theme_quote',
  'print_style',
  'case_study',
  'recommendation',
  'recommendation_theme',
];

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
