import { expect, test } from 'vitest';
import { withoutSaving } from '../../../renderer/client/saving.ts';
import { isMethodName, methods } from '../../../shared/api/methods.ts';

test('no query counts as a change that has to be saved', () => {
  const queries = Object.keys(methods).filter(name => isMethodName(name) && methods[name].kind === 'query');
  expect(queries.filter(name => isMethodName(name) && !withoutSaving.has(name))).toEqual([]);
});
