import { Button, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import css from './controls.module.css';
import { Icon } from './icons.tsx';

type Choice = { readonly id: string; readonly name: string };

/** Several choices of a list that opens; none chosen means all of them, and says so in the words of `all`. */
export function Several({
  label,
  all,
  choices,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const names = choices.filter(choice => chosen.has(choice.id)).map(choice => choice.name);
  const shown = names.length === 0 ? all : names.length < 3 ? names.join(', ') : `${names.length} of ${choices.length}`;
  return (
    <DialogTrigger>
      <Button className={`${css.select} ${css.selectCell}`} aria-label={`${label}: ${shown}`}>
        <span className={css.selectValue}>{shown}</span>
        <Icon name="down" size={14} />
      </Button>
      <Popover className={css.popover ?? ''}>
        <ListBox
          aria-label={label}
          className={css.choices ?? ''}
          items={choices}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={keys =>
            onChange(new Set(choices.filter(choice => keys === 'all' || keys.has(choice.id)).map(choice => choice.id)))
          }
        >
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
    </DialogTrigger>
  );
}
