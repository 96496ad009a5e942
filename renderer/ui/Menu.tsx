import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import css from './controls.module.css';
import { Icon } from './icons.tsx';
import { Kbd } from './signs.tsx';

export type MenuEntry =
  | 'separator'
  | {
      readonly id: string;
      readonly name: string;
      readonly key?: string;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      /** Whether it is in force now, for what can be switched on and off. */
      readonly checked?: boolean;
      readonly onAction: () => void;
    };

/** A menu under the button given as child. */
export function Menu({
  label,
  entries,
  children,
  onOpenChange,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
  readonly onOpenChange?: (open: boolean) => void;
}) {
  return (
    <MenuTrigger {...(onOpenChange && { onOpenChange })}>
      {children}
      <Popover className={css.popover ?? ''}>
        <AriaMenu aria-label={label}>
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no other identity and never move
              <Separator key={index} className={css.separator ?? ''} />
            ) : (
              <MenuItem
                key={entry.id}
                className={css.item ?? ''}
                textValue={entry.name}
                isDisabled={entry.disabled ?? false}
                onAction={entry.onAction}
                {...(entry.danger && { 'data-danger': true })}
                {...(entry.checked !== undefined && { 'aria-label': `${entry.name}, ${entry.checked ? 'on' : 'off'}` })}
              >
                {entry.checked !== undefined && (
                  <span className={css.tick}>{entry.checked && <Icon name="check" size={14} />}</span>
                )}
                {entry.name}
                {entry.key && <Kbd>{entry.key}</Kbd>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
