import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AdviceNotes } from './AdviceNotes.tsx';
import { useDesk, useDoing } from './desk.tsx';
import { EditInPlace } from './EditInPlace.tsx';
import { NarrativeEditor } from './NarrativeEditor.tsx';
import css from './Page.module.css';
import { Page } from './Page.tsx';
import { RelationList } from './RelationList.tsx';
import { ThemeExtracts } from './ThemeExtracts.tsx';
import { ThemeFacts } from './ThemeFacts.tsx';
import { ThemeHistory } from './ThemeHistory.tsx';
import { goToReview } from './useOpenPage.ts';
import { useThemeMenu } from './useThemeMenu.ts';

/** Acts of the menu that stand on the page itself. */
const onPage: ReadonlySet<string> = new Set(['open', 'review', 'status']);
/** A name of more characters than this is set in a smaller hand. */
const longName = 90;
type Part = 'theme' | 'narrative' | 'relations' | 'history';

/** Everything about one theme: its words, its outcomes, its codes, its evidence, its extracts, its narrative. Each change is saved at once and can be undone. */
export function ThemePage({ theme, onClose }: { readonly theme: Theme; readonly onClose: () => void }) {
  const { themes } = useDesk();
  const { acts, onOpen } = useDoing();
  const [part, setPart] = useState<Part>('theme');
  const all = useThemeMenu(theme);
  const parent = themes.find(one => one.id === theme.parent);
  useCommands(commandsOf(all));
  return (
    <>
      <PaneHead title={`Theme, ${theme.status}`} note={theme.parked ? 'parked' : undefined}>
        <Button look="quiet" onPress={() => goToReview(theme.id)}>
          Review
        </Button>
        <Menu label={`Acts on ${theme.name}`} entries={besides(all)}>
          <AriaButton className={`${controls.button} ${controls.icon}`} aria-label={`Acts on ${theme.name}`}>
            <Icon name="more" />
          </AriaButton>
        </Menu>
        <IconButton icon="close" label="Close the theme" onPress={onClose} />
      </PaneHead>
      <Page of={theme.id}>
        {parent && (
          <button type="button" className={css.within} onClick={() => onOpen(parent.id)}>
            Part of {parent.name}
          </button>
        )}
        <EditInPlace
          label="Name"
          value={theme.name}
          placeholder="Name of the theme"
          required
          className={theme.name.length > longName ? `${css.name} ${css.long}` : css.name}
          onSave={name => acts.write(theme, { name })}
        />
        <EditInPlace
          label="Central organising concept"
          value={theme.concept}
          placeholder="Its central organising concept, in a sentence"
          className={css.concept}
          onSave={concept => acts.write(theme, { concept })}
        />
        <div className={css.parts}>
          <Tabs<Part>
            label="Parts of the theme"
            value={part}
            onChange={setPart}
            tabs={[
              {
                id: 'theme',
                name: 'Theme',
                children: (
                  <>
                    <ThemeFacts theme={theme} />
                    <AdviceNotes theme={theme} />
                    <ThemeExtracts theme={theme} />
                  </>
                ),
              },
              { id: 'narrative', name: 'Narrative', children: <NarrativeEditor theme={theme} /> },
              { id: 'relations', name: 'Relations', children: <RelationList theme={theme} /> },
              { id: 'history', name: 'History', children: <ThemeHistory theme={theme} /> },
            ]}
          />
        </div>
      </Page>
    </>
  );
}

/** The acts of the menu that do not stand on the page, without a line before the first. */
function besides(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const left = entries.filter(one => one === 'separator' || !onPage.has(one.id));
  return left.slice(left.findIndex(one => one !== 'separator'));
}

/** The acts of the menu by name and by key, for the theme whose page is open. */
function commandsOf(entries: readonly MenuEntry[]): readonly Command[] {
  return entries.flatMap(entry =>
    entry === 'separator' || entry.id === 'open' || entry.disabled
      ? []
      : [
          {
            id: `theme.${entry.id}`,
            name: entry.name,
            group: 'The open theme',
            ...(entry.key && /^(?:[A-Z]|Delete)$/.test(entry.key) && { keys: [entry.key] }),
            run: entry.onAction,
          },
        ],
  );
}
