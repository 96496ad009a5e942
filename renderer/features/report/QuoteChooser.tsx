import { useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { Extract } from '../../../shared/api/outputs.ts';
import { useExtracts } from '../../client/queries.ts';
import controls from '../../ui/controls.module.css';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { figure } from '../../ui/words.ts';
import css from './QuoteChooser.module.css';
import { useAllExtracts } from './readings.ts';

/** More than this is not listed: some letters find what is meant. */
const most = 80;

/** Picks one extract by its words or source: those of the theme, or of the whole study where there is none. */
export function QuoteChooser({
  theme,
  onPick,
  onClose,
}: {
  readonly theme: string | null;
  readonly onPick: (extract: Extract) => void;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const ofTheme = useExtracts(theme === null ? {} : { theme });
  const all = useAllExtracts(theme === null);
  const extracts = theme === null ? all.data : ofTheme.data;
  const found = useMemo(() => {
    const sought = typed.trim().toLowerCase();
    return (extracts ?? []).filter(one => `${one.text} ${one.attribution}`.toLowerCase().includes(sought));
  }, [extracts, typed]);
  const shown = found.slice(0, most);
  return (
    <Dialog title="Quote in the text" width={560} onClose={onClose}>
      {/* One Escape closes: the field would take the first to empty itself. */}
      <div
        className={css.chooser}
        onKeyDownCapture={event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField aria-label="Find an extract by its words or source" autoFocus>
            <span className={controls.search}>
              <Icon name="search" />
              <Input className={controls.input ?? ''} placeholder="Find an extract by its words or source" />
            </span>
          </SearchField>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
          <div className={css.list} tabIndex={0}>
            <ListBox
              aria-label="Extracts"
              className={css.choices ?? ''}
              items={shown.map(one => ({ ...one, id: one.key }))}
              onAction={key => {
                const extract = shown.find(one => one.key === key);
                if (extract) onPick(extract);
              }}
              renderEmptyState={() => (
                <p className={css.none}>
                  {extracts === undefined
                    ? 'Reading the extracts …'
                    : extracts.length === 0
                      ? 'No extract stands here yet. Code some words first.'
                      : 'No extract has these letters.'}
                </p>
              )}
            >
              {one => (
                <ListBoxItem textValue={one.text} className={css.item ?? ''}>
                  <span className={css.words}>{one.text}</span>
                  <small>{one.attribution}</small>
                </ListBoxItem>
              )}
            </ListBox>
          </div>
        </Autocomplete>
        <p className={css.foot} role="status">
          {found.length > most && `The first ${most} of ${figure(found.length)}. Some more letters find the rest.`}
        </p>
      </div>
    </Dialog>
  );
}
