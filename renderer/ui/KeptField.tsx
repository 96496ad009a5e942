import { useState } from 'react';
import { type FieldProps, TextField } from './Field.tsx';

/** A text field whose words are kept on leaving it or with Enter, and given up with Escape. What is typed outlives changes of other facts. */
export function KeptField({
  value,
  required,
  onKeep,
  ...props
}: Omit<FieldProps, 'onChange' | 'onBlur' | 'onKeyDown'> & {
  /** Called with the trimmed words if they are others; none only where the field is not required. */
  readonly onKeep: (words: string) => Promise<unknown> | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    const words = typed?.trim();
    if (words !== undefined && words !== value && !(required && words === '')) await onKeep(words);
    setTyped(now => (now === typed ? null : now));
  };
  return (
    <TextField
      {...props}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => void keep()}
      onKeyDown={event => {
        if (event.key === 'Enter') void keep();
        else if (event.key === 'Escape' && typed !== null) setTyped(null);
        else return;
        event.stopPropagation();
      }}
    />
  );
}
