/** An outcome as a framework file gives it. */
export type OutcomeInput = {
  readonly number: number;
  readonly title: string;
  readonly statement: string;
  /** Where its definition comes from. */
  readonly citation?: string | undefined;
  /** Added by the team to a framework of others. */
  readonly own?: boolean | undefined;
};

/** The nine outcomes that a study starts with. They are data: a team edits them or loads its own. */
export const defaultFrameworkTitle = 'Nine outcomes';

export const defaultOutcomes: readonly OutcomeInput[] = [
  {
    number: 1,
    title: 'Involvement',
    statement:
      'How children, young people, families, communities and professionals take part in the evaluation, from its planning to its end.',
  },
  {
    number: 2,
    title: 'Reasons for joining',
    statement:
      'Why children and young people become involved in serious violence, in their own words and in those of the people around them.',
  },
  {
    number: 3,
    title: 'Interventions',
    statement: 'Which parts of the support work, for whom, and what makes them work.',
  },
  {
    number: 4,
    title: 'Positive outcomes',
    statement: 'What changes for the better for children, young people and their families.',
  },
  {
    number: 5,
    title: 'Resilience',
    statement:
      'Which tools, policies and ways of working help children, families and communities to withstand and recover.',
  },
  {
    number: 6,
    title: 'Partnership',
    statement: 'How professionals and agencies work together, and what helps or hinders them.',
  },
  {
    number: 7,
    title: 'Cost savings',
    statement: 'What the programme may save public services, set out with the figures that support it.',
  },
  {
    number: 8,
    title: 'Inclusivity',
    statement: 'Who is not yet reached, and how the programme could meet the needs of more children and young people.',
  },
  {
    number: 9,
    title: 'Local areas and services',
    statement: 'What can be learnt about places, and about how local services work together in them.',
  },
];
