import type { FoundAll } from '../../../shared/api/outputs/anonymity.ts';
import { useCommands } from '../../app/commands.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, listed } from '../../ui/words.ts';
import formCss from './Form.module.css';
import { notesInWords } from './names.ts';
import panelCss from './Panel.module.css';
import placesCss from './Places.module.css';
import { useNames } from './store.ts';
import type { useApply } from './useApply.tsx';
import { useCtrlEnter } from './useCtrlEnter.ts';

const keeps = [
  { id: 'key', name: 'Keep in the key' },
  { id: 'nothing', name: 'Keep nothing' },
] as const;

/** The foot of what is to be replaced: what it comes to, where the words go, and the act. */
export function ApplyBar({
  count,
  what,
  notes,
  missing,
  acting,
  onApply,
}: {
  readonly count: number;
  /** What is replaced, in words: "12 places in 3 sources". */
  readonly what: string;
  readonly notes: FoundAll['notes'];
  /** What is still needed before it can be done; null for nothing. */
  readonly missing: string | null;
  readonly acting: ReturnType<typeof useApply>;
  readonly onApply: () => void;
}) {
  const { names, change } = useNames();
  const inNotes = notesInWords(notes);
  const inTotal = names.notes ? notes.length : 0;
  const ready = missing === null && (count > 0 || inTotal > 0) && !acting.busy;
  const act = count > 0 ? `Replace ${counted(count, 'place')}` : inTotal > 0 ? 'Replace in notes' : 'Replace';
  const run = () => {
    if (ready) onApply();
    else announce(missing ?? (acting.busy ? 'Replacing …' : 'Nothing is ticked.'));
  };
  useCtrlEnter(run);
  useCommands([
    { id: 'names.apply', name: 'Replace the ticked places', group: 'Names', keys: ['Ctrl+Enter'], inFields: true, run },
  ]);
  return (
    <section className={formCss.apply} aria-label="Replace">
      {acting.error && <Note block>{acting.error}</Note>}
      <div className={formCss.applyLine}>
        <Button look="primary" className={formCss.applyButton} disabled={!ready} onPress={run}>
          {acting.busy ? 'Replacing …' : act}
        </Button>
        <div className={formCss.applyWords}>
          <span role="status">{missing ?? what}</span>
          {inNotes.length > 0 && (
            <label className={placesCss.check}>
              <input
                type="checkbox"
                checked={names.notes}
                onChange={event => change({ notes: event.target.checked })}
              />
              Also in notes: {listed(inNotes)}
            </label>
          )}
        </div>
        <span className={panelCss.hint} aria-hidden="true">
          Original words
        </span>
        <Segmented label="Original words" value={names.keep} choices={keeps} onChange={keep => change({ keep })} />
      </div>
      {names.keep === 'nothing' && (
        <p className={panelCss.hint}>
          The original words would be kept nowhere. It can’t be undone, nor anything before it; you are asked again.
        </p>
      )}
      {acting.dialog}
    </section>
  );
}
