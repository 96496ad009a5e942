import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SourceEdited } from '../../../shared/api/outputs/source.ts';
import type { Transcript } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { type Mending, mountMending, turnsToMend } from '../../lexical/mend.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Kbd, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import css from './Coding.module.css';
import { draftOf, guardDrafts, keepDraft } from './mendDrafts.ts';

/** The transcript to be written in: errors of transcription are mended, codings travel with their words, the text as it was stays in the study. */
export function MendPage({
  transcript,
  onDone,
}: {
  readonly transcript: Transcript;
  readonly onDone: (edited: SourceEdited | null) => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const page = useRef<HTMLDivElement>(null);
  const mending = useRef<Mending | null>(null);
  const { source, turns, speakers } = transcript;
  const [changed, setChanged] = useState(() => draftOf(source.id) !== null);
  const [reason, setReason] = useState('');
  const [speakerOf, setSpeakerOf] = useState<string | null>(null);
  const given = useRef(transcript);

  useLayoutEffect(() => {
    const root = page.current;
    if (!root) return;
    const draft = draftOf(given.current.source.id);
    const made = mountMending(
      root,
      given.current,
      draft ?? turnsToMend(given.current),
      classes,
      () => {
        setChanged(true);
        if (mending.current) keepDraft(given.current.source.id, mending.current.read());
      },
      setSpeakerOf,
    );
    mending.current = made;
    root.focus({ preventScroll: true });
    return () => {
      mending.current = null;
      made.destroy();
    };
  }, []);
  useEffect(guardDrafts, []);

  const leave = () => {
    keepDraft(source.id, null);
    onDone(null);
  };
  const save = async () => {
    const now = mending.current?.read();
    if (!now) return;
    try {
      const edited = await client.call('source.edit', {
        study,
        source: source.id,
        turns: now.map(turn => ({
          turn: turn.index === null ? null : (turns[turn.index]?.id ?? null),
          speaker: turn.speaker === null ? null : (speakers[turn.speaker]?.id ?? null),
          text: turn.text,
        })),
        ...(reason.trim() !== '' && { reason }),
      });
      keepDraft(source.id, null);
      await offerUndo(saidOf(edited));
      onDone(edited);
    } catch (thrown) {
      toastError(thrown);
    }
  };
  useCommands([
    {
      id: 'mend.save',
      name: 'Save the mended transcript',
      group: 'Mending',
      keys: ['Ctrl+S'],
      inFields: true,
      run: () => void save(),
    },
    {
      id: 'edit.undo',
      name: 'Undo typing',
      group: 'Mending',
      keys: ['Ctrl+Z'],
      inFields: true,
      run: () => mending.current?.undo(),
    },
    {
      id: 'edit.redo',
      name: 'Redo typing',
      group: 'Mending',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      inFields: true,
      run: () => mending.current?.redo(),
    },
  ]);
  return (
    <>
      <PaneHead level={1} title={`Mend ${source.attribution}`} note="Codings travel with their words">
        <Button onPress={leave}>{changed ? 'Leave without saving' : 'Back'}</Button>
        <Button look="primary" disabled={!changed} onPress={() => void save()}>
          Save
        </Button>
      </PaneHead>
      <div className={css.mendNote}>
        <TextField
          label="Why (kept in the history)"
          hideLabel
          placeholder="Why, if it should be remembered"
          value={reason}
          onChange={setReason}
        />
        <span>
          <Kbd>Ctrl Enter</Kbd> makes two turns of one, <Kbd>Backspace</Kbd> at a turn’s start joins it to the one
          before. Press a speaker’s name to change who speaks.
        </span>
      </div>
      <div className={css.work} data-mode="mend">
        <div className={css.sheet}>
          {/* biome-ignore lint/a11y/useSemanticElements: turns with speakers beside them are more than a text area can hold */}
          <div
            ref={page}
            className={css.page}
            contentEditable
            suppressContentEditableWarning
            role="textbox"
            tabIndex={0}
            aria-multiline="true"
            aria-label={`Words of ${source.attribution}`}
            spellCheck
          />
        </div>
      </div>
      {speakerOf !== null && (
        <Chooser
          title="Who speaks here"
          field="Find a speaker"
          none="No speaker has these letters."
          choices={speakers.map((speaker, index) => ({ id: String(index), name: speaker.name }))}
          onPick={id => {
            mending.current?.setSpeaker(speakerOf, Number(id));
            setSpeakerOf(null);
          }}
          onClose={() => setSpeakerOf(null)}
        />
      )}
    </>
  );
}

const classes = {
  turn: css.turn ?? '',
  asks: css.asks ?? '',
  ordinal: css.ordinal ?? '',
  who: css.who ?? '',
  time: css.time ?? '',
  words: css.words ?? '',
};

function saidOf({ changed, lost, merged }: SourceEdited): string {
  const parts = [
    changed.length > 0 ? `${counted(changed.length, 'coding')} to look at again` : '',
    lost.length > 0 ? `${counted(lost.length, 'coding')} lost with ${lost.length === 1 ? 'its' : 'their'} words` : '',
    merged.length > 0 ? `${counted(merged.length, 'coding')} joined with another on the same words` : '',
  ].filter(Boolean);
  return `Saved the mended transcript${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}
