import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../electron/node/folders.ts';
import type { Place } from './place.ts';

/** Transcripts to import: those of the sample study, in the order of their names. */
export const sampleFolder = join(programFolder(), 'electron', 'node', 'sample');
export const sampleFile = (name: string): string => join(sampleFolder, name);
export const transcripts: readonly string[] = readdirSync(sampleFolder)
  .filter(name => /\.(?:txt|md|docx|vtt|srt)$/.test(name))
  .sort()
  .map(sampleFile);

/** A path in the test's own folder. */
export const inPlace = (place: Place, ...parts: readonly string[]): string => join(place.path, ...parts);

/** The bytes of a downloaded or saved file. */
export const bytesOf = (path: string): Buffer => readFileSync(path);
