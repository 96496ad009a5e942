import { Button as AriaButton } from 'react-aria-components';
import type { Outcome } from '../../../shared/model/entities.ts';
import { hrefOf } from '../../app/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { CoverageOfOutcome } from './CoverageOfOutcome.tsx';
import { useDesk, useDoing } from './desk.tsx';
import { EditInPlace } from './EditInPlace.tsx';
import extractCss from './Extracts.module.css';
import { OrderedList } from './OrderedList.tsx';
import css from './Page.module.css';
import { Page } from './Page.tsx';
import { useOutcomeQuotes } from './readings.ts';
import { goToCoverage } from './useOpenPage.ts';

/** What an outcome asks, the themes that answer it in the order of the report, each with its weight and reason, and the quotes straight under it. */
export function OutcomePage({ outcome, onClose }: { readonly outcome: Outcome; readonly onClose: () => void }) {
  const { themes, sources, framework } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const under = outcome.themes.flatMap(id => themes.filter(theme => theme.id === id));
  const speaking = new Set<string>(under.flatMap(theme => theme.evidence.sources));
  return (
    <>
      <PaneHead title={framework.kind === 'outcomes' ? `Outcome ${outcome.number}` : `Entry ${outcome.number}`}>
        <Menu
          label={`Acts on ${outcome.title}`}
          entries={[
            {
              id: 'themes',
              name: 'Choose its themes',
              onAction: () => ask({ kind: 'themes of outcome', outcome: outcome.id }),
            },
            { id: 'coverage', name: 'Show how well all are covered', key: 'V', onAction: goToCoverage },
            'separator',
            {
              id: 'remove',
              name: 'Remove this outcome',
              danger: true,
              onAction: () => ask({ kind: 'remove outcome', outcome: outcome.id }),
            },
          ]}
        >
          <AriaButton className={`${controls.button} ${controls.icon}`} aria-label={`Acts on ${outcome.title}`}>
            <Icon name="more" />
          </AriaButton>
        </Menu>
        <IconButton icon="close" label="Close the outcome" onPress={onClose} />
      </PaneHead>
      <Page of={outcome.id}>
        <div className={css.titled}>
          <OutcomeTab number={outcome.number} />
          <h2 className={css.title}>{outcome.title}</h2>
        </div>
        {outcome.statement && <p className={css.statement}>{outcome.statement}</p>}
        {(outcome.own || outcome.citation) && (
          <p className={css.why}>{outcome.own ? 'Added by the team.' : outcome.citation}</p>
        )}
        <dl className={css.facts}>
          <dt>Evidence</dt>
          <dd className={css.evidence}>
            <EvidenceStrip sources={sources} speaking={speaking} />
            <p>
              {speaking.size} of {counted(sources.length, 'source')}
            </p>
          </dd>
          <CoverageOfOutcome outcome={outcome} />
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
                onRemove={theme => void acts.removeOutcome([theme], outcome).catch(toastError)}
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
          {under.map((theme, index) => {
            const link = theme.links.find(one => one.outcome === outcome.id);
            return (
              link && (
                <div key={theme.id} className={css.link}>
                  <span aria-hidden="true">{index + 1}</span>
                  <Button
                    look="quiet"
                    className={css.add}
                    label={`${theme.name}: ${link.primary ? 'primary, make it secondary' : 'secondary, make it primary'}`}
                    onPress={() => void acts.setPrimary(theme, outcome, !link.primary).catch(toastError)}
                  >
                    {link.primary ? 'Primary' : 'Secondary'}
                  </Button>
                  <EditInPlace
                    label={`Why ${theme.name} stands here`}
                    value={link.reason ?? ''}
                    placeholder="Why it stands here"
                    onSave={reason => acts.giveReason(theme, outcome, reason)}
                  />
                </div>
              )
            );
          })}
        </section>
        {under.length > 1 && <p className={css.foot}>Quotes of this outcome are printed in this order.</p>}
        <QuotesUnder outcome={outcome} />
      </Page>
    </>
  );
}

/** Quotes that stand straight under an outcome, without a theme. Nothing where there is none. */
function QuotesUnder({ outcome }: { readonly outcome: Outcome }) {
  const { acts } = useDoing();
  const { data = [] } = useOutcomeQuotes(outcome.id);
  if (data.length === 0) return null;
  return (
    <section aria-label="Quotes straight under this outcome">
      <header className={css.head}>
        <h3>Quotes straight under it</h3>
        <span className={css.quiet}>{data.length}</span>
      </header>
      <ul>
        {data.map(quote => (
          <li key={quote.id} className={extractCss.extract}>
            <a href={hrefOf('code', quote.source, quote)}>
              <blockquote>{quote.text}</blockquote>
              <span>
                {quote.attribution}, turn {quote.turn}
              </span>
            </a>
            <Button
              look="quiet"
              className={css.add}
              label={`Take the quote of ${quote.attribution}, turn ${quote.turn}, from this outcome`}
              onPress={() => void acts.quote(outcome, quote.key, false).catch(toastError)}
            >
              Take it from here
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
