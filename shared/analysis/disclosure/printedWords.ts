import type { PrintedProse } from './input.ts';

/** What holds no words of anybody: ids, and places in a source. */
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?::\d+-\d+)?$/i;

/**
 * Every text that a document is made of, at any depth of its plain data, so that no field of it goes unread. `what` names the document.
 * The owner of a text is the last thing with an id above it, and the names of the fields that lead to it. Runs of one paragraph are read as one text.
 */
export function wordsPrinted(what: string, printed: unknown): readonly PrintedProse[] {
  const found = new Map<string, PrintedProse>();
  const take = (text: string, owner: string, names: readonly string[]) => {
    if (text.trim() === '' || id.test(text)) return;
    const where = names.length === 0 ? what : `${what}, under “${names.slice(-2).join(', ')}”`;
    const one = { where, text, owner: `${owner}:${names.join('.')}` };
    found.set(`${one.owner} ${text}`, one);
  };
  const walk = (value: unknown, owner: string, names: readonly string[]): void => {
    if (typeof value === 'string') take(value, owner, names);
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value) || value instanceof Set) {
      for (const one of value) walk(one, owner, names);
      return;
    }
    if (value instanceof Map) {
      for (const [key, one] of value) walk(one, ownerOf({ id: key }, owner), names);
      return;
    }
    const here = ownerOf(value, owner);
    for (const [name, one] of Object.entries(value)) {
      if (name === 'runs' && Array.isArray(one)) take(one.map(run => String(run.text)).join(''), here, names);
      else walk(one, here, [...names, name]);
    }
  };
  walk(printed, what, []);
  return [...found.values()];
}

function ownerOf(value: object, above: string): string {
  const own = 'id' in value ? value.id : 'key' in value ? value.key : null;
  return typeof own === 'string' && id.test(own) ? own : above;
}
