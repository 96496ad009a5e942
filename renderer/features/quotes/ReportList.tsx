import { type KeyboardEvent, memo } from 'react';
import type { Framework, Outcome, Theme } from '../../../shared/model/entities.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { setOver } from '../../ui/folding.ts';
import { OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { counted, figure } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { type Choice, everyone, type Heard, type Section, sectionsOf } from './choice.ts';
import css from './ReportList.module.css';
import { quotesOf } from './report.ts';

/** The report as a list: the whole study, outcomes with their themes, themes under no outcome, what is in no theme; each with its number of quotes. */
export const ReportList = memo(function ReportList({
  choice,
  heard,
  framework,
  themes,
  sections,
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  readonly framework: Framework;
  readonly themes: readonly Theme[];
  readonly sections: readonly Section[];
}) {
  const here = addressOf(choice, heard);
  const heardSections = sectionsOf({ of: 'study' }, sections, heard);
  const isCounted = counts(heard);
  const count = (of: Choice) => quotesOf(sectionsOf(of, heardSections, everyone)).filter(isCounted).length;
  const entry = (of: Choice) => ({
    href: addressOf(of, heard),
    count: count(of),
    current: addressOf(of, heard) === here,
  });
  const byId = new Map(themes.map(theme => [theme.id, theme]));
  const unplaced = themes.filter(theme => !framework.outcomes.some(outcome => outcome.themes.includes(theme.id)));
  const anyUnthemed = sections.some(section => section.theme === null && section.outcome === null);
  const themeEntry = (theme: Theme, outcome: Outcome | null) => (
    <li key={theme.id}>
      <Entry {...entry({ of: 'theme', theme: theme.id, under: outcome?.id ?? null })} name={theme.name} look="theme" />
    </li>
  );
  return (
    <>
      <PaneHead title="Themes in report order" />
      <nav className={css.list} aria-label="Themes in report order" onKeyDown={moveFocus}>
        <Entry {...entry({ of: 'study' })} name="Whole study" look="whole" />
        {framework.outcomes.map(outcome => (
          <section key={outcome.id} aria-label={`Outcome ${outcome.number}`}>
            <Entry {...entry({ of: 'outcome', outcome: outcome.id })} name={outcome.title} number={outcome.number} />
            {outcome.themes.length === 0 && <p className={css.none}>No theme placed here yet</p>}
            <ul>
              {outcome.themes.flatMap(id => {
                const theme = byId.get(id);
                return theme ? [themeEntry(theme, outcome)] : [];
              })}
            </ul>
          </section>
        ))}
        {unplaced.length > 0 && (
          <section aria-label="Under no outcome">
            <h3>Under no outcome</h3>
            <ul>{unplaced.map(theme => themeEntry(theme, null))}</ul>
          </section>
        )}
        {anyUnthemed && <Entry {...entry({ of: 'unthemed' })} name="Codes in no theme" look="whole" />}
      </nav>
    </>
  );
});

/** Quotes that are held back are not counted, unless they are what is asked for. */
const counts =
  ({ ready }: Heard) =>
  (quote: Pick<BundleQuote, 'state'>) =>
    ready === 'held' || quote.state !== 'held';

function Entry({
  href,
  name,
  count,
  current,
  number,
  look = 'outcome',
}: {
  readonly href: string;
  readonly name: string;
  readonly count: number;
  readonly current: boolean;
  readonly number?: number;
  readonly look?: 'whole' | 'outcome' | 'theme';
}) {
  return (
    <a
      href={href}
      className={`${css.entry} ${css[look]}`}
      onClick={() => setOver(null)}
      {...(current && { 'aria-current': 'true' as const })}
    >
      {number !== undefined && <OutcomeTab number={number} />}
      <span className={css.entryName}>{name}</span>
      <span className={css.count} aria-hidden="true">
        {count === 0 ? '–' : figure(count)}
      </span>
      <span className="visually-hidden">, {counted(count, 'quote')}</span>
    </a>
  );
}

/** Arrows, Home and End move between the list's links. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const links: readonly (Element | null)[] = [...event.currentTarget.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement);
  const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const next = to[event.key];
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const link = links[next];
  if (link instanceof HTMLElement) link.focus();
}
