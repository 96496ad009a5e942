import { type CSSProperties, memo } from 'react';
import { OutcomeTab } from '../../ui/signs.tsx';
import type { Choice, Section } from './choice.ts';
import css from './QuotePage.module.css';
import type { Shown } from './QuotePage.tsx';
import { QuoteRow } from './QuoteRow.tsx';
import type { Row } from './report.ts';

/** One heading with its quotes. Drawn again only when its own quotes or the one chosen in it change. */
export const SectionOfQuotes = memo(function SectionOfQuotes({
  choice,
  section,
  before,
  rows,
  chosen,
  prepared,
  shared,
  unsaved,
  passage,
  acts,
}: Shown & {
  readonly choice: Choice;
  readonly section: Section;
  readonly before: Section | undefined;
  readonly rows: readonly Row[];
  readonly chosen: Row | undefined;
}) {
  return (
    <section>
      <SectionHeading choice={choice} section={section} before={before} />
      {chunks(rows).map(part => (
        <ol key={part[0]?.key} className={css.quotes} style={{ '--rows': part.length } as CSSProperties}>
          {part.map(row => (
            <QuoteRow
              key={row.key}
              row={row}
              chosen={row === chosen}
              ready={prepared.get(row.quote.key)}
              shared={shared.get(row.quote.key)}
              unsaved={unsaved(row.quote.key)}
              passage={passage === row.key}
              acts={acts}
            />
          ))}
        </ol>
      ))}
    </section>
  );
});

/** Headings within a page: outcomes and themes in the study, themes in an outcome, none in a theme. */
function SectionHeading({
  choice,
  section: { outcome, theme },
  before,
}: {
  readonly choice: Choice;
  readonly section: Section;
  readonly before: Section | undefined;
}) {
  if (choice.of === 'theme' || choice.of === 'unthemed') return null;
  const newOutcome = choice.of === 'study' && (!before || before.outcome?.id !== outcome?.id);
  return (
    <>
      {newOutcome && (
        <h3 className={css.outcomeHeading}>
          {outcome && <OutcomeTab number={outcome.number} />}
          {outcome?.title ?? 'Under no outcome'}
        </h3>
      )}
      <h4 className={css.themeHeading}>
        {theme?.name ?? (outcome ? 'Straight under the outcome' : 'Codes in no theme')}
      </h4>
      {theme?.concept && <p className={css.concept}>{theme.concept}</p>}
    </>
  );
}

/** Rows in boxes of a few, each of which the browser can leave undrawn while it is out of sight. */
const chunks = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / 16) }, (_, index) => rows.slice(index * 16, index * 16 + 16));
