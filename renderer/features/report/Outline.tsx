import type { ReactNode } from 'react';
import type { FindingsDraft } from '../../../shared/model/findings.ts';
import type { CaseStudy, Recommendation } from '../../../shared/model/report.ts';
import { go, hrefOf } from '../../app/route.ts';
import { IconButton } from '../../ui/Button.tsx';
import { setOver } from '../../ui/folding.ts';
import { OutcomeTab, PaneHead } from '../../ui/signs.tsx';
import { OrderedList } from '../themes/OrderedList.tsx';
import { briefly } from './chosen.ts';
import css from './Outline.module.css';
import type { ReportActs } from './useReportActs.ts';

/** The report from its first outcome to its last recommendation. Boxes and recommendations are put in order here. */
export function Outline({
  draft,
  boxes,
  recommendations,
  numbers,
  chosen,
  acts,
}: {
  readonly draft: FindingsDraft;
  readonly boxes: readonly CaseStudy[];
  readonly recommendations: readonly Recommendation[];
  /** The number that each recommendation bears in the report. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly chosen: string | null;
  readonly acts: ReportActs;
}) {
  return (
    <>
      <PaneHead title="Outline" />
      <nav className={css.list} aria-label="Outline of the report">
        <h3>Findings</h3>
        <ul>
          {draft.chapters.map(({ outcome, themes }) => (
            <li key={outcome?.id ?? 'none'}>
              {outcome ? (
                <Entry id={outcome.id} chosen={chosen} look="outcome">
                  <OutcomeTab number={outcome.number} />
                  <span className={css.name}>{outcome.title}</span>
                </Entry>
              ) : (
                <p className={css.loose}>Under no outcome</p>
              )}
              {themes.length === 0 && <p className={css.none}>No theme</p>}
              <ul>
                {themes.map(theme => (
                  <li key={theme.id}>
                    <Entry id={theme.id} chosen={theme.toldUnder ? null : chosen} look={theme.under ? 'sub' : 'theme'}>
                      <span className={css.name}>{theme.name}</span>
                      <span className={css.note}>
                        {theme.toldUnder
                          ? `see ${theme.toldUnder.number}`
                          : theme.blocks.length === 0
                            ? 'to write'
                            : ''}
                      </span>
                    </Entry>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <Head title="Case studies" act="New case study" onPress={() => acts.newBox()} />
        {boxes.length === 0 ? (
          <p className={css.quiet}>A box that tells one story, at the end of a theme, an outcome or the report.</p>
        ) : (
          <div className={css.ordered}>
            <OrderedList
              label="Case studies in their order"
              items={boxes.map(box => ({ id: box.id, name: box.title, box }))}
              removal={({ name }) => `Remove the case study ${name}`}
              onOrder={acts.orderBoxes}
              onRemove={({ box }) => acts.removeBox(box)}
              onOpen={({ id }) => open(id)}
            >
              {({ id, name }) => (
                <>
                  <span />
                  <span className={css.row} data-chosen={id === chosen || undefined}>
                    {name}
                  </span>
                  <span />
                </>
              )}
            </OrderedList>
          </div>
        )}
        <Head title="Recommendations" act="New recommendation" onPress={() => acts.newRecommendation()} />
        {recommendations.length === 0 ? (
          <p className={css.quiet}>What somebody should do, and the themes that it rests on.</p>
        ) : (
          <div className={css.ordered}>
            <OrderedList
              label="Recommendations in their order"
              items={recommendations.map(one => ({
                id: one.id,
                name: briefly(one.body) || 'Nothing written yet',
                one,
              }))}
              removal={({ id }) => `Remove recommendation ${numbers.get(id) ?? ''}`}
              onOrder={acts.orderRecommendations}
              onRemove={({ one }) => acts.removeRecommendation(one)}
              onOpen={({ id }) => open(id)}
            >
              {({ id, name, one }) => (
                <>
                  <span className={css.number}>{numbers.get(id)}</span>
                  <span className={css.row} data-chosen={id === chosen || undefined}>
                    <span className={css.brief}>{name}</span>
                    <small>
                      {one.addressee || 'No addressee'}
                      {one.themes.length === 0 && <b>, unsupported</b>}
                    </small>
                  </span>
                  <span />
                </>
              )}
            </OrderedList>
          </div>
        )}
      </nav>
    </>
  );
}

function open(id: string): void {
  setOver(null);
  go('report', id);
}

function Entry({
  id,
  chosen,
  look,
  children,
}: {
  readonly id: string;
  readonly chosen: string | null;
  readonly look: 'outcome' | 'theme' | 'sub';
  readonly children: ReactNode;
}) {
  return (
    <a
      className={`${css.entry} ${css[look]}`}
      href={hrefOf('report', id)}
      onClick={() => setOver(null)}
      {...(id === chosen && { 'aria-current': 'true' as const })}
    >
      {children}
    </a>
  );
}

function Head({ title, act, onPress }: { readonly title: string; readonly act: string; readonly onPress: () => void }) {
  return (
    <div className={css.head}>
      <h3>{title}</h3>
      <IconButton icon="plus" label={act} onPress={onPress} />
    </div>
  );
}
