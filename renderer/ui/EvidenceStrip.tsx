import type { Source } from '../../shared/model/entities.ts';
import css from './EvidenceStrip.module.css';
import { evidenceInWords, evidenceMarks } from './evidence.ts';

type Props = {
  readonly sources: readonly Pick<Source, 'id' | 'group' | 'phase'>[];
  readonly speaking: ReadonlySet<string>;
  /** Sources that speak against it. */
  readonly against?: ReadonlySet<string>;
  readonly labels?: boolean;
};

/**
 * Which sources speak to something: one mark a source, groups from left to right, phase 1 and unknown above, later phases below.
 * Solid where it speaks, pale where it is silent, hollow where it speaks against. It shows spread and does not invite counting; the figures stand in its text alternative.
 */
export function EvidenceStrip({ sources, speaking, against = none, labels = true }: Props) {
  const groups = evidenceMarks(sources, speaking, against);
  return (
    <div className={css.strip} role="img" aria-label={evidenceInWords(sources, speaking, against)}>
      {groups.map(({ group, short, rows }) => (
        <div key={group}>
          {rows.map(({ row, marks }) => (
            <span key={row} className={css.row}>
              {marks.map(({ id, mark }) => (
                <i key={id} data-mark={mark} />
              ))}
            </span>
          ))}
          {labels && <small>{short}</small>}
        </div>
      ))}
    </div>
  );
}

const none: ReadonlySet<string> = new Set();
