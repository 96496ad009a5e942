import type { Migration } from '../migrate.ts';

/**
 * The codebook as a tree, memos, participants with attributes of one's own, reading progress, codings to look at again.
 * Columns added to a journalled table take NULL: an entry written before the column was there says the same as one that holds NULL.
 */
export const workspace: Migration = {
  version: 2,
  sql: `
ALTER TABLE code ADD COLUMN parent_id TEXT REFERENCES code (id);
ALTER TABLE code ADD COLUMN inclusion TEXT;
ALTER TABLE code ADD COLUMN exclusion TEXT;
ALTER TABLE code ADD COLUMN example TEXT;
ALTER TABLE code ADD COLUMN retired_at TEXT;
ALTER TABLE code ADD COLUMN favourite INTEGER;
CREATE INDEX code_parent ON code (parent_id);

-- review: why the researcher should look at the coding again ('words-changed'); NULL where there is nothing to look at.
ALTER TABLE coding ADD COLUMN review TEXT;
CREATE INDEX coding_review ON coding (source_id) WHERE review IS NOT NULL;

ALTER TABLE participant ADD COLUMN role TEXT;
ALTER TABLE participant ADD COLUMN phase INTEGER;
-- kind: 'text', 'number', 'date', 'choice', 'yes-no'; choices: JSON array of texts, for 'choice'.
CREATE TABLE attribute (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  choices TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE participant_value (
  id TEXT PRIMARY KEY,
  participant_id TEXT NOT NULL REFERENCES participant (id),
  attribute_id TEXT NOT NULL REFERENCES attribute (id),
  value TEXT NOT NULL
) STRICT;
CREATE INDEX participant_value_participant ON participant_value (participant_id);
CREATE INDEX participant_value_attribute ON participant_value (attribute_id, value);

-- about: 'study', 'source', 'turn', 'extract', 'code', 'theme', 'participant' or 'journal' (the reflexive journal, about nothing else).
-- source_id, start_at, end_at and quoted place a memo on a turn or extract; body is Markdown.
CREATE TABLE memo (
  id TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  about_id TEXT,
  source_id TEXT REFERENCES source (id),
  start_at INTEGER,
  end_at INTEGER,
  quoted TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX memo_about ON memo (about, about_id);
CREATE INDEX memo_source ON memo (source_id);
CREATE INDEX memo_coder ON memo (coder_id);

-- furthest: ordinal of the last turn read; finished_at: when the coder marked the transcript as read.
CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  furthest INTEGER NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX reading_source ON reading (source_id, coder_id);
CREATE INDEX reading_coder ON reading (coder_id);
`,
};
