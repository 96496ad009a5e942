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
  /** For a table's cell: no wider than its words; `quiet` leaves its edge out until it is pointed at or focused. */
  readonly look?: 'cell' | 'quiet';
};

/** One choice of a list that opens. */
export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  hideLabel,
  disabled,
  look,
}: ChoiceProps<T>) {
  const choose = (key: React.Key | null) => {
    const choice = choices.find(one => one.id === key);
    if (choice) onChange(choice.id);
  };
  const looks = [css.select, look ? css.selectCell : '', look === 'quiet' ? css.selectQuiet : ''];
  return (
    <AriaSelect
      className={css.field ?? ''}
      value={value}
      onChange={choose}
      isDisabled={disabled ?? false}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={css.label ?? ''}>{label}</Label>}
      <Button className={looks.filter(Boolean).join(' ')}>
        <SelectValue className={css.selectValue ?? ''}>{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" size={14} />
      </Button>
      <Popover className={css.popover ?? ''}>
        <ListBox items={choices} className={css.choices ?? ''}>
          {choice => (
            <ListBoxItem className={css.item ?? ''} textValue={choice.name}>
              {({ isSelected }) => (
                <>
                  <span className={css.tick}>{isSelected && <Icon name="check" size={14} />}</span>
                  {choice.name}
                </>
              )}
            </ListBoxItem>
          )}
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
