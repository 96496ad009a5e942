import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BracketId, EntryId, ReplacementId } from '../../shared/model/ids.ts';
import type { Change } from '../writer.ts';

/** A journal entry as it was before its words were sealed. `changes` is '' for the entry of the act that sealed it: those of the act. */
export type SealedEntry = {
  readonly seq: number;
  readonly input: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly changes: string;
  readonly sealed: number | null;
};

/** What one act of replacing took out of the study: its own changes, entries that held the words, texts that are not current any more. */
export type SealedAct = {
  readonly kind: 'act';
  readonly entry: EntryId;
  readonly changes: readonly Change[];
  readonly journal: readonly SealedEntry[];
  readonly texts: readonly (readonly [id: string, text: string])[];
};

/** One record of a key. Later ones of the same thing win. */
export type KeyRecord =
  /** `seed`: a secret of the study's own, in base64, that stays the same under another passphrase; early keys have none. */
  | { readonly kind: 'begin'; readonly study: string; readonly at: string; readonly seed?: string }
  | { readonly kind: 'terms'; readonly replacement: ReplacementId; readonly terms: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly (readonly [bracket: BracketId, words: string])[] }
  | SealedAct
  /** A file as it was imported; `bytes` in base64. */
  | { readonly kind: 'original'; readonly sha256: string; readonly bytes: string };

export const packRecord = (record: KeyRecord): Uint8Array => deflateRawSync(JSON.stringify(record), { level: 1 });

export const unpackRecord = (packed: Uint8Array): KeyRecord =>
  JSON.parse(inflateRawSync(packed).toString('utf8')) as KeyRecord;
