import type { DraftSpeaker, DraftTurn, ImportWarning } from '../model/draft.ts';
import type { Span } from '../model/entities.ts';
import type { ErrorEnvelope } from '../model/errors.ts';
import type { CodeId, EntryId, SourceId } from '../model/ids.ts';
import type { SourceKind } from '../model/kinds.ts';

export type AppInfo = {
  readonly version: string;
  /** Desktop hosts have file dialogs and real paths; a browser host uploads and downloads bytes. */
  readonly host: 'desktop' | 'browser' | 'cli';
  /** Where new studies go unless told otherwise. */
  readonly studiesFolder: string;
  /** A study that the host was started with (`serve STUDY`, `--sample`), open already. */
  readonly openStudy: string | null;
};

export type RecentStudy = {
  readonly path: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  readonly sources: number;
  readonly themes: number;
  /** False where the file is not to be found now. */
  readonly present: boolean;
};

export type FolderEntry = {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'study' | 'file';
  readonly modifiedAt: string;
};
export type FolderListing = {
  readonly folder: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
};

/** One file as the preview shows it. `draft` names it in `import.commit`; a rejected file has none. */
export type PreviewItem = {
  readonly file: string;
  readonly draft: string | null;
  readonly error: ErrorEnvelope | null;
  /** The source that holds the very same bytes, where there is one. */
  readonly duplicateOf: SourceId | null;
  readonly title: string;
  readonly kind: SourceKind;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  /** The attribution of its main speaker, as detected. */
  readonly attribution: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly turns: number;
  readonly words: number;
  readonly characters: number;
  readonly speakers: readonly DraftSpeaker[];
  /** At most 60. */
  readonly firstTurns: readonly (DraftTurn & { readonly text: string })[];
  readonly leftOut: readonly string[];
  readonly warnings: readonly ImportWarning[];
};

/** A row of the command line's `import --json`: contract. */
export type ImportReport = {
  readonly file: string;
  readonly status: 'imported' | 'rejected' | 'skipped';
  readonly title: string;
  readonly kind: SourceKind;
  readonly group: string | null;
  readonly phase: number | null;
  readonly participant: string | null;
  readonly turns: number;
  readonly speakers: readonly { readonly label: string; readonly turns: number }[];
  readonly words: number;
  readonly characters: number;
  readonly warnings: readonly ImportWarning[];
};

/** A row of `code-extracts --json`: contract. `start`, `end` in UTF-16 units of the source's text; null when not placed. */
export type ExtractReport = {
  readonly id: string;
  readonly status: 'exact' | 'normalised' | 'approximate' | 'not-found' | 'ambiguous';
  /** 0 to 1. */
  readonly score: number;
  readonly source: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly quoted: string | null;
};

/** An extract of a code or theme, with what is needed to show and open it. */
export type Extract = Span & {
  readonly key: string;
  readonly source: SourceId;
  readonly text: string;
  readonly attribution: string;
  readonly speaker: string;
  readonly turn: number;
  readonly codes: readonly CodeId[];
};

/** One problem found by `check`. */
export type CheckFinding = { readonly code: string; readonly message: string; readonly id: string | null };
export type CheckReport = {
  readonly ok: boolean;
  readonly checked: Readonly<Record<string, number>>;
  readonly findings: readonly CheckFinding[];
};

export type HistoryEntry = {
  readonly id: EntryId;
  readonly at: string;
  readonly coder: string;
  readonly command: string;
  /** What was done, in plain words: "Coded 12 words as Trust". */
  readonly summary: string;
  readonly reason: string | null;
  /** Whether its effect stands now. Undo and redo entries themselves are 'step'. */
  readonly state: 'done' | 'undone' | 'step';
};
export type HistoryState = {
  /** Summary of what undo would take back; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
};

/** An export: written to `path`, or given as bytes. */
export type Exported = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly path: string | null;
  readonly bytes: Uint8Array | null;
  /** Quotes, or themes of a map. */
  readonly items: number;
};
