import { useState } from 'react';
import type { Attribute } from '../../../shared/model/people.ts';
import { Select } from '../../ui/Select.tsx';
import css from './People.module.css';

/** A cell that is typed into; kept on leaving it or with Enter, given up with Escape. `onKeep` says whether it was taken. */
export function TextCell({
  label,
  value,
  onKeep,
  list,
  narrow,
}: {
  readonly label: string;
  readonly value: string;
  readonly onKeep: (value: string) => Promise<boolean>;
  /** Id of a list of proposals. */
  readonly list?: string;
  readonly narrow?: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    if (typed === null || typed.trim() === value) return setTyped(null);
    if (await onKeep(typed.trim())) setTyped(null);
  };
  return (
    <input
      className={narrow ? css.narrow : css.cell}
      aria-label={label}
      value={typed ?? value}
      maxLength={500}
      {...(list && { list })}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={event => {
        if (event.key === 'Enter') void keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** The value of an attribute: chosen where there are choices, else typed. */
export function ValueCell({
  attribute,
  of,
  value,
  onKeep,
}: {
  readonly attribute: Attribute;
  /** Whose it is. */
  readonly of: string;
  readonly value: string;
  readonly onKeep: (value: string) => Promise<boolean>;
}) {
  const label = `${attribute.name} of ${of}`;
  const choices = attribute.kind === 'yes-no' ? ['yes', 'no'] : attribute.kind === 'choice' ? attribute.choices : null;
  if (!choices) return <TextCell label={label} value={shown(attribute, value)} onKeep={onKeep} />;
  return (
    <Select
      label={label}
      hideLabel
      look="quiet"
      value={value}
      choices={[{ id: '', name: '–' }, ...choices.map(choice => ({ id: choice, name: choice }))]}
      onChange={chosen => void onKeep(chosen)}
    />
  );
}

/** A date as people write it here; everything else as it is kept. */
function shown({ kind }: Attribute, value: string): string {
  return kind === 'date' ? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1') : value;
}
