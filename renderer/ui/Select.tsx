import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import css from './controls.module.css';
import { Icon } from './icons.tsx';

type Choice<T extends string> = { readonly id: T; readonly name: string };
type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
};

/** One choice of a list that opens. */
export function Select<T extends string>({ label, value, choices, onChange, hideLabel, disabled }: ChoiceProps<T>) {
  const choose = (key: React.Key | null) => {
    const choice = choices.find(one => one.id === key);
    if (choice) onChange(choice.id);
  };
  return (
    <AriaSelect
      className={css.field ?? ''}
      value={value}
      onChange={choose}
      isDisabled={disabled ?? false}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={css.label ?? ''}>{label}</Label>}
      <Button className={css.select ?? ''}>
        <SelectValue />
        <Icon name="down" size={12} />
      </Button>
      <Popover className={css.popover ?? ''}>
        <ListBox items={choices}>
          {choice => <ListBoxItem className={css.item ?? ''}>{choice.name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One choice of a few that all show. */
export function Segmented<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>) {
  return (
    <ToggleButtonGroup
      className={css.segmented ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const choice = choices.find(one => keys.has(one.id));
        if (choice) onChange(choice.id);
      }}
    >
      {choices.map(choice => (
        <ToggleButton key={choice.id} id={choice.id} className={css.segment ?? ''}>
          {choice.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
