import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '../../../shared/api/outputs.ts';
import { runCommand } from '../../app/commands.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useHistoryState } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { toast } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { toastOrAskKey } from '../key/KeyAsked.tsx';
import css from './History.module.css';

const shown = 500;

/** What was done in this study, by whom and when: newest first, by day. */
export function HistoryPlace() {
  const client = useClient();
  const { handle: study, coder } = useStudy();
  const history = useQuery({
    queryKey: keys.history(study),
    queryFn: () => client.call('history.list', { study, limit: shown }),
  });
  const state = useHistoryState();
  const entries = history.data ?? [];
  const goBack = async (entry: HistoryEntry) => {
    try {
      await client.call('history.goto', { study, entry: entry.id });
      toast(`The study is as it was after: ${entry.summary}`);
    } catch (thrown) {
      toastOrAskKey(thrown, () => void goBack(entry));
    }
  };
  return (
    <div className={css.page}>
      <PaneHead
        level={1}
        title="History"
        note={entries.length >= shown ? `the last ${shown} acts` : counted(entries.length, 'act')}
      >
        <Button icon="undo" onPress={() => runCommand('edit.undo')} disabled={!state.data?.undo}>
          Undo
        </Button>
        <Button icon="redo" onPress={() => runCommand('edit.redo')} disabled={!state.data?.redo}>
          Redo
        </Button>
      </PaneHead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label="Acts">
        {byDay(entries).map(([day, acts]) => (
          <section key={day}>
            <h2>{day}</h2>
            <ol>
              {acts.map(entry => (
                <li key={entry.id} data-state={entry.state}>
                  <time dateTime={entry.at}>
                    {new Date(entry.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
                  </time>
                  <span className={css.what}>
                    {entry.summary}
                    {entry.state === 'undone' && <em> taken back</em>}
                    {entry.reason && <q>{entry.reason}</q>}
                  </span>
                  <span className={css.who}>{entry.coder}</span>
                  {entry.state !== 'step' && entry.coder === coder.name && (
                    <Button look="quiet" className={css.back} onPress={() => void goBack(entry)}>
                      {entry.state === 'undone' ? 'Do again up to here' : 'Go back to here'}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </section>
    </div>
  );
}

function byDay(entries: readonly HistoryEntry[]): readonly (readonly [string, readonly HistoryEntry[]])[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.at).toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
