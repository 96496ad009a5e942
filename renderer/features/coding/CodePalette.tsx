import Fuse from 'fuse.js';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { Icon } from '../../ui/icons.tsx';
import { CodeSign, Kbd } from '../../ui/signs.tsx';
import css from './Coding.module.css';

export type Chosen = { readonly code: CodeId } | { readonly newCode: string };
type Props = {
  readonly codes: readonly Code[];
  /** Most recently used first. */
  readonly recent: readonly CodeId[];
  /** Codes that stand on exactly this selection. */
  readonly here: ReadonlySet<CodeId>;
  readonly words: string;
  readonly style: { readonly left: number; readonly top: number };
  readonly onApply: (chosen: Chosen, stay: boolean) => void;
  readonly onClose: () => void;
};

type Option = { readonly id: string; readonly chosen: Chosen; readonly code: Code | null };
const shown = 40;
const inVivoLength = 60;

/** Codes for the selected words: search, choose, or make one by typing its name. Never covers the selection. */
export function CodePalette({ codes, recent, here, words, style, onApply, onClose }: Props) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  const typed = text.trim();
  const options = useMemo(() => offered(codes, recent, typed), [codes, recent, typed]);
  const inVivo = words.replace(/\s+/g, ' ').slice(0, inVivoLength).trim();
  const choose = (option: Option | undefined, stay: boolean) => {
    if (!option) return;
    onApply(option.chosen, stay);
    if (!stay) return;
    setText('');
    setActive(0);
  };
  const onKey = (event: KeyboardEvent) => {
    const digit = /^[1-5]$/.test(event.key) && typed === '' ? Number(event.key) - 1 : null;
    if (event.key === 'ArrowDown') setActive(now => Math.min(options.length - 1, now + 1));
    else if (event.key === 'ArrowUp') setActive(now => Math.max(0, now - 1));
    else if (event.key === 'Enter') choose(options[active], event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') onClose();
    else if (event.altKey && event.key.toLowerCase() === 'v') onApply({ newCode: inVivo }, false);
    else if (digit !== null && options[digit]) choose(options[digit], false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className={css['palette']}
      style={style}
      role="dialog"
      aria-label="Code the selected words"
      data-palette
    >
      <input
        ref={input}
        role="combobox"
        aria-label="Name a code, or choose one"
        aria-expanded="true"
        aria-controls="palette-codes"
        aria-activedescendant={options[active] ? `palette-${options[active].id}` : undefined}
        placeholder="Name a code, or choose one"
        value={text}
        onChange={event => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
        onBlur={event => !box.current?.contains(event.relatedTarget) && onClose()}
      />
      <ul id="palette-codes" role="listbox" aria-label="Codes">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and all keys
          <li
            key={option.id}
            id={`palette-${option.id}`}
            role="option"
            aria-selected={index === active}
            className={css['option']}
            onPointerMove={() => setActive(index)}
            onMouseDown={event => event.preventDefault()}
            onClick={event => choose(option, event.ctrlKey || event.metaKey)}
          >
            <kbd aria-hidden="true">{typed === '' && index < 5 ? index + 1 : ''}</kbd>
            {option.code ? (
              <>
                <CodeSign sigil={option.code.sigil} hue={option.code.hue} />
                <span className={css['optionName']}>{option.code.name}</span>
                {here.has(option.code.id) ? (
                  <span className={css['here']}>
                    <Icon name="check" size={14} />
                    here
                  </span>
                ) : (
                  <span className={css['count']}>{option.code.extracts}</span>
                )}
              </>
            ) : (
              <span className={css['optionName']}>New code “{typed}”</span>
            )}
          </li>
        ))}
        {options.length === 0 && <li className={css['quiet']}>Type a name for the first code.</li>}
      </ul>
      {inVivo !== '' && (
        <button
          type="button"
          className={css['inVivo']}
          onMouseDown={event => event.preventDefault()}
          onClick={() => onApply({ newCode: inVivo }, false)}
        >
          In their words: <q>{inVivo}</q>
          <Kbd>Alt V</Kbd>
        </button>
      )}
      <div className={css['paletteFoot']}>
        <span>Enter applies</span>
        <span>Ctrl Enter applies and stays</span>
        <span>Esc closes</span>
      </div>
    </div>
  );
}

/** Without a word typed: recent codes, then the others. With one: what is like it, and a new code of that name unless there is one. */
function offered(codes: readonly Code[], recent: readonly CodeId[], typed: string): readonly Option[] {
  const option = (code: Code): Option => ({ id: code.id, chosen: { code: code.id }, code });
  if (typed === '') {
    const rank = (code: Code) => (recent.includes(code.id) ? recent.indexOf(code.id) : recent.length);
    return codes
      .toSorted((a, b) => rank(a) - rank(b) || b.extracts - a.extracts)
      .slice(0, shown)
      .map(option);
  }
  const found = new Fuse(codes, {
    keys: [{ name: 'name', weight: 3 }, 'definition'],
    threshold: 0.38,
    ignoreLocation: true,
  })
    .search(typed, { limit: shown })
    .map(hit => option(hit.item));
  const exists = codes.some(code => code.name.toLowerCase() === typed.toLowerCase());
  return exists ? found : [...found, { id: 'new', chosen: { newCode: typed }, code: null }];
}
