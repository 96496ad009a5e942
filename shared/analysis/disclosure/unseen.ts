/** Told where the words of the table of replacements are not at hand. */
export const namesUnseen =
  'Leftover names: the key is closed or there is none, so the words behind the replacements are not known here. Open the key to have them looked for.';

/** What the check can't see, in sentences: it promises nothing more than it looked at. */
export function cannotSee(options: {
  /** Whether the words of the table of replacements are at hand. */
  readonly names: boolean;
  /** Whether the export prints the words as they were spoken. */
  readonly asSpoken: boolean;
  /** Whether attributes of participants were taken to be printed. */
  readonly attributes: boolean;
}): readonly string[] {
  return [
    ...(options.asSpoken
      ? [
          'Names: this is printed as spoken, so words that have a replacement are printed on purpose and were not looked for.',
        ]
      : options.names
        ? []
        : [namesUnseen]),
    'Names, places and bodies that are not in the table of replacements.',
    'Likeness of voice: a turn of phrase or a way of speaking by which somebody is known.',
    'What a reader knows already: an event in a quote may tell a neighbour, a teacher or a worker who is speaking.',
    'How many people stand behind one speaker where a transcript does not tell them apart, unless the head of its file says so.',
    'Gender, age or kinship told in other words than the English ones it looks for, or in another language.',
    ...(options.attributes
      ? []
      : ['Attributes of participants: they were not taken to be printed, so rare combinations were not looked for.']),
    'Other texts about the study: what is printed elsewhere can be put together with this.',
  ];
}
