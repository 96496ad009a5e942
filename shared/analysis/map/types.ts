import type { Shape } from './picture.ts';

/** A box of the flow view: a bar with its label. Lengths in pixels; `y` is the bar's top, `h` its height. */
export type FlowNode = {
  readonly id: string;
  /** The whole name, also where the label is cut. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly extracts: number;
  readonly y: number;
  readonly h: number;
  /** Middle of the room its label has. */
  readonly middle: number;
};
export type FlowTheme = FlowNode & {
  readonly sources: number;
  /** Its bar towards the outcomes. */
  readonly out: { readonly y: number; readonly h: number };
};
export type FlowOutcome = FlowNode & { readonly number: number; readonly themes: number };

/** A ribbon between two bars. `from` and `to` are the ids of its ends. */
export type FlowRibbon = {
  readonly from: string;
  readonly to: string;
  readonly extracts: number;
  /** The outcome's number; null between a code and a theme. */
  readonly outcome: number | null;
  readonly path: string;
  /** Where it leaves the theme's bar, for the outcome's mark there. */
  readonly y: number;
  readonly h: number;
};

/** The flow view laid out: codes at the left, themes in the middle, outcomes at the right. The one truth that the exporter and the screen paint. */
export type Flow = {
  readonly width: number;
  readonly height: number;
  readonly heading: readonly Shape[];
  /** Pixels an extract. */
  readonly scale: number;
  /** Baseline of the columns' heads. */
  readonly heads: number;
  readonly columns: {
    readonly code: number;
    readonly theme: number;
    readonly themeOut: number;
    readonly outcome: number;
  };
  readonly codes: readonly FlowNode[];
  readonly themes: readonly FlowTheme[];
  readonly outcomes: readonly FlowOutcome[];
  readonly ribbons: readonly FlowRibbon[];
};
