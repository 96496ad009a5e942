import { type KeyboardEvent, useState } from 'react';
import { type Key, ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components';
import type { Code } from '../../../shared/model/entities.ts';
import { go } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { carried, codeDrag } from '../../ui/dragTypes.ts';
import { SearchField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { CodeSign, Kbd, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted } from '../../ui/words.ts';
import { newThemeOf, themeOf } from './asking.ts';
import { codesWith, namedOr, unsortedOf } from './board.ts';
import css from './CodesPane.module.css';
import { DiscardedList } from './DiscardedList.tsx';
import { useDesk, useDoing } from './desk.tsx';
import { rowKeyOf } from './keys.ts';
import { Parked } from './Parked.tsx';

/** Codes that are drawn at once; the rest follows as soon as the window is idle. */
const screenful = { first: 40, step: 120 };

/** A list that holds more codes than this gets a field to find one by. */
const findFrom = 12;

/** What can be made into themes or has been put aside: codes, parked themes, discarded themes. */
export function CodesPane() {
  return (
    <>
      <div className={css.codes}>
        <Codes />
      </div>
      <Parked />
      <DiscardedList />
    </>
  );
}

/** The codes that no theme holds yet, or all of them: to drag on to a theme, one or several at once. */
function Codes() {
  const { codes } = useDesk();
  const { acts, ask } = useDoing();
  const [shown, setShown] = useState<'unsorted' | 'all'>('unsorted');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Key>>(new Set());
  const unsorted = unsortedOf(codes);
  const pool = shown === 'all' ? codes : unsorted;
  const listed = codesWith(pool, text);
  const drawn = useProgressive(listed.length, screenful);
  const picked = listed.filter(code => chosen.has(code.id));
  const { dragAndDropHooks } = useDragAndDrop<Code>({
    getItems: keys => carried(codeDrag, keys, listed),
    renderDragPreview: items => (
      <div className={css.preview}>{items.length === 1 ? items[0]?.['text/plain'] : counted(items.length, 'code')}</div>
    ),
  });
  const park = (these: readonly Code[]) => void acts.parkCodes(these, null).catch(toastError);
  const onKey = (event: KeyboardEvent) => {
    const pressed = rowKeyOf(event);
    const at = listed.find(code => code.id === pressed?.row);
    const these = at && !chosen.has(at.id) ? [at] : picked;
    if (pressed?.key === 'new') ask(newThemeOf(these));
    else if (pressed?.key === 'theme' && these.length > 0) ask(themeOf(these));
    else if (pressed?.key === 'park' && these.length > 0) park(these);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (codes.length === 0) {
    return (
      <>
        <PaneHead title="Codes" note="0" />
        <div className={css.nothing}>
          <p>Codes made in the transcripts stand here, to be gathered into themes.</p>
          <Button onPress={() => go('code')}>Go to Code</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <PaneHead title={shown === 'all' ? 'All codes' : 'Unsorted codes'} note={pool.length} />
      <div className={css.choice}>
        <Segmented
          label="Codes to show"
          value={shown}
          choices={[
            { id: 'unsorted', name: 'Unsorted' },
            { id: 'all', name: 'All' },
          ]}
          onChange={setShown}
        />
        {pool.length > findFrom && <SearchField label="Find a code" value={text} onChange={setText} />}
      </div>
      <p className={css.hint}>
        {shown === 'all' ? 'A code may serve several themes. ' : 'Codes in no theme. '}Drag on to a theme, or press{' '}
        <Kbd>T</Kbd>.
      </p>
      <div className={css.scroll} onKeyDownCapture={onKey}>
        <ListBox
          aria-label={shown === 'all' ? 'All codes' : 'Unsorted codes'}
          className={css.list ?? ''}
          items={drawn < listed.length ? listed.slice(0, drawn) : listed}
          dependencies={[shown]}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={keys => setChosen(keys === 'all' ? new Set(listed.map(code => code.id)) : keys)}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (
            <p className={css.none}>{text ? 'No code has these letters.' : 'Every code is in a theme.'}</p>
          )}
        >
          {code => (
            <ListBoxItem textValue={code.name} className={css.code ?? ''}>
              <CodeSign sigil={code.sigil} hue={code.hue} />
              <span className={css.name}>
                {code.name}
                {shown === 'all' && (
                  <small>{code.themes.length === 0 ? 'No theme' : counted(code.themes.length, 'theme')}</small>
                )}
              </span>
              <span className={css.count} title={counted(code.extracts, 'extract')}>
                {code.extracts}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      {picked.length > 0 && (
        <div className={css.acts}>
          <p>{namedOr(picked, 'codes')}</p>
          <Button onPress={() => ask(themeOf(picked))}>
            Put in a theme <Kbd>T</Kbd>
          </Button>
          <Button onPress={() => ask(newThemeOf(picked))}>
            New theme <Kbd>N</Kbd>
          </Button>
          <Button onPress={() => park(picked)}>
            Park <Kbd>P</Kbd>
          </Button>
        </div>
      )}
    </>
  );
}
