import { InvalidArgumentError } from 'commander';
import { type SourceKind, sourceKinds } from '../../../shared/model/kinds.ts';

/** Reads a whole number from `least` to `most`. @throws InvalidArgumentError, which is wrong usage. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It should be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** Reads a kind of source, in any case. */
export function sourceKind(text: string): SourceKind {
  const kind = sourceKinds.find(one => one === text.trim().toLowerCase());
  if (kind === undefined) throw new InvalidArgumentError(`It should be one of: ${sourceKinds.join(', ')}.`);
  return kind;
}

/** Reads one of `choices`, as it is written. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return text => {
    const choice = choices.find(one => one === text);
    if (choice === undefined) throw new InvalidArgumentError(`It should be one of: ${choices.join(', ')}.`);
    return choice;
  };
}
