import Fuse from 'fuse.js';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { Icon } from '../../ui/icons.tsx';
import { CodeSign, Kbd } from '../../ui/signs.tsx';
import css from './CodePalette.module.css';
import { pathOf } from './path.ts';
import type { Chosen } from './useCodingActs.ts';
import { inVivoName } from './useCodingKeys.ts';

type Props = {
  readonly codes: readonly Code[];
  /** Most recently used first. */
  readonly recent: readonly CodeId[];
  readonly suggested: readonly CodeId[];
  /** Codes that stand on exactly these words. */
  readonly here: ReadonlySet<CodeId>;
  readonly words: string;
  /** Whether a code is put on the words, or takes the place of the chosen one. */
  readonly act: 'apply' | 'recode';
  readonly onApply: (chosen: Chosen, stay: boolean) => void;
  readonly onClose: () => void;
};

type Option = { readonly id: string; readonly chosen: Chosen; readonly code: Code | null };
const shown = 40;

/** Codes for the selected words: search, choose, or make one by typing its name. The field keeps the focus; the list follows its keys. */
export function CodePalette({ codes, recent, suggested, here, words, act, onApply, onClose }: Props) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const typed = text.trim();
  const options = useMemo(() => offered(codes, recent, suggested, typed), [codes, recent, suggested, typed]);
  const marked = options[active];
  useEffect(() => {
    if (marked) document.getElementById(`palette-${marked.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const inVivo = inVivoName(words);
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
    else if (event.key === 'Enter') choose(marked, (event.ctrlKey || event.metaKey) && act === 'apply');
    else if (event.key === 'Escape') onClose();
    else if (event.altKey && event.key.toLowerCase() === 'v') onApply({ newCode: inVivo }, false);
    else if (digit !== null && options[digit]) choose(options[digit], false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const title = act === 'apply' ? 'Code the selected words' : 'Put another code on these words';
  return (
    <div ref={box} className={css.palette} role="dialog" aria-label={title} data-palette>
      <input
        ref={input}
        role="combobox"
        aria-label="Name a code, or choose one"
        aria-expanded="true"
        aria-controls="palette-codes"
        aria-activedescendant={marked ? `palette-${marked.id}` : undefined}
        placeholder={act === 'apply' ? 'Name a code, or choose one' : 'Name the code to put here instead'}
        value={text}
        maxLength={500}
        onChange={event => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
        onBlur={event => !box.current?.contains(event.relatedTarget) && onClose()}
      />
      <div id="palette-codes" role="listbox" aria-label="Codes" className={css.options}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above has the focus and all keys
          <div
            key={option.id}
            id={`palette-${option.id}`}
            role="option"
            aria-selected={index === active}
            className={css.option}
            onPointerMove={() => setActive(index)}
            onMouseDown={event => event.preventDefault()}
            onClick={event => choose(option, (event.ctrlKey || event.metaKey) && act === 'apply')}
          >
            <span className={css.digit} aria-hidden="true">
              {typed === '' && index < 5 ? index + 1 : ''}
            </span>
            {option.code ? (
              <>
                <CodeSign sigil={option.code.sigil} hue={option.code.hue} />
                <span className={css.optionName}>
                  {option.code.name} <span className={css.path}>{pathOf(option.code, codes)}</span>
                </span>
                <Standing
                  code={option.code}
                  here={here}
                  suggested={typed === '' && suggested.includes(option.code.id)}
                />
              </>
            ) : (
              <span className={css.optionName}>New code “{typed}”</span>
            )}
          </div>
        ))}
        {options.length === 0 && <p className={css.quiet}>Type a name for the first code.</p>}
      </div>
      {inVivo !== '' && (
        <button
          type="button"
          className={css.inVivo}
          onMouseDown={event => event.preventDefault()}
          onClick={() => onApply({ newCode: inVivo }, false)}
        >
          In their words: <q>{inVivo}</q>
          <Kbd>Alt V</Kbd>
        </button>
      )}
      <div className={css.paletteFoot}>
        <span>Enter applies</span>
        {act === 'apply' && <span>Ctrl Enter applies and stays</span>}
        <span>Esc closes</span>
      </div>
    </div>
  );
}

/** At the end of an option: that the code stands here already, that it may fit, or how many extracts it has. */
function Standing({
  code,
  here,
  suggested,
}: {
  readonly code: Code;
  readonly here: ReadonlySet<CodeId>;
  readonly suggested: boolean;
}) {
  if (here.has(code.id))
    return (
      <span className={css.here}>
        <Icon name="check" size={14} />
        here
      </span>
    );
  return (
    <span className={css.count}>
      {suggested && 'may fit · '}
      {code.extracts}
    </span>
  );
}

/** Without a word typed: recent codes, then what may fit, then the others. With one: what is like it, and a new code of that name unless there is one. Retired codes are found by their name alone. */
function offered(
  codes: readonly Code[],
  recent: readonly CodeId[],
  suggested: readonly CodeId[],
  typed: string,
): readonly Option[] {
  const option = (code: Code): Option => ({ id: code.id, chosen: { code: code.id }, code });
  if (typed === '') {
    const first = [...recent.slice(0, 5), ...suggested];
    const rank = (code: Code) => (first.includes(code.id) ? first.indexOf(code.id) : first.length);
    return codes
      .filter(code => !code.retired)
      .toSorted((a, b) => rank(a) - rank(b) || b.extracts - a.extracts)
      .slice(0, shown)
      .map(option);
  }
  const found = new Fuse(codes, {
    keys: [
      { name: 'name', weight: 3 },
      { name: 'definition', weight: 1 },
      { name: 'path', weight: 1, getFn: code => pathOf(code, codes) },
    ],
    threshold: 0.38,
    ignoreLocation: true,
  })
    .search(typed, { limit: shown })
    .map(hit => option(hit.item));
  const exists = codes.some(code => code.name.toLowerCase() === typed.toLowerCase());
  return exists ? found : [...found, { id: 'new', chosen: { newCode: typed }, code: null }];
}
