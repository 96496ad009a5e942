import type { ThemeHistoryEntry } from '../../../shared/api/outputs/theme.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import { listed, said, wordsOf } from '../../ui/words.ts';
import css from './Page.module.css';
import { useThemeHistory } from './readings.ts';

/** What became of a theme, newest first: its names, its members, its steps, each with who, when and why. */
export function ThemeHistory({ theme }: { readonly theme: Theme }) {
  const { data, error } = useThemeHistory(theme.id);
  if (error) return <p className={css.quiet}>{wordsOf(error)}</p>;
  if (!data) return null;
  const names = data.flatMap(entry => (entry.name?.before ? [entry.name.before] : []));
  return (
    <section className={css.history} aria-label="History of the theme">
      {names.length > 0 && <p className={css.quiet}>Earlier names: {listed(names.map(name => `“${name}”`))}</p>}
      <ol>
        {[...data].reverse().map(entry => (
          <li key={entry.id}>
            <p>{entry.summary}</p>
            {changesOf(entry).map(change => (
              <p key={change} className={css.quiet}>
                {change}
              </p>
            ))}
            {entry.reason && <p className={css.because}>{entry.reason}</p>}
            <small>
              {entry.coder}, {said(entry.at)}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changesOf({ codesAdded, codesRemoved }: ThemeHistoryEntry): readonly string[] {
  return [
    ...(codesAdded.length > 0 ? [`In: ${listed(codesAdded)}`] : []),
    ...(codesRemoved.length > 0 ? [`Out: ${listed(codesRemoved)}`] : []),
  ];
}
