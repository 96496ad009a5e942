import { memo, type ReactNode } from 'react';
import type {
  DraftBox,
  DraftChapter,
  DraftRecommendation,
  DraftTheme,
  FindingsDraft,
} from '../../../shared/model/findings.ts';
import { hrefOf } from '../../app/route.ts';
import { OutcomeTab } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { Blocks, Quoted } from './Blocks.tsx';
import css from './Draft.module.css';

/** The findings as they will be printed. Each heading leads to what is written beside. */
export const DraftPage = memo(function DraftPage({
  draft,
  chosen,
}: {
  readonly draft: FindingsDraft;
  /** Id of what is worked on. */
  readonly chosen: string | null;
}) {
  return (
    <article className={css.draft} aria-label="Findings as they will be printed">
      <h2 className={css.title}>{draft.title}</h2>
      <p className={css.counts}>{countsOf(draft)}</p>
      {draft.chapters.map(chapter => (
        <Chapter key={chapter.outcome?.id ?? 'none'} chapter={chapter} chosen={chosen} />
      ))}
      {draft.boxes.length > 0 && (
        <section>
          <h3 className={css.outcome}>Case studies</h3>
          {draft.boxes.map(box => (
            <Box key={box.id} box={box} chosen={chosen} />
          ))}
        </section>
      )}
      {draft.recommendations.length > 0 && (
        <section>
          <h3 className={css.outcome}>Recommendations</h3>
          {draft.recommendations.map(({ addressee, items }) => (
            <section key={addressee}>
              {(addressee !== '' || draft.recommendations.length > 1) && (
                <h4 className={css.theme}>{addressee || 'To nobody in particular'}</h4>
              )}
              {items.map(item => (
                <Recommended key={item.id} item={item} chosen={chosen} />
              ))}
            </section>
          ))}
        </section>
      )}
    </article>
  );
});

function countsOf({ counts: { sources, participants, speakers } }: FindingsDraft): string {
  const people = [
    ...(participants > 0 ? [counted(participants, 'participant')] : []),
    ...(speakers > 0 ? [`${counted(speakers, 'speaker')} without a number of their own`] : []),
  ];
  return [counted(sources, 'source'), ...people].join(', ');
}

type Marked = { readonly chosen: string | null };

/** A part of the draft that can be worked on. */
function Part({
  id,
  chosen,
  className,
  children,
}: Marked & { readonly id: string; readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={`${css.part} ${className ?? ''}`} data-part={id} data-chosen={chosen === id || undefined}>
      {children}
    </div>
  );
}

const To = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <a className={css.to} href={hrefOf('report', id)}>
    {children}
  </a>
);

function Chapter({ chapter, chosen }: Marked & { readonly chapter: DraftChapter }) {
  const { outcome, straight, themes, boxes } = chapter;
  const empty = themes.length + straight.length + boxes.length === 0;
  return (
    <section>
      <Part id={outcome?.id ?? 'none'} chosen={chosen}>
        <h3 className={css.outcome}>
          {outcome ? (
            <To id={outcome.id}>
              <OutcomeTab number={outcome.number} />
              {outcome.title}
            </To>
          ) : (
            'Under no outcome'
          )}
        </h3>
        {outcome?.statement && <p className={css.statement}>{outcome.statement}</p>}
        {empty && <p className={css.remark}>No theme answers this outcome.</p>}
        <Blocks blocks={straight} />
      </Part>
      {themes.map(theme => (
        <Theme key={theme.id} theme={theme} chosen={chosen} />
      ))}
      {boxes.map(box => (
        <Box key={box.id} box={box} chosen={chosen} />
      ))}
    </section>
  );
}

function Theme({ theme, chosen }: Marked & { readonly theme: DraftTheme }) {
  const { id, name, concept, definition, under, toldUnder, blocks, chosen: quotes, extracts, boxes } = theme;
  return (
    <>
      <Part id={id} chosen={toldUnder ? null : chosen} className={under ? css.sub : undefined}>
        <h4 className={css.theme}>
          <To id={id}>{name}</To>
        </h4>
        {concept && <p className={css.concept}>{concept}</p>}
        {toldUnder ? (
          <p className={css.remark}>
            Told under {toldUnder.number}. {toldUnder.title}.
          </p>
        ) : (
          <>
            {blocks.length === 0 && definition && <p className={css.definition}>{definition}</p>}
            {blocks.length === 0 && (
              <p className={css.remark}>
                No narrative is written yet. {counted(extracts, 'extract')} {extracts === 1 ? 'stands' : 'stand'} under
                this theme.
              </p>
            )}
            <Blocks blocks={blocks} />
            {quotes.map(quote => (
              <Quoted key={quote.key} quote={quote} />
            ))}
          </>
        )}
      </Part>
      {boxes.map(box => (
        <Box key={box.id} box={box} chosen={chosen} />
      ))}
    </>
  );
}

function Box({ box, chosen }: Marked & { readonly box: DraftBox }) {
  return (
    <Part id={box.id} chosen={chosen} className={css.boxed}>
      <aside className={css.box} aria-label={`Case study: ${box.title}`}>
        <h4>
          <To id={box.id}>{box.title}</To>
        </h4>
        {box.blocks.length === 0 && <p className={css.remark}>Nothing is written in this box yet.</p>}
        <Blocks blocks={box.blocks} />
        {box.disclaimer && <p className={css.disclaimer}>{box.disclaimer}</p>}
      </aside>
    </Part>
  );
}

function Recommended({ item, chosen }: Marked & { readonly item: DraftRecommendation }) {
  const { id, number, blocks, themes } = item;
  return (
    <Part id={id} chosen={chosen} className={css.recommendation}>
      <a className={css.number} href={hrefOf('report', id)} aria-label={`Recommendation ${number}`}>
        {number}.
      </a>
      <div>
        {blocks.length === 0 && <p className={css.remark}>Nothing is written yet.</p>}
        <Blocks blocks={blocks} />
        {themes.length === 0 ? (
          <p className={css.unsupported}>Unsupported: it rests on no theme.</p>
        ) : (
          <p className={css.rests}>
            Rests on{' '}
            {themes.map((theme, index) => (
              <span key={theme.id}>
                {index > 0 && '; '}
                <a href={hrefOf('report', theme.id)}>{theme.name}</a>
              </span>
            ))}
          </p>
        )}
      </div>
    </Part>
  );
}
