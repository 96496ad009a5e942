import { useCommands } from '../../app/commands.ts';
import { go, hrefOf } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, Note, OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { askAbout } from './asking.ts';
import css from './Coverage.module.css';
import { columnName, thinness } from './coverage.ts';
import { useDesk, useDoing } from './desk.tsx';
import { useCoverage } from './readings.ts';
import { WholeStudy } from './WholeStudy.tsx';

/** How well the outcomes are covered: what stands under each, which are thin, who speaks to them, and which themes answer none. */
export function CoveragePage() {
  const { framework, outcomes, themes } = useDesk();
  const { ask } = useDoing();
  const { data, error } = useCoverage(framework.id);
  const back = () => go('themes');
  useCommands([{ id: 'coverage.back', name: 'Back to the board', group: 'Coverage', keys: ['Escape'], run: back }]);
  const unplaced = data?.unplaced.flatMap(id => themes.filter(theme => theme.id === id)) ?? [];
  return (
    <section className={css.screen} aria-label="Coverage of the outcomes">
      <PaneHead level={1} title="Coverage" note={framework.title}>
        <Button onPress={back}>Back to the board</Button>
      </PaneHead>
      {error && <Note block>{wordsOf(error)}</Note>}
      {data && (
        <div className={css.scroll}>
          <WholeStudy className={css.whole} what="These are the figures" />
          {data.outcomes.length === 0 ? (
            <EmptyState title="No outcomes yet">Add outcomes, and see here which of them are answered.</EmptyState>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keys
            <section className={css.wide} tabIndex={0} aria-label="Table of coverage">
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">Outcome</th>
                    <th scope="col">Themes</th>
                    <th scope="col">Quotes</th>
                    <th scope="col">Extracts</th>
                    <th scope="col">Sources</th>
                    <th scope="col">People</th>
                    {data.columns.map(column => (
                      <th key={columnName(column)} scope="col" title={counted(column.sources, 'source')}>
                        {columnName(column)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.outcomes.map(row => {
                    const outcome = outcomes.find(one => one.id === row.outcome);
                    const thin = thinness(row);
                    return (
                      outcome && (
                        <tr key={row.outcome}>
                          <th scope="row">
                            <a href={hrefOf('themes', outcome.id)}>
                              <OutcomeTab number={outcome.number} />
                              <span>{outcome.title}</span>
                            </a>
                            {thin && <span className={css.thin}>{thin}</span>}
                          </th>
                          <td>{row.themes.length}</td>
                          <td>{row.quotes}</td>
                          <td>{row.extracts}</td>
                          <td>{row.sources.length}</td>
                          <td>{row.participants}</td>
                          {data.columns.map((column, index) => (
                            <td key={columnName(column)} data-none={!row.cells[index]}>
                              {row.cells[index] ?? 0}
                            </td>
                          ))}
                        </tr>
                      )
                    );
                  })}
                </tbody>
              </table>
            </section>
          )}
          <p className={css.foot}>
            Groups and phases count extracts of the themes under an outcome; interviewers are left out.
          </p>
          <h2 className={css.heading}>Themes that answer none of them</h2>
          {unplaced.length === 0 ? (
            <p className={css.foot}>
              {themes.length === 0 ? 'There are no themes yet.' : 'Every theme answers at least one.'}
            </p>
          ) : (
            <ul className={css.unplaced}>
              {unplaced.map(theme => (
                <li key={theme.id}>
                  <a href={hrefOf('themes', theme.id)}>{theme.name}</a>
                  <span>{counted(theme.evidence.extracts, 'extract')}</span>
                  <Button
                    look="quiet"
                    icon="plus"
                    label={`Place ${theme.name} under outcomes`}
                    onPress={() => ask(askAbout('outcomes of theme', theme))}
                  >
                    Place
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
