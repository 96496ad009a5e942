import type { CodeId, CodingId, SourceId, TurnId } from '../../../shared/model/ids.ts';

/**
 * A study as simple as can be: every word of a source stands in it only once, so that a coding is its first and last word.
 * States are never changed; an act makes a new one. Codings made later have greater ids.
 */
export type State = {
  readonly sources: readonly ModelSource[];
  readonly codings: readonly ModelCoding[];
  /** Siblings stand in their order. */
  readonly codes: readonly ModelCode[];
};
export type ModelTurn = { readonly id: TurnId | null; readonly words: readonly string[] };
export type ModelSource = { readonly id: SourceId; readonly turns: readonly ModelTurn[] };
export type ModelCoding = {
  readonly id: CodingId;
  readonly source: SourceId;
  readonly code: CodeId;
  readonly first: string;
  readonly last: string;
};
export type ModelCode = {
  readonly id: CodeId;
  readonly name: string;
  readonly parent: CodeId | null;
  readonly retired: boolean;
};

export const wordsOf = (source: ModelSource) => source.turns.flatMap(turn => turn.words);
export const textOf = (source: ModelSource) => source.turns.map(turn => turn.words.join(' ')).join('\n\n');
export const sourceOf = (state: State, id: SourceId) => state.sources.find(source => source.id === id)!;

/** Where the words from `first` to `last` stand in the text. */
export function spanOf(source: ModelSource, first: string, last: string) {
  const text = ` ${textOf(source).replaceAll('\n', ' ')} `;
  return { start: text.indexOf(` ${first} `), end: text.indexOf(` ${last} `) + last.length };
}

export const samePlace = (a: Omit<ModelCoding, 'id'>, b: Omit<ModelCoding, 'id'>) =>
  a.source === b.source && a.code === b.code && a.first === b.first && a.last === b.last;

/** Of codings that stand twice the older stays. */
export function withoutDoubles(codings: readonly ModelCoding[]): readonly ModelCoding[] {
  return codings.filter(one => !codings.some(other => other.id < one.id && samePlace(one, other)));
}

export function recode(state: State, ids: readonly CodingId[], code: CodeId): State {
  return {
    ...state,
    codings: withoutDoubles(state.codings.map(one => (ids.includes(one.id) ? { ...one, code } : one))),
  };
}

/** Gives a source other turns; codings keep what is left of their words, by `mended` under new names. */
export function edit(
  state: State,
  id: SourceId,
  turns: readonly ModelTurn[],
  mended: ReadonlyMap<string, string> = new Map(),
): State {
  const before = wordsOf(sourceOf(state, id));
  const source = { id, turns: turns.filter(turn => turn.words.length > 0) };
  const after = new Set(wordsOf(source));
  const codings = state.codings.flatMap(coding => {
    if (coding.source !== id) return [coding];
    const left = before
      .slice(before.indexOf(coding.first), before.indexOf(coding.last) + 1)
      .map(word => mended.get(word) ?? word)
      .filter(word => after.has(word));
    return left.length === 0 ? [] : [{ ...coding, first: left[0]!, last: left.at(-1)! }];
  });
  return {
    ...state,
    sources: state.sources.map(one => (one.id === id ? source : one)),
    codings: withoutDoubles(codings),
  };
}

/** Codes in the order of the tree. */
export function inTree({ codes }: State, parent: CodeId | null = null): readonly ModelCode[] {
  return codes.filter(code => code.parent === parent).flatMap(code => [code, ...inTree({ codes } as State, code.id)]);
}

export function ancestors({ codes }: Pick<State, 'codes'>, id: CodeId): readonly CodeId[] {
  const parent = codes.find(code => code.id === id)?.parent ?? null;
  return parent === null ? [] : [parent, ...ancestors({ codes }, parent)];
}

/** Puts codes under `parent`, before `before` or at the end. */
export function place(
  codes: readonly ModelCode[],
  ids: readonly CodeId[],
  parent: CodeId | null,
  before: CodeId | null,
): readonly ModelCode[] {
  const rest = codes.filter(code => !ids.includes(code.id));
  const siblings = codes.filter(code => code.parent === parent);
  const next = siblings.slice(siblings.findIndex(code => code.id === before)).find(code => !ids.includes(code.id));
  const at = before === null || !next ? rest.length : rest.indexOf(next);
  const moved = ids.map(id => ({ ...codes.find(code => code.id === id)!, parent }));
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}

export function removeCode(state: State, id: CodeId): State {
  const gone = state.codes.find(code => code.id === id)!;
  const children = state.codes.filter(code => code.parent === id);
  const codes = state.codes.flatMap(code => {
    if (code.id === id) return children.map(child => ({ ...child, parent: gone.parent }));
    return code.parent === id ? [] : [code];
  });
  return { ...state, codes, codings: state.codings.filter(coding => coding.code !== id) };
}

export function merge(state: State, from: readonly CodeId[], into: CodeId): State {
  const above = ancestors(state, into);
  const outer = above.findLastIndex(code => from.includes(code));
  let { codes } = state;
  if (outer >= 0) codes = place(codes, [into], above[outer + 1] ?? null, above[outer]!);
  for (const code of from) {
    const children = codes
      .filter(one => one.parent === code && one.id !== into && !from.includes(one.id))
      .map(one => one.id);
    codes = place(codes, children, into, null);
  }
  const ids = state.codings.filter(coding => from.includes(coding.code)).map(coding => coding.id);
  return { ...recode(state, ids, into), codes: codes.filter(code => !from.includes(code.id)) };
}
