import type { PrintedProse } from '../shared/analysis/disclosure/input.ts';
import { codeFacts } from './codes.ts';
import type { Reader } from './reader.ts';

/** What a codebook prints of its codes besides their names. */
export const codebookProse = (read: Reader): readonly PrintedProse[] =>
  codeFacts(read)
    .flatMap(({ name, definition, inclusion, exclusion, example }) => [
      { where: `definition of the code “${name}”`, text: definition },
      { where: `when to use the code “${name}”`, text: inclusion },
      { where: `when not to use the code “${name}”`, text: exclusion },
      { where: `example of the code “${name}”`, text: example },
    ])
    .filter(one => one.text.trim() !== '');
