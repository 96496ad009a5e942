import { useId, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { withTerm } from './draft.ts';
import formCss from './Form.module.css';
import panelCss from './Panel.module.css';

/** Words that mean one thing: those that are there, and a field for more. `fixed` are in the table and stay. */
export function TermChips({
  terms,
  fixed = [],
  offered = [],
  onChange,
  label = 'Words that mean the same',
  hint,
  autoFocus,
}: {
  readonly terms: readonly string[];
  readonly fixed?: readonly string[];
  /** Words that may mean the same, to be added by a press. */
  readonly offered?: readonly string[];
  readonly onChange: (terms: readonly string[]) => void;
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const name = useId();
  const add = () => {
    const next = withTerm(terms, typed);
    setTyped('');
    if (next !== terms && !fixed.includes(next.at(-1) ?? '')) onChange(next);
  };
  return (
    <div className={formCss.terms}>
      <span className={formCss.label} id={name}>
        {label}
      </span>
      <div className={formCss.chips}>
        {fixed.length + terms.length > 0 && (
          <ul aria-labelledby={name}>
            {fixed.map(words => (
              <li key={words} className={formCss.chip}>
                {words}
              </li>
            ))}
            {terms.map(words => (
              <li key={words} className={formCss.chip}>
                {words}
                <button
                  type="button"
                  aria-label={`Leave out “${words}”`}
                  onClick={() => onChange(terms.filter(one => one !== words))}
                >
                  <Icon name="close" size={12} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className={formCss.adding}>
          <TextField
            label={terms.length + fixed.length > 0 ? 'Other words for it' : 'Words to replace'}
            hideLabel
            placeholder={terms.length + fixed.length > 0 ? 'Other words for it' : 'A name, place, school …'}
            value={typed}
            onChange={setTyped}
            autoFocus={autoFocus ?? false}
            onBlur={add}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add();
            }}
          />
          <IconButton icon="plus" label="Add these words" onPress={add} disabled={typed.trim() === ''} />
        </div>
      </div>
      {offered.some(words => !terms.includes(words)) && (
        <p className={formCss.offered}>
          Perhaps the same:
          {offered
            .filter(words => !terms.includes(words))
            .map(words => (
              <Button
                key={words}
                icon="plus"
                look="quiet"
                label={`Add “${words}”`}
                onPress={() => onChange([...terms, words])}
              >
                {words}
              </Button>
            ))}
        </p>
      )}
      {hint && <span className={panelCss.hint}>{hint}</span>}
    </div>
  );
}
