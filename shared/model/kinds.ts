/** How a source was made. The spellings are those of the command line and of `sources.csv`. */
export const sourceKinds = ['interview', 'focus group', 'advisory group', 'document', 'email', 'unknown'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** The groups that the default evaluation hears from; a study may use others. */
export const knownGroups = ['CYP', 'Parent/Carer', 'Professional', 'Advisory Group', 'Staff'] as const;

/** Formats that can be imported. */
export const sourceFormats = ['txt', 'md', 'docx', 'odt', 'rtf', 'pdf', 'vtt', 'srt', 'sbv'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/**
 * What a speaker is in a source. A `supporter` is a second speaker who sits in (a mentor in a young person's interview).
 * Words of an `interviewer` are never counted as evidence.
 */
export const speakerRoles = ['participant', 'supporter', 'interviewer'] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

export const codeKinds = ['semantic', 'latent'] as const;
export type CodeKind = (typeof codeKinds)[number];

export const themeStatuses = ['candidate', 'reviewed', 'defined'] as const;
export type ThemeStatus = (typeof themeStatuses)[number];
