import { type ReactNode, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { Button } from './Button.tsx';
import css from './Chooser.module.css';
import controls from './controls.module.css';
import { Dialog } from './Dialog.tsx';
import { Icon } from './icons.tsx';
import { ranked } from './ranked.ts';

export type Choice = {
  readonly id: string;
  readonly name: string;
  readonly sign?: ReactNode;
  /** What typed letters are looked for in; the name unless given. */
  readonly find?: string;
  /** In a quiet hand at the right. */
  readonly note?: string;
};

/**
 * Picks from a list by a few typed letters. With `chosen`, each pick takes one in or out at once and the dialog stays;
 * without it, the first pick is the answer.
 */
export function Chooser({
  title,
  field,
  choices,
  chosen,
  none,
  onPick,
  onClose,
}: {
  readonly title: string;
  /** Name of the field, such as "Find a theme". */
  readonly field: string;
  readonly choices: readonly Choice[];
  readonly chosen?: ReadonlySet<string>;
  /** Said where nothing has these letters. */
  readonly none: string;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const several = chosen !== undefined;
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      width={480}
      foot={
        several && (
          <Button large look="primary" onPress={onClose}>
            Done
          </Button>
        )
      }
    >
      {/* One Escape closes: the field would take the first to empty itself, and the list the next to clear what is chosen. */}
      <div
        className={css.chooser}
        onKeyDownCapture={event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
          <SearchField aria-label={field} autoFocus>
            <span className={controls.search}>
              <Icon name="search" />
              <Input className={controls.input ?? ''} placeholder={field} />
            </span>
          </SearchField>
          <ListBox
            aria-label={title}
            className={css.list ?? ''}
            items={ranked(choices, typed)}
            style={{ height: Math.min(380, 8 + choices.length * 32) }}
            dependencies={[chosen]}
            renderEmptyState={() => <p className={css.none}>{none}</p>}
            {...(several
              ? {
                  selectionMode: 'multiple' as const,
                  escapeKeyBehavior: 'none' as const,
                  selectedKeys: chosen,
                  onSelectionChange: keys => {
                    const changed = choices.find(one => keys !== 'all' && keys.has(one.id) !== chosen.has(one.id));
                    if (changed) onPick(changed.id);
                  },
                }
              : { onAction: key => onPick(String(key)) })}
          >
            {choice => (
              <ListBoxItem textValue={choice.find ?? choice.name} className={css.item ?? ''}>
                {({ isSelected }) => (
                  <>
                    {several && <span className={css.tick}>{isSelected && <Icon name="check" size={14} />}</span>}
                    {choice.sign}
                    <span className={css.name}>{choice.name}</span>
                    {choice.note && <small>{choice.note}</small>}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
