import { useRef, useState } from 'react';
import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useStudy } from '../client/context.tsx';
import { useCoders, usePeople, useSources, useThemes } from '../client/queries.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Several } from '../ui/Several.tsx';
import { counted } from '../ui/words.ts';
import { shownKey, useCommands } from './commands.ts';
import css from './FilterControl.module.css';
import { filterFields } from './filterFields.ts';
import { clearFilter, setFilter, useFilter, useFilterWords, useSourcesWithin } from './filters.ts';

/** What the study is narrowed to, always in sight: the words, the way to change them, and the way to take them off. */
export function FilterControl({
  className,
  on,
  clear,
}: {
  readonly className: string;
  readonly on: string;
  readonly clear: string;
}) {
  const { handle: study } = useStudy();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const words = useFilterWords();
  const takeOff = () => {
    clearFilter(study);
    announce('Filters taken off: the whole study shows.');
  };
  useCommands([
    {
      id: 'app.filters',
      name: 'Filter the study',
      group: 'Everywhere',
      keys: ['Alt+F'],
      inFields: true,
      run: () => setOpen(!open),
    },
    ...(words === null
      ? []
      : [{ id: 'app.filters.clear', name: 'Clear all filters', group: 'Everywhere', run: takeOff }]),
  ]);
  return (
    <>
      <AriaButton
        ref={button}
        className={`${className} ${words === null ? '' : on}`}
        aria-label={words === null ? 'No filters' : `Filters: only ${words}`}
        aria-keyshortcuts="Alt+F"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        {words === null ? 'No filters' : `Only ${words}`}
      </AriaButton>
      {open && (
        <ModalOverlay className={css.overlay ?? ''} isOpen isDismissable onOpenChange={setOpen}>
          <Modal className={css.box ?? ''} style={{ marginLeft: besideOf(button.current) }}>
            <Dialog aria-label="Filters" className={css.dialog ?? ''}>
              <Filters onClose={() => setOpen(false)} onClear={takeOff} words={words} />
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
      {words !== null && (
        <button type="button" className={clear} onClick={takeOff} title="Clear all filters">
          Clear
        </button>
      )}
    </>
  );
}

/** Pixels; the style sheet is told the same. */
const width = 400;

/** How far from the left the filters stand: above their button, inside the window. */
const besideOf = (button: HTMLElement | null): number =>
  Math.max(8, Math.min(button?.getBoundingClientRect().left ?? 8, innerWidth - width - 8));

function Filters({
  words,
  onClear,
  onClose,
}: {
  readonly words: string | null;
  readonly onClear: () => void;
  readonly onClose: () => void;
}) {
  const { handle: study } = useStudy();
  const filter = useFilter();
  const sources = useSources().data ?? [];
  const people = usePeople().data ?? { participants: [], attributes: [] };
  const coders = useCoders().data ?? [];
  const themes = useThemes().data ?? [];
  const within = useSourcesWithin();
  const fields = filterFields(filter, { sources, people, coders, themes });
  return (
    <>
      <header className={css.head}>
        <h2>Filters</h2>
        <span role="status">
          {within === null
            ? counted(sources.length, 'source')
            : `${within.size} of ${counted(sources.length, 'source')}`}
        </span>
      </header>
      {fields.length === 0 ? (
        <p className={css.hint}>There is nothing to narrow yet: all sources are of one kind, group and phase.</p>
      ) : (
        <div className={css.fields}>
          {fields.map(field => (
            <div key={field.id} className={css.field}>
              <span aria-hidden="true">{field.label}</span>
              <Several
                label={field.label}
                all={field.all}
                choices={field.choices}
                chosen={field.chosen}
                onChange={chosen => setFilter(study, field.change(chosen))}
              />
            </div>
          ))}
        </div>
      )}
      <p className={css.hint}>
        They hold for sources, search, extracts, quotes, the matrix, codes together, the extracts of a theme and the
        map. Counts in the codebook, on the theme board and in a review stay those of the whole study. Coder and theme
        narrow codings, not sources.
      </p>
      <footer className={css.foot}>
        <Button look="quiet" disabled={words === null} onPress={onClear}>
          Clear all
        </Button>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
        <kbd>{shownKey('Alt+F')}</kbd>
      </footer>
    </>
  );
}
