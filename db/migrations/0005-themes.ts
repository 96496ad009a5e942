import type { Migration } from '../migrate.ts';

/**
 * Themes as things of their own: sub-themes, scope, narrative, parking and discarding; marks and verdicts on their extracts, relations, advice that was set aside.
 * More than one framework; quotes straight under an outcome. Columns added to journalled tables take NULL, as in step 2.
 */
export const themes: Migration = {
  version: 5,
  sql: `
ALTER TABLE theme ADD COLUMN parent_id TEXT REFERENCES theme (id);
ALTER TABLE theme ADD COLUMN is_not TEXT;
ALTER TABLE theme ADD COLUMN narrative TEXT;
ALTER TABLE theme ADD COLUMN role TEXT;
ALTER TABLE theme ADD COLUMN parked INTEGER;
-- status_reason: why the status was given although something that it asks for was missing.
ALTER TABLE theme ADD COLUMN status_reason TEXT;
ALTER TABLE theme ADD COLUMN discarded_at TEXT;
ALTER TABLE theme ADD COLUMN discarded_reason TEXT;
ALTER TABLE theme ADD COLUMN merged_into TEXT REFERENCES theme (id);
CREATE INDEX theme_parent ON theme (parent_id);
CREATE INDEX theme_merged ON theme (merged_into);

-- kind: 'outcomes' (also where NULL), 'a-priori' or 'own'. own: 1 for an entry that the team added to a framework of others.
ALTER TABLE framework ADD COLUMN kind TEXT;
ALTER TABLE framework ADD COLUMN citation TEXT;
ALTER TABLE outcome ADD COLUMN citation TEXT;
ALTER TABLE outcome ADD COLUMN own INTEGER;

-- stance: 'supports', 'qualifies' or 'contrary'; one for each theme and extract.
CREATE TABLE theme_mark (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  stance TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX theme_mark_theme ON theme_mark (theme_id);
CREATE INDEX theme_mark_source ON theme_mark (source_id, start_at);
CREATE INDEX theme_mark_coder ON theme_mark (coder_id);

-- verdict: 'fits', 'doubtful', 'move' or 'contrary'. Kept: a coder who thinks again adds another.
CREATE TABLE theme_verdict (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  verdict TEXT NOT NULL,
  to_theme_id TEXT REFERENCES theme (id),
  note TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX theme_verdict_theme ON theme_verdict (theme_id);
CREATE INDEX theme_verdict_to ON theme_verdict (to_theme_id);
CREATE INDEX theme_verdict_source ON theme_verdict (source_id, start_at);
CREATE INDEX theme_verdict_coder ON theme_verdict (coder_id);

CREATE TABLE theme_relation (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES theme (id),
  to_id TEXT NOT NULL REFERENCES theme (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX theme_relation_from ON theme_relation (from_id);
CREATE INDEX theme_relation_to ON theme_relation (to_id);

CREATE TABLE outcome_quote (
  id TEXT PRIMARY KEY,
  outcome_id TEXT NOT NULL REFERENCES outcome (id),
  source_id TEXT NOT NULL REFERENCES source (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quoted TEXT NOT NULL,
  position INTEGER NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX outcome_quote_outcome ON outcome_quote (outcome_id);
CREATE INDEX outcome_quote_source ON outcome_quote (source_id, start_at);

-- kind: see adviceKinds in shared/model/themes.ts.
CREATE TABLE theme_advice (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX theme_advice_theme ON theme_advice (theme_id);
CREATE INDEX theme_advice_coder ON theme_advice (coder_id);

-- What is worked out: the words of a theme to search, and the weight of outcomes, from which discarded themes are left out.
DROP TRIGGER theme_changed;
CREATE TRIGGER theme_changed AFTER UPDATE OF name, concept, definition, is_not, narrative ON theme BEGIN
  INSERT INTO stale VALUES ('theme', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_discarded AFTER UPDATE OF discarded_at ON theme BEGIN
  INSERT INTO evidence_stale SELECT 'outcome', outcome_id FROM theme_outcome WHERE theme_id = new.id ON CONFLICT DO NOTHING;
END;
`,
};
