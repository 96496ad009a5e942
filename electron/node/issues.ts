import type { z } from 'zod';

/** A field of an input and what is wrong with it, in words that a person can act on. */
export type PlainIssue = { readonly field: string; readonly message: string };

type Issue = z.core.$ZodIssue;

/** Zod's issues in plain words. `input` tells a missing field from one of the wrong type; its values are never repeated. */
export function plainIssues(issues: readonly Issue[], input: unknown): readonly PlainIssue[] {
  return issues.map(issue => ({
    field: fieldName(issue.path),
    message: predicate(issue, valueAt(input, issue.path) === undefined),
  }));
}

/** One line for people: what was asked for, and each field at fault. */
export function sentence(method: string, issues: readonly PlainIssue[]): string {
  const faults = issues.map(({ field, message }) => (field === '' ? `the input ${message}` : `${field} ${message}`));
  return `Not possible as asked (${method}): ${faults.join('; ')}.`;
}

function predicate(issue: Issue, missing: boolean): string {
  if (missing && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${article(issue.expected)}`;
    case 'invalid_value':
      return `is none of ${issue.values.map(value => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
      return 'has none of the forms that are understood';
    case 'too_small':
      return issue.message.startsWith('Too small') ? `${measure(issue.origin)} below ${issue.minimum}` : issue.message;
    case 'too_big':
      return issue.message.startsWith('Too big') ? `${measure(issue.origin)} above ${issue.maximum}` : issue.message;
    case 'invalid_format':
      return 'is not of the right form';
    default:
      return issue.message;
  }
}

function measure(origin: string): string {
  return origin === 'array' || origin === 'string' ? 'has a length' : 'is';
}

function article(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
