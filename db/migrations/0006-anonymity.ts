import type { Migration } from '../migrate.ts';

/**
 * What is printed in the place of words that identify, and quotes made ready for print. The text of a source is as printed:
 * the words that were replaced stand in the key, never in this file. Columns added to journalled tables take NULL, as in step 2.
 */
export const anonymity: Migration = {
  version: 6,
  sql: `
-- sealed: 1 where the entry's own words and rows stand in the key, and here only as printed.
ALTER TABLE journal ADD COLUMN sealed INTEGER;

-- label: with its brackets, "[mentor]"; one thing, one label. kind: see replacementKinds in shared/model/anonymity.ts.
CREATE TABLE replacement (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES coder (id)
) STRICT;
CREATE INDEX replacement_coder ON replacement (created_by);
-- Brackets of a text: replacements that were made, and brackets of the transcript whose class a researcher gave. All others are classed by rule.
-- kind: see bracketKinds in shared/model/anonymity.ts; quoted: the bracket as it stands in the text.
CREATE TABLE bracket (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  kind TEXT NOT NULL,
  replacement_id TEXT REFERENCES replacement (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX bracket_source ON bracket (source_id, start_at);
CREATE INDEX bracket_replacement ON bracket (replacement_id);
CREATE INDEX bracket_coder ON bracket (coder_id);
-- A source that somebody read for names, as it was then. text_id: the text that was read; where the source has another one now, the check is out of date.
CREATE TABLE name_check (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  text_id TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX name_check_source ON name_check (source_id);
CREATE INDEX name_check_coder ON name_check (coder_id);

-- Extracts that need a second yes before they are printed. kind: own words ("self-harm", "weapons", "abuse"). agreed_*: the second yes, by another act and with a reason.
CREATE TABLE sensitive (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  kind TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL,
  agreed_by TEXT REFERENCES coder (id),
  agreed_at TEXT,
  agreed_reason TEXT
) STRICT;
CREATE INDEX sensitive_source ON sensitive (source_id, start_at);
CREATE INDEX sensitive_coder ON sensitive (coder_id);
CREATE INDEX sensitive_agreed ON sensitive (agreed_by);
-- A finding of the disclosure check that the team accepts. finding: its key, which is the same as long as what it found is the same.
CREATE TABLE disclosure_accepted (
  id TEXT PRIMARY KEY,
  finding TEXT NOT NULL,
  reason TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX disclosure_accepted_coder ON disclosure_accepted (coder_id);

-- role (of step 2) is the precise one. role_kind: 'staff' or 'practitioner'. role_decision: why there is no risk in printing the precise role; NULL: it is not printed.
ALTER TABLE participant ADD COLUMN role_kind TEXT;
ALTER TABLE participant ADD COLUMN role_decision TEXT;
ALTER TABLE participant ADD COLUMN role_decided_by TEXT REFERENCES coder (id);
ALTER TABLE participant ADD COLUMN role_decided_at TEXT;
CREATE INDEX participant_decided ON participant (role_decided_by);

-- An extract made ready for print, apart from its codings; one for each extract. printed: its words with cuts and brackets marked, NULL where they are those of the text.
-- state: see quoteStates in shared/model/preparedQuotes.ts.
-- passage_start, passage_end: the words that are made ready, where they are wider or narrower than the extract; NULL: they are the extract's.
CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  printed TEXT,
  lead_in TEXT NOT NULL,
  state TEXT NOT NULL,
  vivid INTEGER NOT NULL,
  passage_start INTEGER,
  passage_end INTEGER,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX quote_source ON quote (source_id, start_at);
CREATE INDEX quote_coder ON quote (coder_id);
-- Extracts in an order by hand under one theme; NULL: among those in no theme. Straight under an outcome they have their order in outcome_quote.
CREATE TABLE theme_quote (
  id TEXT PRIMARY KEY,
  theme_id TEXT REFERENCES theme (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX theme_quote_theme ON theme_quote (theme_id, position);
CREATE INDEX theme_quote_source ON theme_quote (source_id, start_at);

-- settings: JSON; kind: 'attribution' (a style) or 'bundle' (columns and fields of a bundle).
CREATE TABLE print_style (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- A box of the report. body: Markdown with quotes in it, as in theme.narrative. It stands at the end of its theme, else of its outcome, else of the report.
CREATE TABLE case_study (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  disclaimer TEXT NOT NULL,
  outcome_id TEXT REFERENCES outcome (id),
  theme_id TEXT REFERENCES theme (id),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX case_study_outcome ON case_study (outcome_id);
CREATE INDEX case_study_theme ON case_study (theme_id);
CREATE TABLE recommendation (
  id TEXT PRIMARY KEY,
  addressee TEXT NOT NULL,
  body TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE recommendation_theme (
  id TEXT PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  theme_id TEXT NOT NULL REFERENCES theme (id)
) STRICT;
CREATE INDEX recommendation_theme_recommendation ON recommendation_theme (recommendation_id);
CREATE INDEX recommendation_theme_theme ON recommendation_theme (theme_id);
`,
};
