import type { KeyboardEvent, Ref } from 'react';
import {
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Input,
  Label,
} from 'react-aria-components';
import css from './controls.module.css';
import { Icon } from './icons.tsx';

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly className?: string | undefined;
};

function Frame({
  label,
  hideLabel,
  hint,
  error,
  children,
}: Pick<FieldProps, 'label' | 'hideLabel' | 'hint' | 'error'> & { readonly children: React.ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? 'visually-hidden' : (css.label ?? '')}>{label}</Label>
      {children}
      {hint && !error && <span className={css.hint}>{hint}</span>}
      {error && (
        <span className={css.error} role="alert">
          <Icon name="warning" size={14} />
          {error}
        </span>
      )}
    </>
  );
}

/** One line of text with its label, a hint, and an error in its place. */
export function TextField({
  type = 'text',
  inputRef,
  ...props
}: FieldProps & { readonly type?: 'text' | 'password'; readonly inputRef?: Ref<HTMLInputElement> }) {
  return (
    <AriaTextField {...fieldProps(props)} type={type}>
      <Frame {...props}>
        <Input
          className={css.input ?? ''}
          placeholder={props.placeholder ?? ''}
          {...(inputRef && { ref: inputRef })}
          {...(props.onKeyDown && { onKeyDown: props.onKeyDown })}
        />
      </Frame>
    </AriaTextField>
  );
}

/** Several lines of text. */
export function TextArea({ rows = 3, ...props }: FieldProps & { readonly rows?: number }) {
  return (
    <AriaTextField {...fieldProps(props)}>
      <Frame {...props}>
        <AriaTextArea
          className={css.input ?? ''}
          rows={rows}
          placeholder={props.placeholder ?? ''}
          {...(props.onKeyDown && { onKeyDown: props.onKeyDown })}
        />
      </Frame>
    </AriaTextField>
  );
}

/** A field to search or filter by; Escape empties it. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  autoFocus,
  onKeyDown,
  inputRef,
}: FieldProps & { readonly inputRef?: Ref<HTMLInputElement> }) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} autoFocus={autoFocus ?? false}>
      <span className={css.search}>
        <Icon name="search" />
        <Input
          className={css.input ?? ''}
          placeholder={placeholder ?? label}
          {...(inputRef && { ref: inputRef })}
          {...(onKeyDown && { onKeyDown })}
        />
      </span>
    </AriaSearchField>
  );
}

function fieldProps({ value, onChange, error, autoFocus, required, onBlur, className }: FieldProps) {
  return {
    className: `${css.field} ${className ?? ''}`,
    value,
    onChange,
    isInvalid: Boolean(error),
    autoFocus: autoFocus ?? false,
    isRequired: required ?? false,
    validationBehavior: 'aria' as const,
    ...(onBlur && { onBlur }),
  };
}
