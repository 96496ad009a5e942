import { replaceWords } from '../shared/text/occurrences.ts';
import type { Term } from './key/seal.ts';

/** Every string in a JSON value. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

/** A JSON value with the terms' labels in its strings; the very same where nothing was replaced. A template of attributions stays one. */
export function jsonAsPrinted(value: unknown, terms: readonly Term[]): unknown {
  return mapped(value, (text, key) =>
    key === 'template' ? templateAsPrinted(text, terms) : replaceWords(text, terms, { name: true }),
  );
}

function mapped(value: unknown, printed: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return printed(value, key);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, inner, mapped(inner, printed, name)] as const);
  if (entries.every(([, before, after]) => before === after)) return value;
  return Array.isArray(value)
    ? entries.map(([, , after]) => after)
    : Object.fromEntries(entries.map(([name, , after]) => [name, after]));
}

/** In a template a bracket begins a part that may go away, but not between quotation marks, where words are printed as they are. */
function templateAsPrinted(template: string, terms: readonly Term[]): string {
  const bare = terms.map(({ words, label }) => ({ words, label: `{"${label}"}` }));
  return template
    .split('"')
    .map((part, index) => replaceWords(part, index % 2 === 0 ? bare : terms))
    .join('"');
}
