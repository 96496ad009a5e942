import { useMemo } from 'react';
import type { FindingsDraft } from '../../../shared/model/findings.ts';
import { hrefOf } from '../../app/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { OrderedList } from '../themes/OrderedList.tsx';
import { BoxEditor } from './BoxEditor.tsx';
import { briefly, type Chosen, type Matter } from './chosen.ts';
import css from './Inspector.module.css';
import { ProseEditor, type ShownQuote } from './ProseEditor.tsx';
import { RecommendationEditor } from './RecommendationEditor.tsx';
import type { ReportActs } from './useReportActs.ts';

type Props = {
  readonly chosen: Chosen | null;
  readonly matter: Matter;
  readonly draft: FindingsDraft;
  readonly acts: ReportActs;
};

/** The writing of what is chosen; with nothing chosen, what is still to be written. */
export function Inspector({ chosen, matter, draft, acts }: Props) {
  const quotes = useMemo(() => quotesOf(draft), [draft]);
  if (chosen === null) return <ToWrite draft={draft} matter={matter} acts={acts} />;
  switch (chosen.kind) {
    case 'theme': {
      const { theme } = chosen;
      return (
        <>
          <Head title="Theme" />
          <div className={css.page}>
            <h2 className={css.name}>{theme.name}</h2>
            {theme.concept && <p className={css.concept}>{theme.concept}</p>}
            <p className={css.links}>
              <a href={hrefOf('themes', theme.id)}>Its page in Themes</a>
              <a href={hrefOf('quotes', theme.id)}>Its quotes</a>
            </p>
            <h3 className={css.label}>Narrative</h3>
            <ProseEditor
              key={theme.id}
              label={`Narrative of ${theme.name}`}
              value={theme.narrative}
              placeholder="Tell the theme in prose. Quotes come in by Quote …"
              quotes={quotes}
              offer={{ theme: theme.id }}
              onSave={words => acts.writeNarrative(theme, words)}
            />
            <div className={css.acts}>
              <Button onPress={() => acts.newBox({ theme: theme.id })}>New case study here</Button>
              <Button onPress={() => acts.newRecommendation('', [theme.id])}>New recommendation from it</Button>
            </div>
          </div>
        </>
      );
    }
    case 'outcome': {
      const { outcome } = chosen;
      const themes = outcome.themes.flatMap(id => matter.themes.filter(theme => theme.id === id));
      return (
        <>
          <Head title={`Outcome ${outcome.number}`} />
          <div className={css.page}>
            <h2 className={css.name}>
              <OutcomeTab number={outcome.number} />
              {outcome.title}
            </h2>
            {outcome.statement && <p className={css.concept}>{outcome.statement}</p>}
            <h3 className={css.label}>Themes in report order</h3>
            {themes.length === 0 ? (
              <p className={css.quiet}>
                No theme answers this outcome, and the report says so.{' '}
                <a href={hrefOf('themes', outcome.id)}>Choose themes for it</a>.
              </p>
            ) : (
              <div className={css.ordered}>
                <OrderedList
                  label={`Themes of outcome ${outcome.number} in report order`}
                  items={themes}
                  removal={theme => `${theme.name}: open its page to take it from this outcome`}
                  onOrder={order => acts.orderThemes(outcome, order)}
                  onRemove={theme => location.assign(hrefOf('themes', theme.id))}
                  onOpen={theme => location.assign(hrefOf('report', theme.id))}
                >
                  {theme => (
                    <>
                      <span />
                      <span className={css.theme}>{theme.name}</span>
                      <span />
                    </>
                  )}
                </OrderedList>
              </div>
            )}
            <div className={css.acts}>
              <Button onPress={() => acts.newBox({ outcome: outcome.id })}>New case study here</Button>
            </div>
          </div>
        </>
      );
    }
    case 'box':
      return (
        <>
          <Head title="Case study" />
          <BoxEditor key={chosen.box.id} box={chosen.box} matter={matter} quotes={quotes} acts={acts} />
        </>
      );
    case 'recommendation':
      return (
        <>
          <Head title={`Recommendation ${chosen.number}`} />
          <RecommendationEditor
            key={chosen.recommendation.id}
            recommendation={chosen.recommendation}
            matter={matter}
            acts={acts}
          />
        </>
      );
  }
}

const Head = ({ title }: { readonly title: string }) => (
  <PaneHead title={title}>
    <IconButton icon="close" label="Close what is chosen" onPress={() => location.assign(hrefOf('report'))} />
  </PaneHead>
);

/** What the report lacks, each a step to it. */
function ToWrite({ draft, matter, acts }: Omit<Props, 'chosen'>) {
  const unwritten = draft.chapters.flatMap(chapter =>
    chapter.themes.filter(theme => theme.toldUnder === null && theme.blocks.length === 0),
  );
  const unsupported = draft.recommendations.flatMap(group => group.items.filter(item => item.themes.length === 0));
  return (
    <>
      <PaneHead title="Still to write" />
      <div className={css.page}>
        <h3 className={css.label}>Narratives</h3>
        {matter.themes.length === 0 ? (
          <p className={css.quiet}>There is no theme yet.</p>
        ) : unwritten.length === 0 ? (
          <p className={css.quiet}>Every theme has its narrative.</p>
        ) : (
          <>
            <p className={css.quiet}>
              {unwritten.length} of {counted(matter.themes.length, 'theme')} {unwritten.length === 1 ? 'has' : 'have'}{' '}
              none.
            </p>
            <ul className={css.todo}>
              {unwritten.map(theme => (
                <li key={theme.id}>
                  <a href={hrefOf('report', theme.id)}>{theme.name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {unsupported.length > 0 && (
          <>
            <h3 className={css.label}>Recommendations that rest on no theme</h3>
            <ul className={css.todo}>
              {unsupported.map(item => (
                <li key={item.id}>
                  <a href={hrefOf('report', item.id)}>
                    {item.number}.{' '}
                    {briefly(matter.recommendations.find(one => one.id === item.id)?.body ?? '') ||
                      'Nothing written yet'}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3 className={css.label}>Add to the report</h3>
        <div className={css.acts}>
          <Button onPress={() => acts.newBox()}>New case study</Button>
          <Button onPress={() => acts.newRecommendation()}>New recommendation</Button>
        </div>
      </div>
    </>
  );
}

/** All quotes that the draft prints, by key. */
function quotesOf(draft: FindingsDraft): ReadonlyMap<string, ShownQuote> {
  const quotes = new Map<string, ShownQuote>();
  const take = (blocks: FindingsDraft['chapters'][number]['straight']) => {
    for (const block of blocks) if (block.kind === 'quote') quotes.set(block.quote.key, block.quote);
  };
  for (const { straight, themes, boxes } of draft.chapters) {
    take(straight);
    for (const theme of themes) {
      take(theme.blocks);
      for (const box of theme.boxes) take(box.blocks);
    }
    for (const box of boxes) take(box.blocks);
  }
  for (const box of draft.boxes) take(box.blocks);
  for (const { items } of draft.recommendations) for (const item of items) take(item.blocks);
  return quotes;
}
