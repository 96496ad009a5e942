import type { SourceFacts, Speaker } from '../model/entities.ts';
import { NinefoldError } from '../model/errors.ts';
import type { SourceKind } from '../model/kinds.ts';
import { asideOf, attribute } from './attribution.ts';
import { type Alternative, parseStyle, type StyleField, type StylePart } from './styleTemplate.ts';

/** A team's own form of attributions: a name, and a template that was read. */
export type AttributionStyle = {
  readonly name: string;
  readonly template: string;
  readonly parts: readonly StylePart[];
};

/** What is known of words in print. `role` is only what may be printed: 'staff', 'practitioner', or a precise role that was cleared. */
export type AttributionFacts = Pick<SourceFacts, 'kind' | 'group' | 'phase' | 'participant' | 'title'> & {
  readonly speaker: Pick<Speaker, 'name' | 'label' | 'role' | 'supportRole'> | null;
  readonly role: string | null;
};

/** @throws `invalid-input` with the place and what is wrong there. */
export function styleOf(name: string, template: string): AttributionStyle {
  const parsed = parseStyle(template.trim());
  if (parsed.ok) return { name, template: template.trim(), parts: parsed.parts };
  const { at, message } = parsed.problem;
  throw new NinefoldError('invalid-input', `The style “${name}” can't be read at character ${at}: ${message}`, {
    style: name,
    template,
    at,
  });
}

/**
 * How words are attributed: in the house style where none is given. A field that is not known goes away with the space and punctuation before it.
 * Words of an interviewer or supporter always say so: at `{aside}`, else in brackets at the end.
 */
export function renderAttribution(style: AttributionStyle | null | undefined, facts: AttributionFacts): string {
  if (!style) return attribute(facts, facts.speaker);
  const written = joined(piecesOf(style.parts, facts)).replace(/\s+/g, ' ').trim() || 'Source not known';
  const aside = asideOf(facts.speaker);
  return aside === null || names(style.parts, 'aside') ? written : `${written} (${aside})`;
}

/** Whether a template prints a field anywhere. */
export function names(parts: readonly StylePart[], field: StyleField): boolean {
  return parts.some(part =>
    part.kind === 'option'
      ? names(part.parts, field)
      : part.kind === 'field' && part.alternatives.some(one => 'field' in one && one.field === field),
  );
}

const methods: Readonly<Record<SourceKind, string | null>> = {
  interview: 'Interview',
  'focus group': 'FG',
  'advisory group': 'Advisory Group member',
  document: 'Document',
  email: 'Email',
  unknown: null,
};

function printedBy(one: Alternative, facts: AttributionFacts): string | null {
  if ('words' in one) return one.words;
  switch (one.field) {
    case 'method':
      return methods[facts.kind];
    case 'phase':
      return facts.phase === null ? null : `phase ${facts.phase}`;
    case 'speaker':
      return facts.speaker?.name || null;
    case 'source':
      return facts.title || null;
    case 'aside':
      return asideOf(facts.speaker);
    case 'group':
    case 'participant':
    case 'role':
      return facts[one.field] || null;
  }
}

/** `gap`: here stood a field that is not known. */
type Piece = { readonly kind: 'words' | 'value'; readonly text: string } | { readonly kind: 'gap' };

function piecesOf(parts: readonly StylePart[], facts: AttributionFacts): readonly Piece[] {
  return parts.flatMap((part): readonly Piece[] => {
    if (part.kind === 'words') return [{ kind: 'words', text: part.words }];
    if (part.kind === 'field') {
      const value = firstKnown(part.alternatives, facts);
      return [value === null ? { kind: 'gap' } : { kind: 'value', text: value }];
    }
    const whole = part.parts.every(one => one.kind !== 'field' || firstKnown(one.alternatives, facts) !== null);
    return whole ? piecesOf(part.parts, facts) : [];
  });
}

function firstKnown(alternatives: readonly Alternative[], facts: AttributionFacts): string | null {
  for (const one of alternatives) {
    const value = printedBy(one, facts);
    if (value !== null) return value;
  }
  return null;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '“': '”', '‘': '’' };

/** Pieces as one text. A gap takes the space and punctuation before it along, and what would close a bracket opened there; at the start, the space and punctuation after it. */
function joined(pieces: readonly Piece[]): string {
  let out = '';
  let fixed = 0;
  let closing: string[] = [];
  let begun = false;
  for (const piece of pieces) {
    if (piece.kind === 'gap') {
      const tail = /[\s,;:.·|/–—\-(“‘]*$/u.exec(out.slice(fixed))?.[0] ?? '';
      out = out.slice(0, out.length - tail.length);
      closing = [...closing, ...[...tail].flatMap(sign => closers[sign] ?? [])];
      continue;
    }
    let { text } = piece;
    while (closing.length > 0 && text.startsWith(closing.at(-1) ?? '\0')) {
      text = text.slice(1);
      closing.pop();
    }
    if (piece.kind === 'words' && !begun && out === '') text = text.replace(/^[\s,;:.·|/–—-]+/u, '');
    out += text;
    if (piece.kind === 'value') fixed = out.length;
    begun = begun || piece.kind === 'value';
  }
  return out;
}
