import { call } from '../contract/client.ts';
import type { Workspace } from './workspace.ts';

/** A transcript with names in all their forms. */
export const interview = `Interviewer: Who helps you, Kezia?

CYP1: Mr Oyelaran does. Kezia’s not my real name, it's Kezia Brannigan-Holt. I met mr oyelaran at Thornwick Academy.

CYP1: KEZIA they shouted. Grace said so too. Say grace first. Kezai, some wrote.
`;
/** Words of which none may be left. */
export const names = ['Kezia', 'Brannigan', 'Oyelaran', 'Thornwick'];
export const entries = [
  { label: '[young person]', kind: 'person' as const, terms: ['Kezia', 'Kezia Brannigan-Holt'] },
  { label: '[mentor]', kind: 'person' as const, terms: ['Mr Oyelaran', 'Oyelaran'] },
  { label: '[school]', kind: 'school' as const, terms: ['Thornwick Academy'] },
];

/** Short ways to replace words of a workspace, and to take that back. */
export const redactionActs = (on: () => Workspace) => ({
  redact: (more: object = {}) =>
    call(on().client, 'replacement.apply', { ...on().on(), entries, keep: 'key', ...more }),
  makeKey: () => call(on().client, 'key.make', { ...on().on(), passphrase: 'quiet harbour' }),
  undo: () => call(on().client, 'history.undo', on().on()),
  redo: () => call(on().client, 'history.redo', on().on()),
});
