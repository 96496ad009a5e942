import { Button as AriaButton } from 'react-aria-components';
import type { Theme } from '../../../shared/model/entities.ts';
import { themeStatuses } from '../../../shared/model/kinds.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Select } from '../../ui/Select.tsx';
import { CodeSign, OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { askAbout } from './asking.ts';
import { statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { EditInPlace } from './EditInPlace.tsx';
import { OrderedList } from './OrderedList.tsx';
import css from './Page.module.css';
import { Page } from './Page.tsx';
import { ThemeExtracts } from './ThemeExtracts.tsx';
import { useThemeMenu } from './useThemeMenu.ts';

/** Acts of the menu that stand on the page itself. */
const onPage: ReadonlySet<string> = new Set(['open', 'status']);

/** Everything about one theme: its words, its outcomes, its codes, its evidence and its extracts. Each change is saved at once and can be undone. */
export function ThemePage({ theme, onClose }: { readonly theme: Theme; readonly onClose: () => void }) {
  const { codes, outcomes, sources } = useDesk();
  const { acts, ask } = useDoing();
  const entries = useThemeMenu(theme).filter(entry => entry === 'separator' || !onPage.has(entry.id));
  const { extracts, sources: speaking, speakers } = theme.evidence;
  const under = theme.outcomes.flatMap(id => outcomes.filter(one => one.id === id));
  const gathered = theme.codes.flatMap(id => codes.filter(one => one.id === id));
  return (
    <>
      <PaneHead title={`Theme, ${theme.status}`}>
        <Menu label={`Acts on ${theme.name}`} entries={entries}>
          <AriaButton className={`${controls.button} ${controls.icon}`} aria-label={`Acts on ${theme.name}`}>
            <Icon name="more" />
          </AriaButton>
        </Menu>
        <IconButton icon="close" label="Close the theme" onPress={onClose} />
      </PaneHead>
      <Page>
        <EditInPlace
          label="Name"
          value={theme.name}
          placeholder="Name of the theme"
          required
          className={css.name}
          onSave={name => acts.write(theme, { name })}
        />
        <EditInPlace
          label="Central organising concept"
          value={theme.concept}
          placeholder="Its central organising concept, in a sentence"
          className={css.concept}
          onSave={concept => acts.write(theme, { concept })}
        />
        <dl className={css.facts}>
          <dt>Scope, and what it is not</dt>
          <dd>
            <EditInPlace
              label="Scope, and what it is not"
              value={theme.definition}
              placeholder="What belongs to it, and what does not"
              lines
              onSave={definition => acts.write(theme, { definition })}
            />
          </dd>
          <dt>Status</dt>
          <dd>
            <Select
              label="Status of the theme"
              hideLabel
              look="cell"
              value={theme.status}
              choices={themeStatuses.map(id => ({ id, name: statusNames[id] }))}
              onChange={status => void acts.setStatus(theme, status).catch(toastError)}
            />
          </dd>
          <dt>Outcomes</dt>
          <dd>
            <OrderedList
              label="Outcomes in order of weight"
              items={under.map(outcome => ({ ...outcome, name: outcome.title }))}
              removal={outcome => `Take the theme from ${outcome.title}`}
              onOrder={order => void acts.orderOutcomes(theme, order).catch(toastError)}
              onRemove={outcome => void acts.removeOutcome(theme, outcome).catch(toastError)}
            >
              {outcome => (
                <>
                  <OutcomeTab number={outcome.number} />
                  <span className={css.item}>{outcome.title}</span>
                  <span />
                </>
              )}
            </OrderedList>
            <Button
              look="quiet"
              icon="plus"
              className={css.add}
              onPress={() => ask(askAbout('outcomes of theme', theme))}
            >
              {under.length === 0 ? 'Place under an outcome' : 'Choose outcomes'}
            </Button>
          </dd>
          <dt>Codes</dt>
          <dd>
            <OrderedList
              label="Codes of the theme"
              items={gathered}
              removal={code => `Take ${code.name} out of the theme`}
              onOrder={order => void acts.orderCodes(theme, order).catch(toastError)}
              onRemove={code => void acts.removeCode(theme, code).catch(toastError)}
            >
              {code => (
                <>
                  <CodeSign sigil={code.sigil} hue={code.hue} />
                  <span className={css.item}>{code.name}</span>
                  <span className={css.number} title={counted(code.extracts, 'extract')}>
                    {code.extracts}
                  </span>
                </>
              )}
            </OrderedList>
            <Button look="quiet" icon="plus" className={css.add} onPress={() => ask(askAbout('codes of theme', theme))}>
              {gathered.length === 0 ? 'Put codes in it' : 'Choose codes'}
            </Button>
          </dd>
          <dt>Evidence</dt>
          <dd className={css.evidence}>
            <EvidenceStrip sources={sources} speaking={new Set(speaking)} />
            <p>
              {counted(extracts, 'extract')}, {speaking.length} of {counted(sources.length, 'source')},{' '}
              {counted(speakers, 'speaker')}
            </p>
          </dd>
        </dl>
        <ThemeExtracts key={theme.id} theme={theme} />
      </Page>
    </>
  );
}
