import type { Outcome } from '../../../shared/model/entities.ts';
import { counted } from '../../ui/words.ts';
import { byGroupAndPhase, thinness } from './coverage.ts';
import { useDesk } from './desk.tsx';
import css from './Page.module.css';
import { useCoverage } from './readings.ts';

/** Who speaks to an outcome: extracts by group and phase, beside what is thin. */
export function CoverageOfOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { framework } = useDesk();
  const { data } = useCoverage(framework.id);
  const mine = data?.outcomes.find(one => one.outcome === outcome.id);
  if (!data || !mine) return null;
  const { phases, rows } = byGroupAndPhase(data.columns, mine.cells);
  const thin = thinness(mine);
  return (
    <>
      <dt>Extracts</dt>
      <dd>
        {rows.length > 0 && (
          <table className={css.cells}>
            <caption className="visually-hidden">Extracts by group and phase</caption>
            <thead>
              <tr>
                <th scope="col">Group</th>
                {phases.map(phase => (
                  <th key={phase ?? 0} scope="col">
                    {phase === null ? 'No phase' : `Phase ${phase}`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.group ?? ''}>
                  <th scope="row">{row.group ?? 'Not known'}</th>
                  {row.cells.map((cell, index) => (
                    <td key={phases[index] ?? 0} data-none={!cell}>
                      {cell ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className={css.why}>
          {thin && `${thin}. `}
          {counted(mine.extracts, 'extract')}, {counted(mine.participants, 'person', 'people')}
        </p>
      </dd>
    </>
  );
}
