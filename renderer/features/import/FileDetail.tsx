import type { SpeakerDecision } from '../../../shared/model/draft.ts';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure, listed } from '../../ui/words.ts';
import type { Decided } from './decisions.ts';
import css from './Import.module.css';

type Role = 'participant' | 'interviewer' | 'supporter' | 'out';
const roles: readonly { readonly id: Role; readonly name: string }[] = [
  { id: 'participant', name: 'Participant' },
  { id: 'interviewer', name: 'Interviewer' },
  { id: 'supporter', name: 'Second speaker' },
  { id: 'out', name: 'Not a speaker' },
];

/** One file: its title, its speakers as they will stand in the study, what was left out, and the first turns. */
export function FileDetail({
  decided,
  onChange,
}: {
  readonly decided: Decided;
  readonly onChange: (next: Decided) => void;
}) {
  const { item, facts, speakers } = decided;
  if (item.error)
    return (
      <div className={css.side}>
        <Note block>{item.error.message}</Note>
      </div>
    );
  const put = (label: string, change: Partial<SpeakerDecision>) =>
    onChange({ ...decided, speakers: speakers.map(one => (one.label === label ? { ...one, ...change } : one)) });
  const labelOf = (speaker: number | null) => (speaker === null ? null : (speakers[speaker] ?? null));
  return (
    <>
      <section className={css.side} aria-label={`Speakers of ${item.file}`}>
        <h2>
          {item.file} <small>{[item.encoding, counted(item.words, 'word')].filter(Boolean).join(', ')}</small>
        </h2>
        <TextField
          label="Title"
          value={facts.title}
          onChange={title => onChange({ ...decided, facts: { ...facts, title } })}
        />
        {speakers.length > 0 && (
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">In the file</th>
                <th scope="col">Role</th>
                <th scope="col">In the study</th>
                <th scope="col" className={css.number}>
                  Turns
                </th>
                <th scope="col" className={css.number}>
                  Words
                </th>
              </tr>
            </thead>
            <tbody>
              {speakers.map((speaker, index) => (
                <SpeakerRow
                  key={speaker.label}
                  speaker={speaker}
                  joined={speakers
                    .filter((one, at) => at !== index && !one.leaveOut && sameName(one, speaker))
                    .map(one => one.label)}
                  turns={item.speakers[index]?.turns ?? 0}
                  words={item.speakers[index]?.words ?? 0}
                  onChange={change => put(speaker.label, change)}
                />
              ))}
            </tbody>
          </table>
        )}
        <p className={css.quiet}>Give two labels the same name to join them as one speaker.</p>
        {item.warnings.map(warning => (
          <Note key={warning.code + warning.message}>{warning.message}</Note>
        ))}
        {item.leftOut.length > 0 && (
          <div className={css.left}>
            <b>Left out of the transcript</b>
            <p>{item.leftOut.join('; ')}. The original file is kept with the study.</p>
          </div>
        )}
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className={css.turns} tabIndex={0} aria-label="First turns">
        <h2>
          First turns, as they will be stored{' '}
          <small>
            {Math.min(item.firstTurns.length, item.turns)} of {item.turns}
          </small>
        </h2>
        <ol>
          {item.firstTurns.map((turn, index) => {
            const speaker = labelOf(turn.speaker);
            if (speaker?.leaveOut) return null;
            return (
              <li key={turn.start} className={speaker?.role === 'interviewer' ? css.asks : ''}>
                <span className={css.ordinal}>{index + 1}</span>
                <span className={css.who}>{speaker?.name ?? '–'}</span>
                <p>{turn.text}</p>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

const sameName = (one: SpeakerDecision, other: SpeakerDecision) => one.name.trim() === other.name.trim();

function SpeakerRow({
  speaker,
  joined,
  turns,
  words,
  onChange,
}: {
  readonly speaker: SpeakerDecision;
  /** Labels of the same file that bear the same name. */
  readonly joined: readonly string[];
  readonly turns: number;
  readonly words: number;
  readonly onChange: (change: Partial<SpeakerDecision>) => void;
}) {
  const role: Role = speaker.leaveOut ? 'out' : speaker.role;
  const choose = (next: Role) =>
    onChange(
      next === 'out'
        ? { leaveOut: true }
        : {
            leaveOut: false,
            role: next,
            supportRole: next === 'supporter' ? (speaker.supportRole ?? speaker.name) : null,
          },
    );
  return (
    <tr className={speaker.leaveOut ? css.out : ''}>
      <th scope="row">{speaker.label}</th>
      <td>
        <Select
          label={`Role of ${speaker.label}`}
          hideLabel
          look="cell"
          value={role}
          choices={roles}
          onChange={choose}
        />
      </td>
      <td>
        {speaker.leaveOut ? (
          'left out'
        ) : (
          <>
            <input
              className={css.cell}
              value={speaker.name}
              aria-label={`Name of ${speaker.label} in the study`}
              onChange={event => onChange({ name: event.target.value })}
            />
            {joined.length > 0 && <div className={css.joined}>One speaker with {listed(joined)}</div>}
            {speaker.role === 'supporter' && (
              <input
                className={css.cell}
                value={speaker.supportRole ?? ''}
                aria-label={`What ${speaker.label} is`}
                placeholder="Mentor"
                onChange={event => onChange({ supportRole: event.target.value || null })}
              />
            )}
          </>
        )}
      </td>
      <td className={css.number}>{turns}</td>
      <td className={css.number}>{figure(words)}</td>
    </tr>
  );
}
