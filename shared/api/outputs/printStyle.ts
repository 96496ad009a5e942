import type { CheckedFinding } from '../../model/disclosure.ts';
import type { StyleProblem } from '../../text/styleTemplate.ts';
import type { Exported } from '../outputs.ts';

/** A bundle, and what the disclosure check said of it that didn't block it. */
export type ExportedBundle = Exported & { readonly findings: readonly CheckedFinding[] };

/** How a template prints attributions of this study. */
export type StylePreview = {
  /** What is wrong with it; null where it can be read. */
  readonly problem: StyleProblem | null;
  /** As different as the study has them: with and without a participant, a phase, a second speaker. */
  readonly examples: readonly { readonly house: string; readonly printed: string }[];
  /** Labels that different people would bear. */
  readonly shared: readonly { readonly label: string; readonly people: readonly string[] }[];
};
