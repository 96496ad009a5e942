import type { Migration } from '../migrate.ts';

/**
 * What is worked out from the journalled tables and can be made anew at any time: the words to search, places of turns, counts, weights of evidence.
 * None of it is journalled. Triggers count, and mark what has to be worked out again; db/searchIndex.ts does so before the transaction is committed.
 */
export const search: Migration = {
  version: 3,
  sql: `
-- One row for each piece of a source (a turn, or words outside any) and for each note. Words come folded from shared/text/search/tokens.ts,
-- so that SQLite splits them only at spaces. Row ids: see db/searchIndex.ts.
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
-- Every word that was ever indexed, in blocks, one a line, no word twice.
CREATE TABLE search_terms (id INTEGER PRIMARY KEY, terms TEXT NOT NULL) STRICT;
-- number ascends with the order of the sources. turns: 32-bit integers, little-endian, four for each turn: start, end, ordinal, index in speakers or -1.
CREATE TABLE source_index (
  source_id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  text_id TEXT NOT NULL,
  pieces INTEGER NOT NULL,
  speakers TEXT NOT NULL,
  turns BLOB NOT NULL
) STRICT;
-- kind: 'memo', 'code' or 'theme'.
CREATE TABLE note_index (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL) STRICT;
CREATE TABLE stale (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;

CREATE TABLE source_count (source_id TEXT PRIMARY KEY, turns INTEGER NOT NULL, codings INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- extracts: distinct stretches of text; sources: distinct sources.
CREATE TABLE code_count (
  code_id TEXT PRIMARY KEY,
  codings INTEGER NOT NULL,
  extracts INTEGER NOT NULL,
  sources INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- kind: 'code', 'theme' or 'outcome'; speakers and people: distinct ones, people by participant where one is known; sources: numbers of source_index, ascending, with spaces between. A row counts only while evidence_stale does not name it.
CREATE TABLE evidence (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  extracts INTEGER NOT NULL,
  speakers INTEGER NOT NULL,
  people INTEGER NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
-- kind: those of evidence, or 'coded' (a code whose codings changed) and 'spoken' (a source whose turns or speakers changed), which stand for all that rests on them.
CREATE TABLE evidence_stale (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;

INSERT INTO source_count SELECT id, (SELECT count(*) FROM turn WHERE source_id = source.id), (SELECT count(*) FROM coding WHERE source_id = source.id) FROM source;
INSERT INTO code_count
  SELECT c.id, (SELECT count(*) FROM coding WHERE code_id = c.id), coalesce(n.extracts, 0), coalesce(n.sources, 0)
  FROM code c LEFT JOIN (
    SELECT code_id, count(*) AS extracts, count(DISTINCT source_id) AS sources
    FROM (SELECT DISTINCT code_id, source_id, start_at, end_at FROM coding) GROUP BY code_id
  ) n ON n.code_id = c.id;
INSERT INTO stale SELECT 'source', id FROM source UNION ALL SELECT 'code', id FROM code UNION ALL SELECT 'theme', id FROM theme UNION ALL SELECT 'memo', id FROM memo;

CREATE TRIGGER source_added AFTER INSERT ON source BEGIN
  INSERT INTO source_count VALUES (new.id, 0, 0);
  INSERT INTO stale VALUES ('source', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER source_removed AFTER DELETE ON source BEGIN
  DELETE FROM source_count WHERE source_id = old.id;
  INSERT INTO stale VALUES ('source', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER source_changed AFTER UPDATE OF text_id, position ON source BEGIN
  INSERT INTO stale VALUES ('source', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER source_person AFTER UPDATE OF participant_id ON source BEGIN
  INSERT INTO evidence_stale VALUES ('spoken', new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER turn_added AFTER INSERT ON turn BEGIN
  UPDATE source_count SET turns = turns + 1 WHERE source_id = new.source_id;
  INSERT INTO stale VALUES ('source', new.source_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER turn_removed AFTER DELETE ON turn BEGIN
  UPDATE source_count SET turns = turns - 1 WHERE source_id = old.source_id;
  INSERT INTO stale VALUES ('source', old.source_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER turn_changed AFTER UPDATE OF source_id, ordinal, start_at, end_at, speaker_id ON turn BEGIN
  UPDATE source_count SET turns = turns - 1 WHERE source_id = old.source_id AND old.source_id <> new.source_id;
  UPDATE source_count SET turns = turns + 1 WHERE source_id = new.source_id AND old.source_id <> new.source_id;
  INSERT INTO stale VALUES ('source', old.source_id), ('source', new.source_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER speaker_changed AFTER UPDATE OF role, source_id, participant_id ON speaker BEGIN
  INSERT INTO evidence_stale VALUES ('spoken', old.source_id), ('spoken', new.source_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER code_added AFTER INSERT ON code BEGIN
  INSERT INTO code_count VALUES (new.id, 0, 0, 0);
  INSERT INTO stale VALUES ('code', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER code_removed AFTER DELETE ON code BEGIN
  DELETE FROM code_count WHERE code_id = old.id;
  DELETE FROM evidence WHERE kind = 'code' AND id = old.id;
  INSERT INTO stale VALUES ('code', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER code_changed AFTER UPDATE OF name, definition, inclusion, exclusion, example ON code BEGIN
  INSERT INTO stale VALUES ('code', new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER coding_added AFTER INSERT ON coding BEGIN
  UPDATE source_count SET codings = codings + 1 WHERE source_id = new.source_id;
  UPDATE code_count SET codings = codings + 1, ${counted('+', 'new', 'new')} WHERE code_id = new.code_id;
  INSERT INTO evidence_stale VALUES ('coded', new.code_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER coding_removed AFTER DELETE ON coding BEGIN
  UPDATE source_count SET codings = codings - 1 WHERE source_id = old.source_id;
  UPDATE code_count SET codings = codings - 1, ${counted('-', 'old', null)} WHERE code_id = old.code_id;
  INSERT INTO evidence_stale VALUES ('coded', old.code_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER coding_moved AFTER UPDATE OF code_id, source_id, start_at, end_at ON coding BEGIN
  UPDATE source_count SET codings = codings - 1 WHERE source_id = old.source_id;
  UPDATE source_count SET codings = codings + 1 WHERE source_id = new.source_id;
  UPDATE code_count SET codings = codings - 1, ${counted('-', 'old', 'new')} WHERE code_id = old.code_id;
  UPDATE code_count SET codings = codings + 1, ${counted('+', 'new', 'new')} WHERE code_id = new.code_id;
  INSERT INTO evidence_stale VALUES ('coded', old.code_id), ('coded', new.code_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER theme_added AFTER INSERT ON theme BEGIN
  INSERT INTO stale VALUES ('theme', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_removed AFTER DELETE ON theme BEGIN
  DELETE FROM evidence WHERE kind = 'theme' AND id = old.id;
  INSERT INTO stale VALUES ('theme', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_changed AFTER UPDATE OF name, concept, definition ON theme BEGIN
  INSERT INTO stale VALUES ('theme', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_code_added AFTER INSERT ON theme_code BEGIN
  INSERT INTO evidence_stale VALUES ('theme', new.theme_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_code_removed AFTER DELETE ON theme_code BEGIN
  INSERT INTO evidence_stale VALUES ('theme', old.theme_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_code_changed AFTER UPDATE OF theme_id, code_id ON theme_code BEGIN
  INSERT INTO evidence_stale VALUES ('theme', old.theme_id), ('theme', new.theme_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_outcome_added AFTER INSERT ON theme_outcome BEGIN
  INSERT INTO evidence_stale VALUES ('outcome', new.outcome_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_outcome_removed AFTER DELETE ON theme_outcome BEGIN
  INSERT INTO evidence_stale VALUES ('outcome', old.outcome_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER theme_outcome_changed AFTER UPDATE OF theme_id, outcome_id ON theme_outcome BEGIN
  INSERT INTO evidence_stale VALUES ('outcome', old.outcome_id), ('outcome', new.outcome_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER memo_added AFTER INSERT ON memo BEGIN
  INSERT INTO stale VALUES ('memo', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER memo_removed AFTER DELETE ON memo BEGIN
  INSERT INTO stale VALUES ('memo', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER memo_changed AFTER UPDATE OF title, body ON memo BEGIN
  INSERT INTO stale VALUES ('memo', new.id) ON CONFLICT DO NOTHING;
END;
`,
};

/** Counts a coding in or out: an extract or source counts only with its first coding of the code, and until its last. `itself` is the coding's own row where it is still in the table. */
function counted(sign: '+' | '-', row: 'new' | 'old', itself: 'new' | null): string {
  const other = `SELECT 1 FROM coding INDEXED BY coding_code WHERE code_id = ${row}.code_id AND source_id = ${row}.source_id${itself === null ? '' : ` AND rowid <> ${itself}.rowid`}`;
  return `extracts = extracts ${sign} NOT EXISTS (${other} AND start_at = ${row}.start_at AND end_at = ${row}.end_at), sources = sources ${sign} NOT EXISTS (${other})`;
}
