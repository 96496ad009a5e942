import type { SourceKind } from '../../shared/model/kinds.ts';

/** Kinds of sources as people read them. */
export const kindNames: Readonly<Record<SourceKind, string>> = {
  interview: 'Interview',
  'focus group': 'Focus group',
  'advisory group': 'Advisory group',
  document: 'Document',
  email: 'E-mail',
  unknown: 'Not known',
};
