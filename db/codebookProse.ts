import type { PrintedProse } from '../shared/analysis/disclosure/input.ts';
import { codeFacts } from './codes.ts';
import type { Reader } from './reader.ts';

/** What a codebook prints of its codes besides their names. */
export const codebookProse = (read: Reader): readonly PrintedProse[] =>
  codeFacts(read)
    .flatMap(({ id, name, definition, inclusion, exclusion, example }) => [
      { where: `definition of the code “${name}”`, text: definition, owner: `code:${id}:definition` },
      { where: `when to use the code “${name}”`, text: inclusion, owner: `code:${id}:inclusion` },
      { where: `when not to use the code “${name}”`, text: exclusion, owner: `code:${id}:exclusion` },
      { where: `example of the code “${name}”`, text: example, owner: `code:${id}:example` },
    ])
    .filter(one => one.text.trim() !== '');
