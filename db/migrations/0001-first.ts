import type { Migration } from '../migrate.ts';

/**
 * Texts and original files are stored once, by their own id or hash, and are never changed: rows that point to them are journalled, they are not.
 * Positions are UTF-16 code units of `text_revision.text`, half-open. Times are ISO 8601 in UTC; `from_ms` and `to_ms` count milliseconds from the start of a recording.
 */
export const first: Migration = {
  version: 1,
  sql: `
CREATE TABLE study (id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE coder (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;

CREATE TABLE framework (id TEXT PRIMARY KEY, title TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE outcome (
  id TEXT PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  statement TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_framework ON outcome (framework_id);

CREATE TABLE participant (id TEXT PRIMARY KEY, label TEXT NOT NULL, group_name TEXT) STRICT;
CREATE INDEX participant_label ON participant (label);

CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE text_revision (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  kind TEXT NOT NULL,
  group_name TEXT,
  phase INTEGER,
  participant_id TEXT REFERENCES participant (id),
  original_sha256 TEXT NOT NULL REFERENCES original (sha256),
  text_id TEXT NOT NULL REFERENCES text_revision (id),
  words INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  metadata TEXT NOT NULL,
  position INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL REFERENCES coder (id)
) STRICT;
CREATE INDEX source_original ON source (original_sha256);
CREATE INDEX source_text ON source (text_id);
CREATE INDEX source_participant ON source (participant_id);

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  participant_id TEXT REFERENCES participant (id),
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  support_role TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX speaker_source ON speaker (source_id);
CREATE INDEX speaker_participant ON speaker (participant_id);

CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  ordinal INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  speaker_id TEXT REFERENCES speaker (id),
  from_ms INTEGER,
  to_ms INTEGER
) STRICT;
CREATE INDEX turn_source ON turn (source_id, start_at);
CREATE INDEX turn_speaker ON turn (speaker_id);

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  kind TEXT,
  hue INTEGER NOT NULL,
  sigil TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES coder (id)
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  code_id TEXT NOT NULL REFERENCES code (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  quoted TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  ref TEXT,
  rank INTEGER,
  note TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX coding_source ON coding (source_id, start_at, end_at);
CREATE INDEX coding_code ON coding (code_id, source_id, start_at, end_at);
CREATE INDEX coding_coder ON coding (coder_id);

CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  concept TEXT NOT NULL,
  definition TEXT NOT NULL,
  status TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES coder (id)
) STRICT;
CREATE TABLE theme_code (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  code_id TEXT NOT NULL REFERENCES code (id),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX theme_code_theme ON theme_code (theme_id);
CREATE INDEX theme_code_code ON theme_code (code_id);
-- weight: order of the outcomes within the theme; position: report order of the themes within the outcome.
CREATE TABLE theme_outcome (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  outcome_id TEXT NOT NULL REFERENCES outcome (id),
  weight INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX theme_outcome_theme ON theme_outcome (theme_id);
CREATE INDEX theme_outcome_outcome ON theme_outcome (outcome_id);

-- Append-only. changes: JSON [[table, id, before, after], ...]; the inverse is read from right to left.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  kind TEXT NOT NULL,
  command TEXT NOT NULL,
  input TEXT NOT NULL,
  summary TEXT NOT NULL,
  reason TEXT,
  target TEXT REFERENCES journal (id),
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_coder ON journal (coder_id);
CREATE INDEX journal_target ON journal (target);
CREATE TABLE undo_stack (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  entry_id TEXT NOT NULL REFERENCES journal (id),
  done INTEGER NOT NULL
) STRICT;
CREATE INDEX undo_stack_coder ON undo_stack (coder_id, position);
CREATE INDEX undo_stack_entry ON undo_stack (entry_id);
`,
};
