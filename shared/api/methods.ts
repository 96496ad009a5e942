import type { z } from 'zod';
import { analysisMethods } from './methods/analysis.ts';
import { anonymityMethods } from './methods/anonymity.ts';
import { appMethods } from './methods/app.ts';
import { codebookMethods } from './methods/codebook.ts';
import { codingMethods } from './methods/coding.ts';
import { disclosureMethods } from './methods/disclosure.ts';
import { historyMethods } from './methods/history.ts';
import { importingMethods } from './methods/importing.ts';
import { memoMethods } from './methods/memo.ts';
import { peopleMethods } from './methods/people.ts';
import { preparedQuoteMethods } from './methods/preparedQuote.ts';
import { reportMethods } from './methods/report.ts';
import { searchMethods } from './methods/search.ts';
import { readingMethods, sourceMethods } from './methods/source.ts';
import { studyMethods } from './methods/study.ts';
import { themeMethods } from './methods/theme.ts';
import { writingMethods } from './methods/writing.ts';

/** Every call that any host answers: the whole contract between the app's face and its core. */
export const methods = {
  ...appMethods,
  ...studyMethods,
  ...importingMethods,
  ...sourceMethods,
  ...readingMethods,
  ...codebookMethods,
  ...codingMethods,
  ...searchMethods,
  ...analysisMethods,
  ...themeMethods,
  ...memoMethods,
  ...peopleMethods,
  ...anonymityMethods,
  ...disclosureMethods,
  ...reportMethods,
  ...preparedQuoteMethods,
  ...writingMethods,
  ...historyMethods,
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type InputOf<Name extends MethodName> = z.output<Methods[Name]['input']>;
export type OutputOf<Name extends MethodName> = NonNullable<Methods[Name]['output']> | NullIn<Methods[Name]['output']>;
type NullIn<T> = null extends T ? null : never;

/** Narrows a string from outside to a method's name. */
export function isMethodName(value: string): value is MethodName {
  return Object.hasOwn(methods, value);
}
