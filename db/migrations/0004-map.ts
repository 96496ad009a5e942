import type { Migration } from '../migrate.ts';

/**
 * What a hand did to the theme map. A place's id is its theme's, a title's id is its view's ('map', 'flow', 'grid').
 * No row refers to a theme's: a place outlasts the theme, so that undo brings both back.
 */
export const map: Migration = {
  version: 4,
  sql: `
-- x, y: whole thousandths of the drawing area, from its left and its top, of the middle of the theme's ring.
CREATE TABLE map_place (id TEXT PRIMARY KEY, x INTEGER NOT NULL, y INTEGER NOT NULL) STRICT;
CREATE TABLE map_title (id TEXT PRIMARY KEY, title TEXT NOT NULL) STRICT;
`,
};
