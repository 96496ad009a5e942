import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';
import css from './controls.module.css';
import { Icon, type IconName } from './icons.tsx';

type Look = 'normal' | 'primary' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: Look;
  readonly large?: boolean;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly className?: string | undefined;
};

/** A button whose words are a verb. `label` replaces them for a screen reader where they need more. */
export function Button({
  children,
  onPress,
  look = 'normal',
  large,
  icon,
  disabled,
  autoFocus,
  type = 'button',
  label,
  className,
}: ButtonProps) {
  const classes = [css.button, look === 'normal' ? '' : css[look], large ? css.large : '', className ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <AriaButton
      className={classes}
      type={type}
      isDisabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
      {...(onPress && { onPress })}
      {...(label && { 'aria-label': label })}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

/** A button with an icon alone; its name shows as a tooltip with its key. */
export function IconButton({
  icon,
  label,
  onPress,
  shortcut,
  disabled,
  pressed,
  slot,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress?: () => void;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly slot?: string;
}) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton
        className={`${css.button} ${css.icon}`}
        aria-label={label}
        isDisabled={disabled ?? false}
        {...(slot && { slot })}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(onPress && { onPress })}
      >
        <Icon name={icon} />
      </AriaButton>
      <AriaTooltip className={css.tooltip ?? ''}>
        {label}
        {shortcut && ` (${shortcut})`}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

/** Words that explain the one focusable element inside, shown when it is pointed at or focused. */
export function Tooltip({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ReactElement<object, string>;
}) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <AriaTooltip className={css.tooltip ?? ''}>{words}</AriaTooltip>
    </TooltipTrigger>
  );
}
