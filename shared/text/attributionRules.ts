import type { SourceFacts } from '../model/entities.ts';

/** A form of the house style. The first rule that applies names the source; `{group}` and `{participant}` are filled in. */
export type AttributionRule = {
  readonly applies: (facts: Pick<SourceFacts, 'kind' | 'group' | 'participant'>) => boolean;
  readonly form: string;
};

/** The house style for sources, most particular first. A phase is added after the form, a second speaker after the phase. */
export const attributionRules: readonly AttributionRule[] = [
  { applies: ({ kind, participant }) => kind === 'interview' && participant !== null, form: 'Interview {participant}' },
  { applies: ({ kind, group }) => kind === 'interview' && group !== null, form: '{group} Interview' },
  { applies: ({ kind }) => kind === 'interview', form: 'Interview' },
  { applies: ({ kind, group }) => kind === 'focus group' && group !== null, form: '{group} FG' },
  { applies: ({ kind }) => kind === 'focus group', form: 'Focus group' },
  { applies: ({ kind }) => kind === 'advisory group', form: 'Advisory Group member' },
  { applies: ({ kind, group }) => kind === 'email' && group !== null, form: '{group} Email' },
  { applies: ({ kind }) => kind === 'email', form: 'Email' },
  { applies: ({ kind, group }) => kind === 'document' && group !== null, form: '{group} Document' },
  { applies: ({ kind }) => kind === 'document', form: 'Document' },
  { applies: ({ participant }) => participant !== null, form: '{participant}' },
  { applies: ({ group }) => group !== null, form: '{group}' },
  { applies: () => true, form: 'Source not known' },
];
