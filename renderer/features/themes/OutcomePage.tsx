import type { Outcome } from '../../../shared/model/entities.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import { OrderedList } from './OrderedList.tsx';
import css from './Page.module.css';
import { Page } from './Page.tsx';

/** What an outcome asks, and the themes that answer it in the order of the report. */
export function OutcomePage({ outcome, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  const { themes, sources } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const under = outcome.themes.flatMap(id => themes.filter(theme => theme.id === id));
  const speaking = new Set<string>(under.flatMap(theme => theme.evidence.sources));
  return (
    <>
      <PaneHead title={`Outcome ${outcome.number}`}>
        <IconButton icon="close" label="Close the outcome" onPress={onClose} />
      </PaneHead>
      <Page>
        <div className={css.titled}>
          <OutcomeTab number={outcome.number} />
          <h2 className={css.title}>{outcome.title}</h2>
        </div>
        {outcome.statement && <p className={css.statement}>{outcome.statement}</p>}
        <dl className={css.facts}>
          <dt>Evidence</dt>
          <dd className={css.evidence}>
            <EvidenceStrip sources={sources} speaking={speaking} />
            <p>
              {speaking.size} of {counted(sources.length, 'source')}
            </p>
          </dd>
        </dl>
        <section aria-label="Themes under this outcome">
          <header className={css.head}>
            <h3>Themes in report order</h3>
            <span className={css.quiet}>{under.length}</span>
            <Button
              look="quiet"
              className={css.all}
              onPress={() => ask({ kind: 'themes of outcome', outcome: outcome.id })}
            >
              Choose themes
            </Button>
          </header>
          {under.length === 0 ? (
            <p className={css.quiet}>No theme answers this outcome yet. Drop a theme on it, or choose themes here.</p>
          ) : (
            <div className={css.ordered}>
              <OrderedList
                label={`Themes under outcome ${outcome.number} in report order`}
                items={under}
                removal={theme => `Take ${theme.name} from this outcome`}
                onOrder={order => void acts.orderUnder(outcome, order).catch(toastError)}
                onRemove={theme => void acts.removeOutcome(theme, outcome).catch(toastError)}
                onOpen={theme => onOpen(theme.id)}
              >
                {theme => (
                  <>
                    <span className={css.place}>{under.indexOf(theme) + 1}</span>
                    <span className={css.theme}>{theme.name}</span>
                    <span className={css.number} title={counted(theme.evidence.extracts, 'extract')}>
                      {theme.evidence.extracts}
                    </span>
                  </>
                )}
              </OrderedList>
            </div>
          )}
        </section>
        {under.length > 1 && <p className={css.foot}>Quotes of this outcome are printed in this order.</p>}
      </Page>
    </>
  );
}
