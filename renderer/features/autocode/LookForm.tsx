import type { Source, Transcript } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Segmented, Select } from '../../ui/Select.tsx';
import { Several } from '../../ui/Several.tsx';
import css from './Autocode.module.css';
import { type Look, lookKinds } from './look.ts';

type Props = {
  readonly look: Look;
  readonly onChange: (look: Look) => void;
  readonly transcript: Transcript;
  readonly sources: readonly Source[];
  readonly ready: boolean;
  readonly onFind: () => void;
};

/** What to look for, where, and how much to mark. */
export function LookForm({ look, onChange, transcript, sources, ready, onFind }: Props) {
  const change = (patch: Partial<Look>) => onChange({ ...look, ...patch });
  const typed = look.kind === 'words' || look.kind === 'phrase' || look.kind === 'regex';
  const speakers = [...new Set(transcript.speakers.map(speaker => speaker.name))];
  return (
    <form
      className={css.form}
      onSubmit={event => {
        event.preventDefault();
        if (ready) onFind();
      }}
    >
      <Segmented label="Look for" value={look.kind} choices={lookKinds} onChange={kind => change({ kind })} />
      {typed && (
        <TextField
          label={look.kind === 'regex' ? 'Pattern (regular expression)' : 'Words to find'}
          hint={hints[look.kind]}
          value={look.text}
          onChange={text => change({ text })}
          autoFocus
        />
      )}
      {look.kind === 'question' && <QuestionSelect look={look} transcript={transcript} onChange={onChange} />}
      <div className={css.limits}>
        {typed && (
          <Segmented
            label="What to code"
            value={look.mark}
            choices={[
              { id: 'match', name: 'The words' },
              { id: 'sentence', name: 'The sentence' },
              { id: 'turn', name: 'The turn' },
            ]}
            onChange={mark => change({ mark })}
          />
        )}
        {look.kind !== 'question' && (
          <>
            <Several
              label="Speakers"
              all="All speakers but interviewers"
              choices={speakers.map(name => ({ id: name, name }))}
              chosen={look.speakers}
              onChange={chosen => change({ speakers: chosen })}
            />
            <Several
              label="Sources"
              all="All sources"
              choices={sources.map(source => ({ id: source.id, name: source.attribution }))}
              chosen={look.sources}
              onChange={chosen => change({ sources: chosen })}
            />
          </>
        )}
        {typed && (
          <label className={css.check}>
            <input
              type="checkbox"
              checked={look.caseMatters}
              onChange={event => change({ caseMatters: event.target.checked })}
            />
            Capitals matter
          </label>
        )}
        <Button type="submit" look="primary" disabled={!ready}>
          Find
        </Button>
      </div>
    </form>
  );
}

const hints = {
  words: 'Each of the words on its own, whole words, in any form of accents.',
  phrase: 'All the words in a row.',
  regex: 'As in JavaScript, such as  mentor(s|ing)?  A pattern that takes too long is stopped.',
} as const;

/** The interviewer's turns of this transcript; the answers to one of them are coded. */
function QuestionSelect({ look, transcript, onChange }: Pick<Props, 'look' | 'transcript' | 'onChange'>) {
  const asks = new Set(transcript.speakers.filter(one => one.role === 'interviewer').map(one => one.id));
  const turns = transcript.turns.filter(turn => turn.speaker !== null && asks.has(turn.speaker));
  if (turns.length === 0)
    return (
      <p className={css.quiet}>
        No speaker of this transcript is marked as interviewer. Mark them under Sources first.
      </p>
    );
  const choices = turns.map(turn => ({
    id: String(turn.id),
    name: `${turn.ordinal}: ${transcript.text.slice(turn.start, Math.min(turn.end, turn.start + 90))}`,
  }));
  return (
    <Select
      label="Question"
      value={look.question === null ? '' : String(look.question)}
      choices={[{ id: '', name: 'Choose a question' }, ...choices]}
      onChange={id => onChange({ ...look, question: turns.find(turn => turn.id === id)?.id ?? null })}
    />
  );
}
